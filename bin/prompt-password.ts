import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import * as t from "#messages/cli";

/** Asks at the keyboard without showing what is typed; from a pipe it reads the first line. */
export async function promptPassword(question: string): Promise<string> {
  const keyboard = process.stdin.isTTY;
  if (keyboard) process.stderr.write(question);
  // The line editor echoes to its output; nobody sees this one.
  const unseen = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: keyboard });
  for await (const line of lines) {
    lines.close();
    if (keyboard) process.stderr.write("\n");
    return line;
  }
  throw new Error(t.noPasswordWasGiven);
}

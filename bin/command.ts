import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** One thing an operator can say to `moot`. */
export type Command = Readonly<{
  /** One or two words, as typed: "article publish". */
  name: string;
  /** What follows the name: "FILE.md [--if-none]". */
  usage: string;
  /** One line for `moot help`. */
  does: string;
  /**
   * @param args what was typed after the name
   * @throws Error with a sentence, which is printed and makes the exit code 1
   */
  run: (args: string[]) => Promise<void>;
}>;

/**
 * Does what was said.
 * @throws Error with the usage where Node could not take the words apart, whose own sentence is for programmers
 */
export async function runCommand({ name, usage, run }: Command, args: string[]): Promise<void> {
  try {
    await run(args);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (!code.startsWith("ERR_PARSE_ARGS")) throw cause;
    throw new Error(say(t.usageOf, { name, usage }), { cause });
  }
}

/** Commands print plain lines on stdout, for people and for pipes. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

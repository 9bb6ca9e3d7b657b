import { createReadStream } from "node:fs";
import type { z } from "zod";
import { linesOf } from "@/scripts/backup/read";
import { First, Last, LINES } from "./kinds";

/** Lines that are handed on at once; less where they are long. Characters */
const AT_ONCE = { lines: 500, characters: 4_000_000 };

/** Lines of one type that stand beside each other, as they are written. */
export type Batch = Readonly<{ type: string; from: number; lines: readonly string[] }>;

/** An export that was opened: its first line, and then the rest. */
export type Export = Readonly<{ first: z.output<typeof First>; batches: AsyncGenerator<Batch> }>;

/** @throws Error with a sentence that names the line, now or later, when it is no export, or was cut short */
export async function openExport(file: string): Promise<Export> {
  const lines = numbered(file);
  const { value } = await lines.next();
  const first = First.safeParse(asJson(value?.text ?? ""));
  if (!first.success)
    throw new Error(
      `${file} cannot be read as an export of Moot: its first line is not of type site, format 1.`,
    );
  return { first: first.data, batches: batchesOf(file, lines) };
}

type Line = Readonly<{ number: number; text: string }>;

async function* numbered(file: string): AsyncGenerator<Line, undefined> {
  let number = 0;
  for await (const text of textLines(file)) yield { number: ++number, text };
  return undefined;
}

/** The lines of a file, without their ends. Not by readline: that takes U+2028 for an end, and people write it. */
export async function* textLines(file: string): AsyncGenerator<string, undefined> {
  for await (const line of linesOf(createReadStream(file))) yield line.toString("utf8", 0, line.length - 1);
  return undefined;
}

async function* batchesOf(file: string, lines: AsyncGenerator<Line>): AsyncGenerator<Batch> {
  let batch: { type: string; from: number; lines: string[]; characters: number } | null = null;
  let count = 0;
  let ended = false;
  for await (const { number, text } of lines) {
    if (ended) throw new Error(`Line ${number}: something follows the line of type end.`);
    const value = asJson(text);
    const type = typeOf(value);
    if (type === "end") {
      const last = Last.safeParse(value);
      if (last.data?.lines !== count)
        throw new Error(
          `Line ${number}: there are ${count} lines before it, and it says ${last.data?.lines ?? "something else"}.`,
        );
      ended = true;
      continue;
    }
    refuseUnlike(number, type, value);
    count += 1;
    if (
      batch &&
      (batch.type !== type || batch.lines.length >= AT_ONCE.lines || batch.characters > AT_ONCE.characters)
    ) {
      yield batch;
      batch = null;
    }
    batch ??= { type, from: number, lines: [], characters: 0 };
    batch.lines.push(text);
    batch.characters += text.length;
  }
  if (!ended) throw new Error(`${file} was cut short: its last line is not of type end.`);
  if (batch) yield batch;
}

const typeOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"
    ? value.type
    : "";

function refuseUnlike(number: number, type: string, value: unknown): void {
  const shape = LINES.get(type);
  if (!shape)
    throw new Error(
      `Line ${number}: ${type === "" ? "this is no line of an export" : `there is no type “${type}”`}.`,
    );
  const parsed = shape.safeParse(value);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  throw new Error(
    `Line ${number} (${type}): ${[issue?.path.join("."), issue?.message].filter(Boolean).join(": ")}.`,
  );
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

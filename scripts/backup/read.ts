import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { END_OF_ROWS, HANDED_ON, Header } from "./format";

/** A row is as long as its text; whoever wrote a longer line than this wrote no backup of ours. Bytes. */
const LONGEST_LINE = 1_000_000_000;

const LINE_END = "\n".charCodeAt(0);

/** A backup, read from its beginning to its end, once. */
export type Backup = Readonly<{
  header: Header;
  /** The next line, which must be of this shape. */
  line: <Shape extends z.ZodType>(shape: Shape) => Promise<z.output<Shape>>;
  /** The rows that come next, as COPY takes them. */
  rows: () => AsyncGenerator<Buffer>;
  close: () => void;
}>;

/** @throws Error with a sentence, now or later, when it is no backup, or was cut short */
export async function openBackup(file: string): Promise<Backup> {
  const stream = createReadStream(file);
  const gunzip = createGunzip();
  stream.on("error", (error) => gunzip.destroy(error));
  const lines = linesOf(stream.pipe(gunzip));
  const next = async (): Promise<Buffer> => {
    try {
      const next = await lines.next();
      if (next.done !== true) return next.value;
    } catch (cause) {
      throw new Error(notWhole(file), { cause });
    }
    throw new Error(notWhole(file));
  };
  const line: Backup["line"] = async (shape) => {
    const parsed = shape.safeParse(asJson(await next()));
    if (!parsed.success) throw new Error(notWhole(file));
    return parsed.data;
  };
  const close = () => {
    gunzip.destroy();
    stream.destroy();
  };
  return { header: await line(Header), line, rows: () => rowsOf(next), close };
}

const notWhole = (file: string): string =>
  `${file} cannot be read as a backup of Moot, or not to its end; it may have been cut short.`;

async function* rowsOf(next: () => Promise<Buffer>): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = [];
  let bytes = 0;
  for (let row = await next(); !isEnd(row); row = await next()) {
    gathered.push(row);
    bytes += row.length;
    if (bytes < HANDED_ON) continue;
    yield Buffer.concat(gathered);
    [gathered, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(gathered);
}

const isEnd = (row: Buffer): boolean => row.length === 3 && row.toString() === `${END_OF_ROWS}\n`;

/** Each line with its end. */
export async function* linesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) throw new Error("A file is read as bytes.");
    let from = 0;
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
      const rest = chunk.subarray(from, at + 1);
      yield begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
      [begun, length] = [[], 0];
      from = at + 1;
    }
    if (from === chunk.length) continue;
    begun.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST_LINE) throw new Error("A line is too long.");
  }
  if (begun.length > 0) throw new Error("The last line has no end.");
}

function asJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString("utf8"));
  } catch {
    return undefined;
  }
}

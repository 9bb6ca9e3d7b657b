import "server-only";

import { constants, crc32, deflateRawSync } from "node:zlib";

/*
 * Encryption hides what an answer says and not how long it is. Where an answer holds what a member chose, whoever watches the line
 * could read it off the length, which option keys and a compression that knows the rest of the answer both give away (Kelsey,
 * "Compression and Information Leakage of Plaintext", 2002). So these values take the same room whatever they are, and go
 * out as they are between parts that are compressed without them.
 */

/** What the answers say of a member's own ballot. Inside a text these names stand with escaped quotes, and are not found. */
const SECRET = /"(?:choice|guess|tellSwitch|tellCloser|takeBack)":(?:"(?:[^"\\]|\\.)*"|[\w.+-]+)/g;

/** Room for the name and any option's key; what needs more takes twice as much. Characters. */
const ROOM = 64;

type Part = { text: Buffer; secret: boolean };

/** The parts of an answer; null where it holds nothing of the kind. JSON takes any number of spaces after a value. */
export function secretParts(json: string): Part[] | null {
  const parts: Part[] = [];
  let from = 0;
  for (const found of json.matchAll(SECRET)) {
    parts.push({ text: Buffer.from(json.slice(from, found.index)), secret: false });
    const room = Math.ceil(Buffer.byteLength(found[0]) / ROOM) * ROOM;
    const spaces = " ".repeat(room - Buffer.byteLength(found[0]));
    parts.push({ text: Buffer.from(found[0] + spaces), secret: true });
    from = found.index + found[0].length;
  }
  if (parts.length === 0) return null;
  return [...parts, { text: Buffer.from(json.slice(from)), secret: false }];
}

export const joined = (parts: readonly Part[]): Buffer => Buffer.concat(parts.map(({ text }) => text));

/** gzip's head (RFC 1952): its magic, deflate, no flags, no time, no hint, no system. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** An empty last block (RFC 1951, 3.2.4). */
const END = Buffer.from([1, 0, 0, 255, 255]);
/** Numbers in gzip and deflate have their lowest byte first. */
const LENGTH_BYTES = 2;
const NUMBER_BYTES = 4;

/**
 * One gzip file (RFC 1952) of the parts: what is secret in blocks that are not compressed (RFC 1951, 3.2.4), what is not each on its own,
 * so that nothing of one refers to another.
 */
export function gzipApart(parts: readonly Part[], level: number): Buffer {
  const blocks = parts
    .filter(({ text }) => text.length > 0)
    .map(({ text, secret }) =>
      secret ? stored(text) : deflateRawSync(text, { level, finishFlush: constants.Z_FULL_FLUSH }),
    );
  const whole = joined(parts);
  const tail = Buffer.alloc(2 * NUMBER_BYTES);
  tail.writeUInt32LE(crc32(whole), 0);
  tail.writeUInt32LE(whole.length, NUMBER_BYTES);
  return Buffer.concat([HEAD, ...blocks, END, tail]);
}

function stored(text: Buffer): Buffer {
  const head = Buffer.alloc(1 + 2 * LENGTH_BYTES);
  head.writeUInt16LE(text.length, 1);
  head.writeUInt16LE(~text.length & 0xffff, 1 + LENGTH_BYTES);
  return Buffer.concat([head, text]);
}

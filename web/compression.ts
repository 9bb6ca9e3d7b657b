import "server-only";

import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = "br" | "gzip" | "identity";

/** Smaller than about one network packet, compressing only costs. */
const WORTH_IT = 1_400;

const COMPRESSIBLE =
  /^(text\/|application\/(json|problem\+json|javascript|xml|atom\+xml|ld\+json|manifest\+json)|image\/svg)/;

export function encodingFor(accepts: string | string[] | undefined): Encoding {
  const wish = String(accepts ?? "");
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\b)/.test(wish)) return "br";
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\b)/.test(wish) ? "gzip" : "identity";
}

export const isCompressible = (type: string | undefined, length: number): boolean =>
  length >= WORTH_IT && COMPRESSIBLE.test(type ?? "");

/** `effort` is brotli's quality, 0 to 11: 4 or 5 while somebody waits, 11 for what never changes. */
export async function compress(body: Buffer, encoding: Encoding, effort: number): Promise<Buffer> {
  if (encoding === "br")
    return brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: effort, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });
  return encoding === "gzip" ? zip(body, { level: Math.min(9, effort + 1) }) : body;
}

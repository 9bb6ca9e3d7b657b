import { Refusal } from "@/platform/refusal";
import { PICTURE_LIMIT } from "./picture";
import * as t from "#messages/pictures";
import { say } from "@/messages/say";

/** What a file is by its first bytes, whatever its name says. */
export type FileKind = "jpeg" | "png" | "webp" | "svg" | "gif" | "heif" | "unknown";

/** A text that begins like an SVG: behind a byte order mark, remarks and what XML says of itself. */
const SVG = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg[\s>]/i;

export function kindOf(bytes: Uint8Array): FileKind {
  const head = asLatin(bytes, 0, 4_096);
  if (head.startsWith("\xFF\xD8\xFF")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1A\n")) return "png";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "webp";
  if (head.startsWith("GIF8")) return "gif";
  // HEIC and AVIF, which phones and browsers make.
  if (head.slice(4, 8) === "ftyp") return "heif";
  return SVG.test(new TextDecoder().decode(bytes.subarray(0, 4_096))) ? "svg" : "unknown";
}

/** Whether a PNG says before its first picture that more will follow ("APNG Specification", acTL). */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    const type = asLatin(bytes, at + 4, at + 8);
    if (type === "acTL") return true;
    if (type === "IDAT") return false;
    at += 12 + view.getUint32(at);
  }
  return false;
}

const asLatin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

export const pictureTooLarge = () =>
  new Refusal(say(t.aPictureWeighsAtMost, { megabytes: PICTURE_LIMIT / 1024 / 1024 }), 413);

import { splitAtFences } from "@/domain/articles/fences";

/** A picture in a text, as its address is written: behind the description, up to a blank or the bracket. */
const IN_TEXT = /(!\[(?:[^\]\\]|\\.)*\]\(<?)([^\s)>]+)/g;
/** The same in the head of a file. */
const ON_TOP = /^(\s+src:\s*["']?)([^\s"']+)/gm;

/** A path beside the file: no address, and nothing of this site. */
const isBeside = (path: string): boolean => !/^(?:\/|#|[a-z][a-z0-9+.-]*:)/i.test(path);

/** Both places in which a file names pictures that lie beside it. */
function eachPart(text: string, change: (part: string, pattern: RegExp) => string): string {
  const parts = splitAtFences(text);
  if ("reason" in parts) return text;
  const lines = text.split(/(?<=\r\n?|[\n\u000B\u000C\u0085\u2028\u2029])(?<!\r(?=\n))/);
  const head = lines.slice(0, parts.bodyLine - 1).join("");
  const body = lines.slice(parts.bodyLine - 1).join("");
  return change(head, ON_TOP) + change(body, IN_TEXT);
}

/** The paths of the pictures that a file names and that lie beside it, each once. */
export function picturesBeside(text: string): string[] {
  const found = new Set<string>();
  eachPart(text, (part, pattern) => {
    for (const [, , path = ""] of part.matchAll(pattern)) if (isBeside(path)) found.add(path);
    return part;
  });
  return [...found];
}

/** The file with the addresses that those have here. */
export const withAddresses = (text: string, addresses: ReadonlyMap<string, string>): string =>
  eachPart(text, (part, pattern) =>
    part.replace(pattern, (whole, before: string, path: string) => before + (addresses.get(path) ?? path)),
  );

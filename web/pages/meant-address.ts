import "server-only";

/** What stands behind an address in a text, or around it, and is pasted with it. */
const AROUND = /[\s\p{Cf}.,;:!?*_~'"`´’”»›<>()[\]{}|…。，、！？：；（）「」『』】》〉]+$/u;

/**
 * Where an address leads to that nothing stands at: without the punctuation of the sentence it was copied from, in lower case (every path
 * of ours is), without doubled slashes.
 * @param url path and query, decodable @returns null when it already is as it should be
 */
export function meantAddress(url: string): string | null {
  const [path = "/", query] = url.split(/\?(.*)/s, 2);
  const segments = path.split("/").map((one) => decodeURIComponent(one));
  while (segments.length > 1) {
    const last = (segments.at(-1) ?? "").replace(AROUND, "");
    segments[segments.length - 1] = last;
    if (last !== "") break;
    segments.pop();
  }
  const meant = segments
    .filter((one) => one !== "")
    .map((one) => encodeURIComponent(one.toLowerCase()))
    .join("/");
  const there = `/${meant}`;
  return there === path ? null : there + (query ? `?${query}` : "");
}

import "server-only";

/** What stands behind an address in a text, or around it, and is pasted with it. */
const AROUND = /[\s\p{Cf}.,;:!?*_~'"`´’”»›<>()[\]{}|…。，、！？：；（）「」『』】》〉=\\]+$/u;

/**
 * Where a query or a fragment begins that was encoded with the address, or whose question mark was forgotten; or where the text goes on in
 * a script that puts no blank there, or that was copied whole. But for the names that people give, ours have none of these signs.
 */
const BEHIND =
  /[?#&]|(?<=[\w-])[\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff65—–]/u;

/** Where mail programs begin a new line in an address. */
const BROKEN = /-\s+/g;

/** An id as programs write it: without hyphens, in braces, as a URN (RFC 9562). */
const ID = /^(?:urn:uuid:)?\{?([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})$/;

/** Where programs and people look that know other sites: a password manager (W3C, "A well-known URL for changing passwords"), a feed reader. */
const ELSEWHERE = new Map([
  ["/.well-known/change-password", "/account"],
  // What is left of an article's address when its end is cut off.
  ["/articles", "/"],
  ...["/feed", "/rss", "/rss.xml", "/atom.xml", "/index.xml"].map((one): [string, string] => [
    one,
    "/feed.xml",
  ]),
]);

/** What is listed has the names that people gave it, which may have capitals and end in a full stop. */
const NAMED_BY_PEOPLE = new Set(["tags", "authors"]);

/**
 * Where an address leads to that nothing stands at: without the punctuation of the sentence it was copied from, in lower case (every path
 * of ours is, but for names of tags and authors), without doubled slashes, with ids and names as we write them.
 * @param url path and query, decodable @returns null when it already is as it should be
 */
export function meantAddress(url: string): string | null {
  const [path = "/", asked] = url.split(/\?(.*)/s, 2);
  const typed = path
    .split("/")
    .filter((one, at) => one !== "" || at === 0)
    .map((one) => decodeURIComponent(one).normalize("NFC"))
    .map((one, at, all) => (at === 2 && isName(all) ? one : one.toLowerCase().replace(BROKEN, "-")));
  const cut = typed.findIndex((one, at) => BEHIND.test(one) && !(at === 2 && isName(typed)));
  const segments = cut < 0 ? typed : typed.slice(0, cut + 1);
  if (cut >= 0) segments[cut] = typed[cut]?.split(BEHIND, 1)[0] ?? "";
  while (segments.length > (isName(segments) ? 3 : 1)) {
    const last = (segments.at(-1) ?? "").replace(AROUND, "");
    segments[segments.length - 1] = last;
    if (last !== "") break;
    segments.pop();
  }
  const meant = `/${asWeWrite(segments.filter((one) => one !== ""))
    .map(encodeURIComponent)
    .join("/")}`;
  const there = ELSEWHERE.get(meant) ?? meant;
  // Another spelling of the same is no other address: nothing stands there either.
  return decodeURIComponent(there) === decodeURIComponent(path) ? null : there + (asked ? `?${asked}` : "");
}

const isName = ([, room = ""]: string[]): boolean => NAMED_BY_PEOPLE.has(room.toLowerCase());

/** `/@ann` and `/members/@ann` are how others write what is `/members/ann` here. */
function asWeWrite(segments: string[]): string[] {
  const named = /^@./.test(segments[0] ?? "") ? ["members", ...segments] : segments;
  return named.map((one, at) =>
    named[at - 1] === "members" ? one.replace(/^@+(?=.)/, "") : one.replace(ID, "$1-$2-$3-$4-$5"),
  );
}

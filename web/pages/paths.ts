/** Where the API is served: the door. */
export const DOOR = "/api/v1";

/** Control characters and backslashes, which browsers read as other addresses than we do. */
const TREACHEROUS = /[\u0000-\u0020\u007f\\]/;

/** A path of this site and nothing else, or null: where a form or a sign-in may send somebody back to. */
export function sameSitePath(wish: string | null | undefined): string | null {
  if (!wish?.startsWith("/") || wish.startsWith("//") || TREACHEROUS.test(wish)) return null;
  const there = URL.parse(wish, "http://moot.invalid");
  // "/.//elsewhere" only becomes "//elsewhere" once the dots are resolved.
  if (there?.host !== "moot.invalid" || there.pathname.startsWith("//")) return null;
  return there.pathname + there.search + there.hash;
}

/** The same path with one more query parameter (or another value of it). */
export function withQuery(path: string, name: string, value: string): string {
  const there = new URL(path, "http://moot.invalid");
  there.searchParams.set(name, value);
  return there.pathname + there.search + there.hash;
}

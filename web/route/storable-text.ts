import "server-only";

/**
 * Where in a parsed value a text is that the database would not take: one with a NUL in it, or with half of a letter (a lone
 * surrogate), which JSON can spell. A path as zod writes it, "form" for the value itself; null where all of it can be kept.
 */
export function findUnstorable(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === "string") return isStorable(value) ? null : path.join(".") || "form";
  if (typeof value !== "object" || value === null) return null;
  for (const [name, one] of Object.entries(value)) {
    const found = isStorable(name) ? findUnstorable(one, [...path, name]) : path.join(".") || "form";
    if (found !== null) return found;
  }
  return null;
}

const isStorable = (text: string): boolean => !text.includes("\0") && !/\p{Surrogate}/u.test(text);

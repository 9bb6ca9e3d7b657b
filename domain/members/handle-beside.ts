/** Letters that nobody takes for others: a name with any other one does not say a username. */
const LATIN = /^[\p{sc=Latin}\p{M}\p{N}\p{P}\p{S}\s]*$/u;

/**
 * The username that stands beside a name: two members may have one name, and no two one username. Null where the name itself is the
 * username, but for case, accents and what stands between words: only one member can be called so.
 */
export function handleBeside({ name, handle }: { name: string; handle: string }): string | null {
  const said = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return said === handle && LATIN.test(name) ? null : `@${handle}`;
}

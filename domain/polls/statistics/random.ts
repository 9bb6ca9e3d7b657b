/** Hands out numbers, 0 ≤ n < 1. */
export type Random = () => number;

/**
 * A small generator whose numbers depend on the seed alone, so that a simulation, a shuffle or a starting point is
 * the same in every browser and in every test run. Never for secrets: 32 bits of state are guessed in seconds.
 *
 * Method: a Weyl sequence (state grows by the golden ratio's 32 bits), whitened by the finaliser of MurmurHash3
 * (A. Appleby, public domain); every 32-bit state occurs once per period of 2³².
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return whiten(state) / 2 ** 32;
  };
}

/** A seed from words, say a slug and an hour: FNV-1a over code points, whitened. */
export function seedFrom(...parts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const unit of parts.join("\u0000")) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return whiten(hash >>> 0);
}

/** The same things drawn one by one (Fisher and Yates, 1938); the argument is left alone. */
export function shuffled<T>(things: readonly T[], random: Random): T[] {
  const left = [...things];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

function whiten(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

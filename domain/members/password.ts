import common from "./common-passwords.json";
import * as t from "#messages/members";

/** NIST SP 800-63B asks for length, and for no rules of composition; the upper bound keeps hashing cheap. */
export const PASSWORD_LENGTH = { min: 10, max: 200 };

/** Fewer different characters than this is a pattern, not a password. */
const DIFFERENT_CHARACTERS = 5;

/** In small letters (see `scripts/common-passwords.ts`). */
const COMMON = new Set([
  ...common.passwords,
  // What guides to good passwords have made common, and what one thinks of here.
  ..."correcthorsebatterystaple trustno1trustno1 changeme123 letmein123 welcome123 mypassword1 discussion".split(
    " ",
  ),
]);

/** Shorter words are in half of all good passwords. */
const WORD = 4;
/** So much must be left of a password once what others know of its owner is taken out. Characters. */
const OF_ONES_OWN = 5;

/** What is wrong with a password, as a kind sentence; null when nothing is. `about` is what others know of its owner. */
export function weaknessOf(password: string, about: string[] = []): string | null {
  if (password.trim() === "") return t.aPasswordOfBlanksIsNo;
  const plain = password.toLowerCase();
  if (COMMON.has(plain.replaceAll(/\s/gu, ""))) return t.thatIsOneOfTheFirst;
  if (isPatternOnly(plain)) return t.thatRepeatsOnlyAFewCharacters;
  if (isMadeOf(plain, ["moot", ...about])) return t.yourOwnNameOrAddress;
  return null;
}

export const isPatternOnly = (plain: string): boolean => new Set(plain).size < DIFFERENT_CHARACTERS;

/** Whether hardly more is left of it than blanks and punctuation, once these words and their parts are taken out. */
function isMadeOf(plain: string, known: string[]): boolean {
  const whole = known.map((word) => word.toLowerCase());
  const parts = whole.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u));
  const rest = [...whole, ...parts]
    .filter((word) => word.length >= WORD)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest !== plain && Array.from(rest.replaceAll(/[^\p{L}\p{N}]/gu, "")).length < OF_ONES_OWN;
}

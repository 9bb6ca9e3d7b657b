import * as t from "#messages/members";

/** NIST SP 800-63B asks for at least 8 characters, better 15, and for no rules of composition; the upper bound keeps hashing cheap. */
export const PASSWORD_LENGTH = { min: 10, max: 200 };

/** Fewer different characters than this is a pattern, not a password. */
const DIFFERENT_CHARACTERS = 5;

/** What leaked lists of passwords have most of, at ten characters and more. */
const COMMON = new Set(
  [
    "1234567890 0123456789 12345678910 123456789a 1q2w3e4r5t qwertyuiop qwerty12345 qwerty123456 asdfghjkl1 zxcvbnm123 1qaz2wsx3edc",
    "password12 password123 password1234 password12345 passw0rd123 mypassword mypassword1 letmein123 welcome123 iloveyou123 iloveyou12",
    "football123 baseball123 superman123 sunshine123 princess123 michael123 abcdefghij abc1234567 abcd123456 a123456789 q123456789",
    "administrator changeme123 correcthorsebatterystaple trustno1trustno1 knowledge1 discussion",
  ].flatMap((line) => line.split(" ")),
);

/** What is wrong with a password, as a kind sentence; null when nothing is. `about` is what others know of its owner. */
export function weaknessOf(password: string, about: string[] = []): string | null {
  if (password.trim() === "") return t.aPasswordOfBlanksIsNo;
  const plain = password.toLowerCase();
  if (COMMON.has(plain.replaceAll(" ", ""))) return t.thatIsOneOfTheFirst;
  if (new Set(plain).size < DIFFERENT_CHARACTERS) return t.thatRepeatsOnlyAFewCharacters;
  if (about.some((known) => known.toLowerCase() === plain)) return t.yourOwnNameOrAddress;
  return null;
}

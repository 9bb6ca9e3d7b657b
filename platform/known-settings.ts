import * as t from "#messages/settings";
import { say } from "@/messages/say";

/** What our own processes tell each other, and what the tests are told; nothing of it is a setting. */
const OUR_OWN = [
  "MOOT_CALLED_FROM",
  "MOOT_WITHOUT_TIMEOUTS",
  "MOOT_LONG",
  "MOOT_SITES",
  "MOOT_BROWSER",
  "MOOT_EVERY_ADDRESS",
];

/** A name that differs by so many characters is taken for a typing error. */
const SLIP = 3;

/** A sentence for each variable that looks like ours and is none: a misspelt setting would be silently none at all. */
export function unknownNames(given: readonly string[], known: readonly string[]): string[] {
  return given
    .filter((name) => name.startsWith("MOOT_") && !known.includes(name) && !OUR_OWN.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      return meant === undefined
        ? say(t.isNoSetting, { name })
        : say(t.isNoSettingButPerhaps, { name, meant });
    });
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const bare = name.replace(/^MOOT_/, "");
  const [best] = known
    .map((one) => ({ one, far: Math.min(distance(name, one), distance(bare, one)) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= SLIP ? best.one : undefined;
}

/** Names of variables are ASCII, so a character is one code unit. */
const NOTHING = /(?:)/;

/** Levenshtein's: signs to add, take away or change until one is the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [line, sign] of one.split(NOTHING).entries()) {
    const next = [line + 1];
    for (const [column, theirs] of other.split(NOTHING).entries())
      next.push(
        Math.min(
          (row[column] ?? 0) + (sign === theirs ? 0 : 1),
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

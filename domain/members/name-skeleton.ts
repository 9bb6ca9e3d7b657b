import { latinLookalikes, skeleton } from "@/domain/prose/confusables";

/**
 * What a name looks like at a glance: its skeleton (UTS 39), without accents, case, spaces and punctuation, which UTS 39 keeps
 * and a reader of names does not, and with figures read as the letters they are written for. Two names with the same one are
 * taken for each other.
 */
export function nameSkeleton(name: string): string {
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return skeleton(latinLookalikes(letters))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("vv", "w")
    .replace(/[i35]/gu, (sign) => WRITTEN_FOR[sign] ?? sign);
}

/** "l" is what the skeleton makes of "1" and of a capital "i", "o" of "0". */
const WRITTEN_FOR: Readonly<Record<string, string>> = { i: "l", 3: "e", 5: "s" };

import { commentText } from "@/domain/comments/seed/text";
import type { Random } from "@/domain/polls/statistics/random";
import { renderComment } from "@/domain/prose/comment";

/** A text in Markdown and as it is shown. */
export type PooledText = { source: string; html: string };

/** Of so many comments one is new; of a million it is said often enough. */
const BODIES = { each: 250, atMost: 4_000 };
const PLACES = { each: 50, atMost: 20_000 };
const SYLLABLES =
  "ba be bo da de do fa fi ga go ka ke la lo ma mi na ne or pa pe ra ri sa se ta te va ve zu".split(" ");
/** The later in the list, the rarer: the first places are in thousands of comments, most in a handful. */
const RARENESS = 4;

/** Between two paragraphs, in both forms: as Markdown is rendered, nothing. */
export const BETWEEN = { source: "\n\n", html: "" };

/** What comments are made of: one of the first and one of the second, a paragraph that names a place. */
export function poolOf(comments: number, random: Random): { bodies: PooledText[]; places: PooledText[] } {
  const howMany = ({ each, atMost }: typeof BODIES) => Math.min(atMost, Math.ceil(comments / each) + 10);
  const written = (source: string) => ({ source, html: renderComment(source) });
  const bodies = Array.from({ length: howMany(BODIES) }, () => written(commentText(random, null)));
  const places = Array.from({ length: howMany(PLACES) }, (_, nth) =>
    written(`I saw it happen in ${placeName(nth)}.`),
  );
  return { bodies, places };
}

/** One of so many, the first ones far more often. */
export const rarely = (many: number, random: Random): number => Math.floor(many * random() ** RARENESS);

/** Each number has a name of its own. */
export function placeName(nth: number): string {
  let name = "";
  let rest = nth + SYLLABLES.length ** 2;
  while (rest > 0) {
    name += SYLLABLES[rest % SYLLABLES.length] ?? "";
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

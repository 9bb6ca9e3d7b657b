import type { Sort } from "@/domain/comments/comment";
import type { PollOption } from "@/domain/polls/poll";

/** What every comment of a discussion is drawn with. */
export type Place = {
  slug: string;
  sort: Sort;
  /** The answer of the poll to the tone of its side. */
  tones: Record<string, Tone>;
  /** Nobody can write here any more. */
  closed: boolean;
};

/** A side's colour in styles/tokens.css; an answer that is no side has none. */
export type Tone = "a" | "b" | "c" | "d" | "none";

const TONES: Tone[] = ["a", "b", "c", "d"];

/** The sides of a question in their order. More than four are told apart by their words alone. */
export function tonesOf(options: PollOption[]): Record<string, Tone> {
  const sides = options.filter(({ side }) => side);
  return Object.fromEntries(options.map((option) => [option.key, TONES[sides.indexOf(option)] ?? "none"]));
}

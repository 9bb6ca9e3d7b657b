import type { Sort } from "@/domain/comments/comment";
import type { PollOption } from "@/domain/polls/poll";

/** What every comment of a discussion is drawn with. */
export type ThreadContext = {
  slug: string;
  sort: Sort;
  /** The poll's answers by their keys. */
  answers: Record<string, PollAnswer>;
  /** Nobody can write here any more. */
  closed: boolean;
};

export type PollAnswer = { label: string; tone: Tone };

/** A side's colour in styles/tokens.css; an answer that is no side has none. */
export type Tone = "a" | "b" | "c" | "d" | "none";

const TONES: Tone[] = ["a", "b", "c", "d"];

/** Whether the question has sides to tell apart. */
export const hasSides = ({ answers }: ThreadContext): boolean =>
  Object.values(answers).filter(({ tone }) => tone !== "none").length > 1;

/** The sides of a question in their order. More than four are told apart by their words alone. */
export function answersOf(options: PollOption[]): Record<string, PollAnswer> {
  const sides = options.filter(({ side }) => side);
  return Object.fromEntries(
    options.map((option) => [
      option.key,
      { label: option.label, tone: TONES[sides.indexOf(option)] ?? "none" },
    ]),
  );
}

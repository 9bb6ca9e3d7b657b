import { sideTones, type Tone } from "@/components/polls/side-tones";
import type { Sort } from "@/domain/comments/comment";
import type { PollOption } from "@/domain/polls/poll";

/** What every comment of a discussion is drawn with. */
export type ThreadContext = {
  slug: string;
  /** The article's, as it is on this page. */
  revision: number;
  sort: Sort;
  /** The poll's answers by their keys. */
  answers: Record<string, PollAnswer>;
  /** Comments that stand above as the best case for a side, by their ids, where everybody may see that. */
  bestCases: readonly string[];
  /** Nobody can write here any more. */
  closed: boolean;
  /** When it closes by itself (ISO 8601); null when it does not. */
  closesAt: string | null;
};

export type PollAnswer = { label: string; tone: Tone };

/** Whether the question has sides to tell apart. */
export const hasSides = ({ answers }: ThreadContext): boolean =>
  Object.values(answers).filter(({ tone }) => tone !== "none").length > 1;

/** The poll's answers by their keys. */
export function answersOf(options: PollOption[]): Record<string, PollAnswer> {
  const tones = sideTones(options);
  return Object.fromEntries(
    options.map(({ key, label }, nth) => [key, { label, tone: tones[nth] ?? "none" }]),
  );
}

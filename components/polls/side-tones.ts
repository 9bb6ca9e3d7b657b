import type { PollOption } from "@/domain/polls/poll";

/** The sides' colours in styles/tokens.css, in order: a poll has six options at most. */
const SIDE_TONES = ["a", "b", "c", "d", "e", "f"] as const;

/** A side's colour; an answer that is no side has none. */
export type Tone = (typeof SIDE_TONES)[number] | "none";

/** The colour of each option, wherever it is drawn: in the poll's card, in a chart, beside a comment. Words always stand beside it. */
export function sideTones(options: readonly Pick<PollOption, "side">[]): Tone[] {
  let next = 0;
  return options.map(({ side }) => (side ? (SIDE_TONES[next++] ?? "none") : "none"));
}

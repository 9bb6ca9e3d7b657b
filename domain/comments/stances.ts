import type { ResultsShown } from "@/domain/polls/poll";

type Asked = {
  now: string;
  poll: { shown: ResultsShown; opens: string; closes: string | null; answered: boolean } | null;
};

/** Stances tell how the vote goes, so they are shown exactly when its result may be. */
export function stancesShown({ poll, now }: Asked): boolean {
  if (!poll || new Date(poll.opens) > new Date(now)) return false;
  const closed = poll.closes !== null && new Date(poll.closes) <= new Date(now);
  return closed || poll.shown === "always" || (poll.shown === "after_vote" && poll.answered);
}

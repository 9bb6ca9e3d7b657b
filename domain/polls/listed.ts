import "server-only";

import { NO_ANSWER_YET, stateOf, type ListedOption, type ListedPoll, type ResultsShown } from "./poll";
import { resultsVisibleTo } from "./visibility";
import { Prisma } from "@/platform/database";

/** The poll of an article in a list, as the database writes it; moments as text. */
export type ListedPollRow = {
  question: string;
  resultsShown: ResultsShown;
  guessing: boolean;
  opensAt: string;
  closesAt: string | null;
  /** Published votes for the answers that stand; null before any were. */
  votes: number | null;
  /** In their order. */
  options: ListedOption[];
  now: string;
};

/** One column, from `article a`: a `ListedPollRow`, or null without a poll. */
export const listedPollColumn = Prisma.sql`
  (SELECT json_build_object('question', p.question, 'resultsShown', p.results_shown, 'guessing', p.guessing,
      'opensAt', p.opens_at, 'closesAt', p.closes_at, 'now', now(),
      'votes', (SELECT sum(t.votes)::int FROM published_tally t JOIN poll_option o
        ON o.poll_id = t.poll_id AND o.key = t.option_key AND o.removed_at IS NULL WHERE t.poll_id = p.id),
      'options', (SELECT json_agg(json_build_object('key', o.key, 'label', o.label, 'side', o.side, 'votes', coalesce(t.votes, 0)::int) ORDER BY o.position)
        FROM poll_option o LEFT JOIN published_tally t ON t.poll_id = o.poll_id AND t.option_key = o.key
        WHERE o.poll_id = p.id AND o.removed_at IS NULL))
    FROM poll p WHERE p.article_id = a.id) AS poll`;

/** As a list shows it to everybody: the votes only where anybody may see the result. */
export function asListed({
  question,
  resultsShown,
  guessing,
  votes,
  options,
  ...row
}: ListedPollRow): ListedPoll {
  const now = new Date(row.now);
  const opensAt = new Date(row.opensAt);
  const closesAt = row.closesAt === null ? null : new Date(row.closesAt);
  const hideable = { resultsShown, guessing, opensAt, closesAt, published: votes !== null };
  const { visible } = resultsVisibleTo(hideable, NO_ANSWER_YET, now);
  return {
    question,
    state: stateOf({ opensAt, closesAt }, now),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt?.toISOString() ?? null,
    votes: visible ? votes : null,
    options: visible ? options : null,
  };
}

import "server-only";

import { PUBLISHED } from "@/domain/articles/published";
import type { Member } from "@/domain/members/member";
import { mayWithPoll } from "./policy";
import {
  NO_ANSWER_YET,
  stateOf,
  type MyPoll,
  type PollOption,
  type PollResults,
  type PollView,
  type ResultsShown,
  type ViewerAnswer,
} from "./poll";
import { resultsVisibleTo, stancesVisibleTo } from "./visibility";
import { fromStore } from "@/domain/prose/safe-html";
import { Prisma, query } from "@/platform/database";
import { transpose, byPosition, batched } from "@/platform/batching";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/polls";

/** A poll as it stands, before anybody was asked what may be shown. It does not leave the domain. */
export type FoundPoll = {
  id: string;
  articleId: string;
  question: string;
  options: PollOption[];
  resultsShown: ResultsShown;
  opensAt: Date;
  closesAt: Date | null;
  version: number;
  detached: boolean;
  guessing: boolean;
  confirmedBefore: boolean;
  closingStatement: string | null;
  closingHtml: string | null;
  /** Published counts by option, and when they moved; null below FEWEST_SHOWN votes. */
  counts: Record<string, number> | null;
  asOf: Date | null;
  choice: string | null;
  voted: boolean | null;
  asked: boolean | null;
  guessed: boolean | null;
  guess: number | null;
  switched: boolean | null;
  told: boolean | null;
  /** The database's clock. */
  now: Date;
};

/** The article's poll with results as far as `viewer` may see them; null without a poll. A public page asks for nobody. */
export async function pollOf(article: { id: string }, viewer: Member | null): Promise<PollView | null> {
  const poll = await findPoll(article.id, viewer);
  return poll && asView(poll);
}

/** What is the viewer's own in the article's poll; null without a poll. */
export async function pollOverlay(article: { id: string }, viewer: Member | null): Promise<MyPoll | null> {
  const poll = await findPoll(article.id, viewer);
  return poll && asMine(poll, viewer);
}

/** Both in one round trip, for a page about one member. */
export async function pollFor(
  article: { id: string },
  viewer: Member | null,
): Promise<{ poll: PollView; mine: MyPoll } | null> {
  const poll = await findPoll(article.id, viewer);
  return poll && { poll: asView(poll), mine: asMine(poll, viewer) };
}

/** Whether stances may be shown to this viewer on this article's pages; without a poll there are none. */
export async function mayShowStances(article: { id: string }, viewer: Member | null): Promise<boolean> {
  const poll = await findPoll(article.id, viewer);
  return poll !== null && stancesVisibleTo(poll, standingOf(poll), poll.now);
}

/** The poll of the article with this address; NotFound without one. */
export async function pollAt(slug: string, viewer: Member | null): Promise<FoundPoll> {
  const poll = await find({ slug, sessionToken: viewer?.sessionToken ?? null });
  if (!poll) throw new NotFound(t.thereIsNoPoll);
  return poll;
}

export const findPoll = (articleId: string, viewer: Member | null): Promise<FoundPoll | null> =>
  find({ articleId, sessionToken: viewer?.sessionToken ?? null });

/** The poll and, in the same round trip, what `beside` (one column of SQL, from `poll p`) gives. */
export async function findPollWith<Beside extends object>(
  articleId: string,
  viewer: Member | null,
  beside: Prisma.Sql,
): Promise<(FoundPoll & Beside) | null> {
  const [found] = await findAll<FoundPoll & Beside>(
    [{ articleId, sessionToken: viewer?.sessionToken ?? null }],
    beside,
  );
  return found ?? null;
}

/** A poll by its article's id or address, and who asks. */
type PollQuery = { articleId?: string; slug?: string; sessionToken: string | null };

const find = batched<PollQuery, FoundPoll | null>({
  many: findAll,
  one: async (asked) => (await findAll([asked]))[0] ?? null,
});

async function findAll<Row extends FoundPoll>(
  asked: readonly PollQuery[],
  beside?: Prisma.Sql,
): Promise<(Row | null)[]> {
  const [ids, slugs, keys] = transpose(asked, "articleId", "slug", "sessionToken");
  const rows = await query<Row & { nth: number }>(Prisma.sql`
    SELECT asked.nth::int AS nth, found.*, m.*
    FROM unnest(${ids}::uuid[], ${slugs}::text[], ${keys}::text[]) WITH ORDINALITY AS asked (article, slug, ballot_key, nth)
    CROSS JOIN LATERAL (
      SELECT ${pollColumns}${beside ? Prisma.sql`, ${beside}` : Prisma.empty} FROM poll p
      WHERE p.article_id = coalesce(asked.article, (SELECT a.id FROM article a WHERE a.slug = asked.slug AND ${PUBLISHED})) LIMIT 1
    ) found
    LEFT JOIN LATERAL my_standing(found.id, asked.ballot_key) m ON asked.ballot_key IS NOT NULL`);
  return byPosition(asked, rows).map((row) => row ?? null);
}

/** The columns of a `Found`, from `poll p`, all but where one stands in it. */
export const pollColumns = Prisma.sql`
  p.id, p.article_id AS "articleId", p.question, p.results_shown::text AS "resultsShown", p.opens_at AS "opensAt",
  p.closes_at AS "closesAt", p.version, p.detached, p.guessing, p.confirmed_before AS "confirmedBefore", p.closing_statement AS "closingStatement",
  p.closing_html AS "closingHtml",
  (SELECT json_agg(json_build_object('key', key, 'label', label, 'sentence', sentence, 'side', side) ORDER BY position)
    FROM poll_option WHERE poll_id = p.id AND removed_at IS NULL) AS options,
  (SELECT json_object_agg(option_key, votes) FROM published_tally WHERE poll_id = p.id) AS counts,
  (SELECT max(as_of) FROM published_tally WHERE poll_id = p.id) AS "asOf", now() AS now`;

export const standingOf = (poll: FoundPoll): ViewerAnswer =>
  poll.voted === null
    ? NO_ANSWER_YET
    : { voted: poll.voted, asked: poll.asked === true, guessed: poll.guessed === true };

export function asView(poll: FoundPoll): PollView {
  const { question, options, resultsShown, version, detached, guessing, confirmedBefore } = poll;
  const { closingStatement, closingHtml } = poll;
  const state = stateOf(poll, poll.now);
  return {
    question,
    options,
    state,
    resultsShown,
    opensAt: poll.opensAt.toISOString(),
    closesAt: poll.closesAt?.toISOString() ?? null,
    version,
    detached,
    guessing,
    confirmedBefore,
    closingStatement: state === "closed" ? closingStatement : null,
    closingHtml: state === "closed" && closingHtml !== null ? fromStore(closingHtml) : null,
    results: resultsOf(poll),
  };
}

export function asMine(poll: FoundPoll, viewer: Member | null): MyPoll {
  const standing = standingOf(poll);
  const state = stateOf(poll, poll.now);
  const here = { ...standing, switched: poll.switched === true, told: poll.told === true };
  return {
    ...standing,
    choice: poll.choice,
    guess: poll.guess,
    results: resultsOf(poll),
    can: mayWithPoll(viewer, { ...poll, state }, here),
  };
}

function resultsOf(poll: FoundPoll): PollResults {
  const { counts, asOf, options, now } = poll;
  const visibility = resultsVisibleTo({ ...poll, published: counts !== null }, standingOf(poll), now);
  if (!visibility.visible) return visibility;
  if (counts === null || asOf === null) return { visible: false, reason: "too-few" };
  const total = options.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0);
  const figures = options.map(({ key }) => ({
    key,
    votes: counts[key] ?? 0,
    share: (counts[key] ?? 0) / total,
  }));
  return { visible: true, total, options: figures, asOf: asOf.toISOString() };
}

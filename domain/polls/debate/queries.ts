import "server-only";

import type { Member } from "@/domain/members/member";
import { fromStore } from "@/domain/prose/safe-html";
import type {
  BestCase,
  Debate,
  DebateView,
  Direction,
  Happened,
  Quoted,
  SecondOpinion,
  ToldChange,
} from "./debate";
import { guessedOption, type PollResults, type PollView } from "@/domain/polls/poll";
import { asMine, asView, findPoll, findPollWith, type FoundPoll } from "@/domain/polls/queries";
import { BADGE_BOUND, SIDE_VOTERS } from "@/domain/polls/statistics/bridging";
import { sidesInOrder } from "@/domain/polls/statistics/case-for-each-side";
import { guessGap, type PublishedGuesses } from "@/domain/polls/statistics/guess";
import { mcnemar } from "@/domain/polls/statistics/mcnemar";
import { leastLopsided, type Movement } from "@/domain/polls/statistics/movement";
import {
  opinionOverTime,
  type OpinionOverTime,
  type Slice,
} from "@/domain/polls/statistics/opinion-over-time";
import { database, literalNumber, Prisma } from "@/platform/database";
import * as t from "#messages/debate";
import { say } from "@/messages/say";

/** Comments both sides respect that are shown in one place: enough to read, few enough to be read. */
const SHOWN_BRIDGES = 3;
/** Reasons shown in one place. */
const SHOWN_REASONS = 20;

type Article = { id: string; slug: string };

/** What the argument changed, as far as `viewer` may see the poll's results; null without a poll. */
export async function debateOf(article: Article, viewer: Member | null): Promise<DebateView | null> {
  const poll = await findPoll(article.id, viewer);
  if (!poll) return null;
  const view = asView(poll);
  const { results } = asMine(poll, viewer);
  return { poll: view, debate: results.visible ? await debate(article, poll, results) : null };
}

/** The poll, and with it the best case for each side where results, and so stances, may be shown to `viewer`; one query. */
export async function pollAndCases(
  article: Article,
  viewer: Member | null,
): Promise<{ poll: PollView; debate: Pick<Debate, "cases" | "results"> | null } | null> {
  const found = await findPollWith<{ cases: CaseRow[] | null }>(
    article.id,
    viewer,
    Prisma.sql`(SELECT json_agg(x) FROM (${bestCasesOf(Prisma.sql`p.id`)}) x) AS cases`,
  );
  if (!found) return null;
  const { cases, ...poll } = found;
  const { results } = asMine(poll, viewer);
  if (!results.visible) return { poll: asView(poll), debate: null };
  return { poll: asView(poll), debate: { results, cases: inSides(cases ?? [], article, poll) } };
}

async function debate(
  article: Article,
  poll: FoundPoll,
  results: Extract<PollResults, { visible: true }>,
): Promise<Debate> {
  const [cases, bothSides, standingOut, scored, movement, overTime, happened, guesses, told, changedMinds] =
    await Promise.all([
      bestCases(article, poll),
      bridges(article),
      standingOutIn(article),
      hasScores(article),
      movementIn(poll),
      timeline(poll),
      happenings(article, poll),
      everyGuess(poll),
      toldChanges(poll),
      database().publishedMindChange.count({ where: { pollId: poll.id, closer: false } }),
    ]);
  const truth = results.options.find(({ key }) => key === guessedOption(poll.options)?.key)?.share ?? 0;
  return {
    results,
    cases,
    bothSides,
    bridging: { ...sidesCounted(poll, results), scored },
    secondOpinion: secondOpinionOf(standingOut, bothSides),
    movement,
    direction: directionOf(movement),
    overTime,
    happened,
    guesses: poll.guessing ? guessGap(guesses, truth, poll.guess) : null,
    told,
    changedMinds,
  };
}

type QuotedRow = Omit<Quoted, "html" | "author" | "postedAt"> & {
  html: string;
  handle: string | null;
  name: string | null;
  postedAt: Date;
};

const QUOTED = Prisma.sql`
  c.id, c.html, m.handle, m.name, c.stance, c.posted_at AS "postedAt", c.changed_minds AS "changedMinds"`;

const quotedOf = ({ html, handle, name, postedAt, ...row }: QuotedRow): Quoted => ({
  ...row,
  html: fromStore(html),
  author: handle !== null && name !== null ? { handle, name } : null,
  postedAt: new Date(postedAt).toISOString(),
});

type CaseRow = QuotedRow & { side: string; pinned: boolean };

/** A stance taken back, or a comment taken down, leaves the place to the other choice. */
const bestCasesOf = (poll: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (b.side) b.side, b.pinned, ${QUOTED}
  FROM best_case b JOIN comment c ON c.id = b.comment_id AND c.state = 'visible' AND c.stance = b.side
    LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
  WHERE b.poll_id = ${poll} ORDER BY b.side, b.pinned DESC`;

async function bestCases(article: Article, poll: FoundPoll): Promise<BestCase[]> {
  return inSides(
    await database().$queryRaw<CaseRow[]>(bestCasesOf(Prisma.sql`${poll.id}::uuid`)),
    article,
    poll,
  );
}

/** In this hour's order of sides. */
function inSides(rows: readonly CaseRow[], { slug }: Article, poll: FoundPoll): BestCase[] {
  const sides = poll.options.filter(({ side }) => side).map(({ key }) => key);
  return sidesInOrder(sides, slug, poll.now).map((key) => {
    const row = rows.find(({ side }) => side === key);
    if (!row) return { side: key, comment: null, chosenBy: null };
    const { side, pinned, ...quoted } = row;
    return {
      side,
      comment: quotedOf(quoted),
      chosenBy: pinned ? "an editor or a moderator" : "the other side",
    };
  });
}

async function bridges({ id }: Article): Promise<Quoted[]> {
  const rows = await database().$queryRaw<QuotedRow[]>`
    SELECT ${QUOTED} FROM comment c LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
    WHERE c.article_id = ${id}::uuid AND c.state = 'visible' AND c.listed AND c.bridging >= 0 AND c.bridging >= ${BADGE_BOUND}
    ORDER BY c.bridging DESC, c.best DESC, c.id LIMIT ${literalNumber(SHOWN_BRIDGES)}`;
  return rows.map(quotedOf);
}

/** By the last second opinion, best first; the number of those it was made from stands in each row. */
async function standingOutIn({ id }: Article): Promise<(QuotedRow & { reactors: number })[]> {
  return database().$queryRaw<(QuotedRow & { reactors: number })[]>`
    SELECT ${QUOTED}, o.reactors FROM second_opinion o JOIN second_opinion_comment s ON s.article_id = o.article_id
      JOIN comment c ON c.id = s.comment_id AND c.state = 'visible' LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL
    WHERE o.article_id = ${id}::uuid ORDER BY s.place`;
}

function secondOpinionOf(
  rows: (QuotedRow & { reactors: number })[],
  bothSides: readonly Quoted[],
): SecondOpinion | null {
  const [first] = rows;
  if (!first) return null;
  const found = rows.map(({ reactors: _, ...row }) => quotedOf(row));
  const known = new Set(found.map(({ id }) => id));
  return {
    reactors: Math.floor((first.reactors - 1) / 100) * 100,
    comments: found.slice(0, SHOWN_BRIDGES),
    agrees: bothSides.map(({ id }) => id).filter((id) => known.has(id)),
  };
}

/** Which sides lend their reactions to the score: the rule is the method's, the sizes are the published ones. */
function sidesCounted(
  { options }: FoundPoll,
  results: Debate["results"],
): { counted: number; leftOut: string[] } {
  const votes = new Map(results.options.map((option) => [option.key, option.votes]));
  const sides = options.filter(({ side }) => side).map(({ key }) => key);
  const leftOut = sides.filter((key) => (votes.get(key) ?? 0) < SIDE_VOTERS);
  return { counted: sides.length - leftOut.length, leftOut };
}

/** Whether both sides reacted often enough to any comment for it to have a score at all. */
async function hasScores({ id }: Article): Promise<boolean> {
  const [found] = await database().$queryRaw<{ scored: boolean }[]>`
    SELECT EXISTS (SELECT FROM comment c
      WHERE c.article_id = ${id}::uuid AND c.state = 'visible' AND c.listed AND c.bridging >= 0) AS scored`;
  return found?.scored === true;
}

async function movementIn(poll: FoundPoll): Promise<Movement | null> {
  const [found] = await database().$queryRaw<{ moved: number; gained: Record<string, number> }[]>`
    SELECT moved, gained FROM published_movement WHERE poll_id = ${poll.id}::uuid`;
  if (!found) return null;
  const sides = poll.options.filter(({ side }) => side);
  return {
    moved: found.moved,
    gained: sides.map(({ key }) => ({ side: key, members: found.gained[key] ?? 0 })),
  };
}

/** Between two sides, and from what is told: another test would need, or give away, more. */
function directionOf(movement: Movement | null): Direction | null {
  if (movement === null || movement.gained.length !== 2) return null;
  const { p, method } = mcnemar(...leastLopsided(movement));
  return { method: method === "exact" ? "McNemar, exact" : "McNemar, mid-p", p };
}

type BucketRow = {
  series: "newcomers" | "switchers";
  from: string;
  to: string;
  counts: Record<string, number>;
};

/** The database has filled the buckets already, so the method only turns them into shares. */
async function timeline(poll: FoundPoll): Promise<OpinionOverTime> {
  const rows = await database().$queryRaw<BucketRow[]>`
    SELECT series, from_day::text AS "from", to_day::text AS "to", counts FROM published_opinion
    WHERE poll_id = ${poll.id}::uuid ORDER BY series, position`;
  const slices = rows.map(({ series, from, to, counts }): Slice => ({
    from,
    to,
    newcomers: {},
    switchers: {},
    [series]: counts,
  }));
  return opinionOverTime(
    poll.options.filter(({ side }) => side).map(({ key }) => key),
    slices,
  );
}

async function happenings({ id }: Article, poll: FoundPoll): Promise<Happened[]> {
  const revisions = await database().articleRevision.findMany({
    where: { articleId: id, number: { gt: 1 }, createdAt: { gte: poll.opensAt } },
    select: { createdAt: true, number: true },
    orderBy: { number: "asc" },
  });
  const versions = await database().pollVersion.findMany({
    where: { pollId: poll.id },
    select: { until: true, version: true },
  });
  const pins = await database().bestCase.findMany({
    where: { pollId: poll.id, pinned: true, pinnedAt: { not: null } },
    select: { pinnedAt: true, side: true },
  });
  return [
    // A poll may be attached, or open, long after its article was there to be read.
    { at: poll.opensAt, words: t.thePollOpened },
    ...pins.map(({ pinnedAt, side }) => ({
      at: pinnedAt ?? poll.opensAt,
      words: say(t.anEditorPutAComment, { side: labelOf(poll, side) }),
    })),
    ...revisions.map(({ createdAt, number }) => ({
      at: createdAt,
      words: say(t.theArticleWasRevisedRevision, { number }),
    })),
    ...versions.map(({ until, version }) => ({
      at: until,
      words: say(t.thePollWasRewordedVersion, { version: version + 1 }),
    })),
  ]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, words }) => ({ at: at.toISOString(), words }));
}

const labelOf = ({ options }: FoundPoll, side: string): string =>
  options.find(({ key }) => key === side)?.label ?? side;

async function everyGuess(poll: FoundPoll): Promise<PublishedGuesses | null> {
  return database().publishedGuess.findUnique({
    where: { pollId: poll.id },
    select: { guesses: true, median: true },
  });
}

/** In the order of random ids, and so in no order of time; nothing about a comment that can no longer be read. */
async function toldChanges(poll: FoundPoll): Promise<ToldChange[]> {
  return database().$queryRaw<ToldChange[]>`
    SELECT t.comment_id AS "commentId", t.passage, t.why, t.closer
    FROM published_mind_change t LEFT JOIN comment c ON c.id = t.comment_id
    WHERE t.poll_id = ${poll.id}::uuid AND (t.why IS NOT NULL OR t.passage IS NOT NULL)
      AND (t.comment_id IS NULL OR c.state = 'visible')
    ORDER BY t.id LIMIT ${literalNumber(SHOWN_REASONS)}`;
}

import "server-only";

import type { Member } from "./member";
import { selectorsOf } from "@/domain/passages/annotation";
import { demandFreshProof } from "./reauthentication";
import { database, Prisma } from "@/platform/database";

/** Comments read at once: a copy of years of writing is sent in pieces, and never held whole. */
const PIECE = 500;

/**
 * Everything the site keeps of what a member said and what was decided about them, as one JSON text in pieces (the right to one's
 * data, GDPR article 20). Their votes are in it where their session opens them; to a member who is shut out they stay secret too.
 */
export async function ownData(viewer: Member): Promise<AsyncGenerator<string>> {
  await demandFreshProof(viewer);
  return pieces(viewer);
}

async function* pieces(viewer: Member): AsyncGenerator<string> {
  const [votes, guesses] = [await votesOf(viewer), await guessesOf(viewer)];
  const mindChanges = JSON.stringify(await mindChangesOf(viewer));
  const kept = JSON.stringify(await keptOf(viewer)).slice(0, -1);
  const filled = [
    `"votes":${listed(votes?.map(asFilled))}`,
    `"guesses":${listed(guesses?.map(asFilled))}`,
    `"mindChanges":${mindChanges}`,
  ];
  yield `${kept},${filled.join()},"comments":[`;
  let first = true;
  for await (const comment of commentsOf(viewer)) {
    yield `${first ? "" : ","}${JSON.stringify(comment)}`;
    first = false;
  }
  yield "]}\n";
}

const listed = (items: readonly string[] | undefined): string => (items ? `[${items.join()}]` : "null");

/** So much is left empty beside an answer that the length of the copy tells none to who watches the line. */
export type Filled<One> = { one: One; room: number };

const asFilled = ({ one, room }: Filled<unknown>): string => JSON.stringify(one) + " ".repeat(room);

/** All but votes, what was said with them, and comments. */
export async function keptOf(viewer: Member) {
  const one = { memberId: viewer.id };
  return {
    member: await database().member.findUniqueOrThrow({
      where: { id: viewer.id },
      select: {
        handle: true,
        name: true,
        email: true,
        claimedEmail: true,
        bio: true,
        role: true,
        joinedAt: true,
        provenAt: true,
        rulesVersion: true,
        termsVersion: true,
        privacyVersion: true,
      },
    }),
    sessions: await database().session.findMany({
      where: one,
      orderBy: { id: "asc" },
      select: { createdAt: true, seenAt: true, browser: true },
    }),
    securityEvents: await database().securityEvent.findMany({
      where: one,
      orderBy: { id: "asc" },
      select: { kind: true, at: true, browser: true },
    }),
    visits: await database().visit.findMany({
      where: one,
      select: { articleId: true, seenAt: true },
    }),
    outsideAccounts: await database().outsideAccount.findMany({
      where: one,
      select: { issuer: true, subject: true, joinedAt: true },
    }),
    earlierHandles: await database().earlierHandle.findMany({
      where: one,
      select: { handle: true, leads: true, at: true },
    }),
    reactions: await database().reaction.findMany({
      where: one,
      select: { commentId: true, kind: true, at: true },
    }),
    reports: await database().report.findMany({
      where: { reporterId: viewer.id },
      select: {
        commentId: true,
        member: { select: { handle: true } },
        reason: true,
        detail: true,
        at: true,
        state: true,
        notice: true,
      },
    }),
    decisions: await database().decision.findMany({
      where: one,
      orderBy: { seq: "asc" },
      select: {
        id: true,
        at: true,
        action: true,
        commentId: true,
        ground: true,
        rulesVersion: true,
        statement: true,
      },
    }),
    takenDown: await database().profileRemoval.findMany({
      where: one,
      select: { decisionId: true, name: true, bio: true, endedAt: true },
    }),
    drafts: await database().articleDraft.findMany({
      where: { ownerId: viewer.id },
      orderBy: { id: "asc" },
      select: { id: true, savedAt: true, fields: true },
    }),
    bylines: (
      await database().articleAuthor.findMany({
        where: one,
        orderBy: [{ articleId: "asc" }, { revision: "asc" }],
        select: { name: true, revision: true, of: { select: { article: { select: { slug: true } } } } },
      })
    ).map(({ of, ...byline }) => ({ article: of.article, ...byline })),
    writtenArticles: await database().articleWriter.findMany({
      where: one,
      orderBy: { articleId: "asc" },
      select: { article: { select: { slug: true } }, publishedAt: true },
    }),
    passkeys: await database().passkey.findMany({
      where: one,
      orderBy: { id: "asc" },
      select: { name: true, createdAt: true, usedAt: true },
    }),
    appeals: await database().appeal.findMany({
      where: one,
      select: { decisionId: true, words: true, at: true, outcome: true, answer: true, answeredAt: true },
    }),
    following: await database().following.findMany({
      where: one,
      select: { article: { select: { slug: true } }, subjectId: true, state: true },
    }),
    followedListings: await database().listingFollowing.findMany({
      where: one,
      select: { kind: true, name: true, at: true },
    }),
    muted: await database().memberMute.findMany({
      where: one,
      select: { at: true, muted: { select: { handle: true } } },
    }),
    mails: await database().mailChoice.findUnique({
      where: one,
      select: { wanted: true, unwanted: true, none: true, digest: true },
    }),
    notices: await database().notice.findMany({
      where: { ...one, at: { lte: new Date() } },
      select: { kind: true, at: true, readAt: true, commentId: true },
    }),
  };
}

export async function* commentsOf(viewer: Member) {
  for (let after: string | undefined; ;) {
    const some = await database().comment.findMany({
      where: { authorId: viewer.id, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: PIECE,
      select: {
        id: true,
        parentId: true,
        state: true,
        postedAt: true,
        editedAt: true,
        stance: true,
        article: { select: { slug: true } },
        revisions: { orderBy: { number: "asc" }, select: { number: true, at: true, source: true } },
        passage: {
          select: { revision: true, exact: true, prefix: true, suffix: true, begins: true, ends: true },
        },
      },
    });
    yield* some.map(({ passage, ...comment }) => ({ ...comment, about: passage && targetOf(passage) }));
    after = some.at(-1)?.id;
    if (some.length < PIECE) return;
  }
}

/** As the Web Annotation model has it, so that other programs can find it. */
const targetOf = ({ revision, ...passage }: Parameters<typeof selectorsOf>[0] & { revision: number }) => ({
  revision,
  selector: selectorsOf(passage),
});

type Vote = { article: string; question: string; option: string };

/** Each with room up to its poll's longest answer. Null where there is no session to open the ballots with. */
export async function votesOf({ sessionToken }: Member): Promise<Filled<Vote>[] | null> {
  if (sessionToken === null) return null;
  const found = await database().$queryRaw<(Vote & { longest: number })[]>(Prisma.sql`
    SELECT * FROM (SELECT a.slug AS article, p.question, my_vote(p.id, ${sessionToken}) AS option,
        (SELECT max(length(key)) FROM poll_option WHERE poll_id = p.id) AS longest
      FROM poll p JOIN article a ON a.id = p.article_id) mine WHERE option IS NOT NULL ORDER BY article`);
  return found.map(({ longest, ...one }) => ({ one, room: longest - one.option.length }));
}

/** `share` is from 0 to 1, and null of who passed the question. */
type Guess = { article: string; question: string; share: number | null };
/** No number in JSON is longer. */
const LONGEST_SHARE = 24;

/** What was guessed of polls before their results were seen; null as for votes. */
export async function guessesOf({ sessionToken }: Member): Promise<Filled<Guess>[] | null> {
  if (sessionToken === null) return null;
  const found = await database().$queryRaw<Guess[]>(Prisma.sql`
    SELECT a.slug AS article, p.question, s.guess AS share
    FROM poll p JOIN article a ON a.id = p.article_id CROSS JOIN LATERAL my_standing(p.id, ${sessionToken}) s
    WHERE s.guessed ORDER BY article`);
  return found.map((one) => ({ one, room: LONGEST_SHARE - String(one.share).length }));
}

type MindChange = {
  article: string;
  commentId: string | null;
  passage: string | null;
  why: string;
  closer: boolean;
  quotable: boolean;
};

/** What the member said had changed their mind, or moved them closer; null as for votes. */
export async function mindChangesOf({ sessionToken }: Member): Promise<MindChange[] | null> {
  if (sessionToken === null) return null;
  return database().$queryRaw<MindChange[]>(Prisma.sql`
    SELECT a.slug AS article, m.comment_id AS "commentId", m.passage, m.why, m.closer, m.quotable
    FROM my_mind_changes(${sessionToken}) m JOIN poll p ON p.id = m.poll_id JOIN article a ON a.id = p.article_id`);
}

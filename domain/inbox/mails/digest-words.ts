import "server-only";

import { endMailsToken } from "./token";
import { type MailItem, type MailWords, REFUSALS } from "@/domain/mail/mail";
import { isolated } from "@/domain/prose/isolates";
import { textPieces } from "@/domain/prose/pieces";
import { fromStore } from "@/domain/prose/safe-html";
import type { NewArticle } from "@/domain/following/following";
import { newArticles } from "@/domain/following/listings";
import { type Database, database, literalNumber, Prisma } from "@/platform/database";
import { env } from "@/platform/env";
import * as t from "#messages/notices";
import { say } from "@/messages/say";

/** Discussions in one digest, the busiest first, and of each so many comments. */
const DISCUSSIONS = 10;
const COMMENTS = 3;
/** New comments that are counted; more are "99+". */
const COUNTED = 100;
/** Characters of a comment. */
const WORDS = 400;

/** What a digest is about: comments from `since` on, before `until`. */
type Span = { since: Date; until: Date };

/** What a digest says that was written before, as it is now; null where nothing is left to tell. */
export async function digestStillToMail(mailId: string): Promise<MailWords | null> {
  const { memberId, cause } = await database().mail.findUniqueOrThrow({
    where: { id: mailId },
    select: { memberId: true, cause: true },
  });
  const [, since, until] = cause.split(" ");
  if (memberId === null || since === undefined || until === undefined) return null;
  const digest = await digestFor(database(), memberId, { since: new Date(since), until: new Date(until) });
  return digest && digest.words;
}

/** One member's digest; null where nothing is new to them, or they get none. */
export async function digestFor(
  db: Database,
  memberId: string,
  span: Span,
): Promise<{ to: string; words: MailWords } | null> {
  const [reader] = await db.$queryRaw<{ email: string }[]>`
    SELECT who.email FROM mail_choice mc JOIN member who ON who.id = mc.member_id
    WHERE mc.member_id = ${memberId}::uuid AND mc.digest <> 'never' AND NOT mc.none
      AND who.email IS NOT NULL AND who.hidden_at IS NULL AND who.mail_refusals < ${REFUSALS}::int
      AND NOT EXISTS (SELECT FROM sanction s WHERE s.member_id = who.id AND s.kind = 'ban' AND s.lifted_at IS NULL
        AND (s.until IS NULL OR s.until > now()))`;
  if (!reader) return null;
  const articles = await db.$queryRaw<Omit<NewArticle, "published">[]>(
    newArticles(Prisma.sql`${memberId}::uuid`, Prisma.sql`${span.since}::timestamptz`, span.until),
  );
  const news = await newsFor(db, memberId, span);
  const items = [...articles.map(itemOfArticle), ...news.flatMap(itemsOf)];
  if (items.length === 0) return null;
  return { to: reader.email, words: digestOf(items, endMailsToken(memberId, null, reader.email)) };
}

type News = {
  slug: string;
  title: string;
  count: number;
  best: { id: string; author: string | null; html: string }[];
};

/** What others have written in followed discussions since the last digest and the last visit, and neither was read in the inbox nor mailed; the best by both sides' respect first. */
const newsFor = (db: Database, memberId: string, { since, until }: Span): Promise<News[]> =>
  db.$queryRaw<News[]>`
    SELECT a.slug, ar.title, news.count, news.best FROM following f
    JOIN article a ON a.id = f.article_id AND a.unpublished_at IS NULL
    JOIN article_revision ar ON ar.article_id = a.id AND ar.number = a.revision
    LEFT JOIN visit v ON v.member_id = f.member_id AND v.article_id = a.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, (array_agg(json_build_object('id', c.id, 'author', m.name, 'html', c.html)
          ORDER BY c.bridging DESC, c.best DESC, c.id))[1:${literalNumber(COMMENTS)}] AS best
      FROM (SELECT c.* FROM comment c WHERE c.article_id = a.id AND c.state = 'visible' AND c.listed
          AND c.id > uuid_floor(greatest(${since}::timestamptz, coalesce(v.seen_at, ${since}::timestamptz)))
          AND c.id < uuid_floor(${until}::timestamptz) AND c.author_id IS DISTINCT FROM f.member_id
          AND NOT EXISTS (SELECT FROM notice n WHERE n.member_id = f.member_id AND n.cause = 'comment ' || c.id
            AND (n.read_at IS NOT NULL OR n.mail_id IS NOT NULL))
          AND NOT is_muted_for(f.member_id, a.id, c.id, c.parent_id, c.author_id)
        ORDER BY c.id LIMIT ${literalNumber(COUNTED)}) c
      LEFT JOIN member m ON m.id = c.author_id AND m.hidden_at IS NULL) news
    WHERE f.member_id = ${memberId}::uuid AND f.subject_id = f.article_id AND f.state = 'followed' AND news.count > 0
    ORDER BY news.count DESC, a.id LIMIT ${literalNumber(DISCUSSIONS)}`;

function digestOf(items: MailItem[], token: string): MailWords {
  const stop = (what: string) => `${env.siteUrl}/unsubscribe?token=${token}&stop=${what}`;
  return {
    subject: t.newWhereYouFollow,
    paragraphs: [],
    items,
    reasons: [t.becauseYouAskedForDigests],
    ways: [
      { label: say(t.noMoreMailsAbout, { kind: t.digests }), url: stop("digest") },
      { label: t.noMoreMails, url: stop("all") },
    ],
    oneClick: `${env.siteUrl}/api/v1/unsubscribe/one-click?token=${token}`,
    thread: { parents: [] },
  };
}

const itemOfArticle = ({ slug, title, standfirst, author }: Omit<NewArticle, "published">): MailItem => ({
  sentence: say(t.newArticleBy, { title: isolated(title), author: isolated(author) }),
  words: [{ text: standfirst, quoted: false }],
  answers: null,
  label: t.readTheArticle,
  url: `${env.siteUrl}/articles/${slug}`,
});

const itemsOf = ({ slug, title, count, best }: News): MailItem[] =>
  best.map(({ id, author, html }, nth) => ({
    sentence:
      nth === 0
        ? say(t.soManyNewUnder, { count, title: isolated(title), who: isolated(author ?? t.aFormerMember) })
        : say(t.alsoThere, { who: isolated(author ?? t.aFormerMember) }),
    words: textPieces(fromStore(html), WORDS),
    answers: null,
    label: nth === 0 ? t.goOnThere : t.readItThere,
    url: nth === 0 ? `${env.siteUrl}/articles/${slug}` : `${env.siteUrl}/comments/${id}`,
  }));

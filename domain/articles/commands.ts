import "server-only";

import { isDeepStrictEqual } from "node:util";
import { record } from "@/domain/events/record";
import { announce } from "@/domain/inbox/commands";
import type { TextProblem } from "@/domain/prose/problems";
import { showPictures } from "@/domain/pictures/commands";
import { hashesIn } from "@/domain/pictures/picture";
import { wrongPictures } from "@/domain/pictures/queries";
import { Prisma, transaction, type Database } from "@/platform/database";
import { authorize, Conflict, Unacceptable } from "@/platform/refusal";
import { movedTo } from "./address";
import { bylineOf } from "./author";
import { addWriters, authorsOf, findAuthors, nameAuthors, WITH_AUTHORS, type NamedAuthor } from "./authors";
import { mergePoll, type PollQuestion } from "./poll-question";
import { currentSite } from "@/domain/site/queries";
import { areApart, AskedPoll, type FrontMatter } from "./schema";
import { currentQuestion, sayingOf, syncPoll } from "./sync-poll";
import { readArticleFile, type ArticleFile } from "./file";
import { placePassagesAgain } from "@/domain/passages/place-again";
import { listArticle } from "./listings";
import { mayPublish, memberIn, type Publisher } from "./policy";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** `changed` is false where the file says what is there already; `kept` names what stays as it was set on the site. */
export type Published = {
  slug: string;
  title: string;
  revision: number;
  words: number;
  changed: boolean;
  kept: string[];
};

/**
 * Publishes an article's file: a new slug becomes an article with its first revision and its poll, a known one gets
 * another revision, and a file that changes nothing changes nothing. All of it in one transaction.
 * @param over also over what was last edited in the browser
 * @throws Unacceptable naming the first line that is wrong (all of them in its fields), or a poll that must stay
 * @throws Conflict where an editor changed the article in the browser, or unpublished it
 * @throws NotAllowed unless `by` is an editor, or the operator
 */
export async function publish(text: string, by: Publisher, { over = false } = {}): Promise<Published> {
  authorize(mayPublish(by), memberIn(by), t.onlyEditorsPublishArticles);
  const { file, problems } = readArticleFile(text, (await currentSite()).language);
  if (!file) throw refused(problems);
  const refusal: Refusing = (path, reason) => refused([{ line: file.lineOf(...path), reason }]);
  return transaction(async (tx) => {
    const article = await findOrBegin(tx, file.front);
    if (article.deletedAt) throw new Conflict(t.thisArticleWasDeleted);
    if (article.unpublishedAt) throw new Conflict(t.itWasUnpublished);
    const moved = article.revision === 0 ? await movedTo(tx, file.front.slug) : null;
    if (moved !== null) throw refusal(["slug"], say(t.itsAddressIsNow, { slug: moved }));
    const last = await lastRevision(tx, article);
    const front = onItsDay(file.front, article);
    const { authors } = await findAuthors(tx, front.author);
    if (last?.origin === "browser" && !over && !saysTheSame(last, article, { ...file, front }, authors))
      throw new Conflict(say(t.editedInTheBrowser, { revision: last.number }));
    return revise(
      tx,
      article,
      { ...file, front, refusal },
      {
        origin: "file",
        correction: null,
        by: memberIn(by)?.id ?? null,
        writers: [],
      },
    );
  });
}

/** A file says the day only: of an article of that day it means the moment it was published. */
const onItsDay = (front: FrontMatter, { publishedAt }: PublishedArticle): FrontMatter =>
  dayIn(front.date) === dayIn(publishedAt) ? { ...front, date: publishedAt } : front;
const dayIn = (moment: Date): string => moment.toISOString().slice(0, 10);

/** An article that is ready to be published, however it was written; `refusal` says where in it something is wrong. */
export type Publishable = Pick<ArticleFile, "front" | "source" | "body"> & { refusal: Refusing };
type Refusing = (path: string[], reason: string) => Unacceptable;

/** `asked`: what its poll asked before it was written; without it, what its last revision asked. */
export type Terms = {
  origin: "file" | "browser";
  correction: string | null;
  asked?: AskedPoll | null;
  /** The member who does it; null for the operator. */
  by: string | null;
  /** Ids of those who wrote it, besides. */
  writers: readonly string[];
};

/**
 * Gives an article its next revision and its poll, and readers the article.
 * @throws Unacceptable where a date or the poll's times cannot be; Conflict where its poll must stay
 */
export async function revise(
  tx: Database,
  article: PublishedArticle,
  given: Publishable,
  terms: Terms,
): Promise<Published> {
  const { front, body } = given;
  if (front.date.getTime() > article.now.getTime() + EARLIEST_DAY_BEGINS)
    throw given.refusal(["date"], t.thatDateIsInTheFuture);
  await refuseWrongPictures(tx, given);
  const { authors, unknown } = await findAuthors(tx, front.author);
  if (unknown.length > 0)
    throw given.refusal(["author"], say(t.noMemberIsCalled, { names: unknown.join(", ") }));
  const before = await lastRevision(tx, article);
  const current = await currentQuestion(tx, article.id);
  const last = terms.asked !== undefined ? terms.asked : askedBy(before);
  const { poll, kept } = front.poll ? mergePoll(front.poll, current, last) : { poll: null, kept: [] };
  // What the file says now and what the site keeps of the others may meet.
  if (poll && !areApart(poll.options.map(({ label }) => label)))
    throw given.refusal(["poll", "options"], t.twoOptionsHaveOneLabel);
  if (poll) kept.push(...askTheClock(poll, current, article.now, given.refusal));
  const done = { slug: front.slug, title: front.title, words: body.words, kept };
  const isThere = article.unpublishedAt === null;
  if (before && isThere && saysTheSame(before, article, given, authors) && samePoll(poll, current))
    return { ...done, revision: article.revision, changed: false };
  const revision = article.revision + 1;
  const data = { revision, publishedAt: front.date, unpublishedAt: null };
  await tx.article.update({ where: { id: article.id }, data });
  await addRevision(tx, { id: article.id, revision }, { ...given, authors }, terms);
  await addWriters(tx, { id: article.id, publishedAt: front.date }, [
    ...(terms.by === null ? [] : [terms.by]),
    ...terms.writers,
    ...authors.flatMap(({ memberId }) => memberId ?? []),
  ]);
  await showPictures(tx, { articleId: article.id, revision }, picturesOf(given));
  await listArticle(tx, article.id);
  if (before) await placePassagesAgain(tx, article.id, before, body);
  await syncPoll(tx, article.id, poll, terms.by);
  if (!before && isNews(front.date, article.now))
    await announce(tx, "new-article", {
      cause: `article ${article.id}`,
      articleId: article.id,
      by: terms.by,
    });
  if (terms.correction !== null)
    await announce(tx, "correction", {
      cause: `article ${article.id} revision ${revision}`,
      articleId: article.id,
      by: terms.by,
    });
  await record(tx, "article.published", { articleId: article.id, subjectId: article.id });
  return { ...done, revision, changed: true };
}

/** What is taken over from elsewhere with an older date is told to nobody. Days. */
const NEWS_FOR = 7;
const isNews = (date: Date, now: Date): boolean => now.getTime() - date.getTime() < NEWS_FOR * 86_400_000;
/** Each picture must be there, in the size by which the page keeps its place. */
async function refuseWrongPictures(tx: Database, { front, body, refusal }: Publishable): Promise<void> {
  const [onTop] = await wrongPictures(tx, front.picture ? [front.picture] : []);
  if (onTop !== undefined) throw refusal(["picture"], onTop);
  const inText = await wrongPictures(tx, body.pictures);
  if (inText.length > 0) throw refusal(["body"], inText.join("\n"));
}

const picturesOf = ({ front, source }: Publishable): string[] => [
  ...new Set([...(front.picture ? [front.picture.hash] : []), ...hashesIn(source)]),
];

/** What a revision asked of its poll; null where nobody knows. */
const askedBy = (revision: { asked: unknown } | null): AskedPoll | null =>
  revision ? (AskedPoll.safeParse(revision.asked).data ?? null) : null;

/** Where it is earliest, a day begins so long before it does in UTC. Milliseconds. */
const EARLIEST_DAY_BEGINS = 14 * 3_600_000;

const refused = (problems: TextProblem[]) =>
  new Unacceptable(problems.map(inWords).join("\n"), byLine(problems));

const inWords = ({ line, reason }: TextProblem) => say(t.lineReason, { line, reason });

const byLine = (problems: TextProblem[]) =>
  Object.fromEntries(problems.map(({ line, reason }) => [say(t.inLine, { line }), reason]));

export type PublishedArticle = {
  id: string;
  revision: number;
  publishedAt: Date;
  unpublishedAt: Date | null;
  deletedAt: Date | null;
  now: Date;
};

/** The article of that slug, with the revision it has (0 for a new one); two who publish it at once take turns. */
export async function findOrBegin(
  tx: Database,
  front: { slug: string; date: Date },
): Promise<PublishedArticle> {
  const [article] = await tx.$queryRaw<PublishedArticle[]>`
    INSERT INTO article AS a (slug, published_at, revision) VALUES (${front.slug}, ${front.date}, 0)
    ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug
    RETURNING id, revision, published_at AS "publishedAt", unpublished_at AS "unpublishedAt",
      deleted_at AS "deletedAt", now() AS now`;
  if (!article) throw new Error("An upsert gave no row back.");
  return article;
}

const lastRevision = (tx: Database, { id, revision }: Pick<PublishedArticle, "id" | "revision">) =>
  tx.articleRevision.findUnique({
    where: { articleId_number: { articleId: id, number: revision } },
    include: WITH_AUTHORS,
  });

type Revision = NonNullable<Awaited<ReturnType<typeof lastRevision>>>;

/** With the HTML, which a newer Moot may make otherwise of the same words. */
const saysTheSame = (
  before: Revision,
  { publishedAt }: PublishedArticle,
  { front, source, body }: Omit<Publishable, "refusal">,
  authors: readonly NamedAuthor[],
): boolean =>
  publishedAt.getTime() === front.date.getTime() &&
  isDeepStrictEqual(
    [
      before.title,
      before.standfirst,
      authorsOf(before).map(whoItIs),
      before.tags,
      before.picture,
      before.callToAction,
      before.source,
      before.html,
    ],
    [
      front.title,
      front.standfirst,
      authors.map(whoItIs),
      front.tags,
      front.picture,
      front.callToAction,
      source,
      body.html,
    ],
  );

/** A member whose name has changed is the same author. */
const whoItIs = ({ name, memberId }: NamedAuthor): string => memberId ?? name;

const samePoll = (one: PollQuestion | null, other: PollQuestion | null): boolean =>
  (one && sayingOf(one)) === (other && sayingOf(other)) &&
  one?.closes?.getTime() === other?.closes?.getTime() &&
  one?.opens?.getTime() === other?.opens?.getTime();

/**
 * Whether a poll's times can be, by the database's clock. What is over stays over.
 * @returns what the file says and time has overtaken
 */
function askTheClock(
  poll: PollQuestion,
  current: PollQuestion | null,
  now: Date,
  refusal: Refusing,
): string[] {
  const isNew = (one: Date | null | undefined, other: Date | null | undefined) =>
    one?.getTime() !== other?.getTime();
  const isPast = (moment: Date | null | undefined) => moment instanceof Date && moment <= now;
  if (current && isNew(poll.opens, current.opens) && isPast(current.opens))
    throw refusal(["poll", "opens"], t.thisPollHasOpened);
  if (!isNew(poll.closes, current?.closes ?? null)) return [];
  if (current && isPast(current.closes)) {
    poll.closes = current.closes;
    return [t.thisPollIsClosed];
  }
  const opens = poll.opens ?? now;
  if (poll.closes && (poll.closes <= opens || (current && isPast(poll.closes))))
    throw refusal(["poll", "closes"], t.aPollClosesLater);
  return [];
}

async function addRevision(
  tx: Database,
  { id, revision }: Pick<PublishedArticle, "id" | "revision">,
  { front, source, body, authors }: Publishable & { authors: readonly NamedAuthor[] },
  { origin, correction }: Terms,
) {
  await tx.articleRevision.create({
    data: {
      articleId: id,
      number: revision,
      title: front.title,
      standfirst: front.standfirst,
      author: bylineOf(authors.map(({ name }) => name)),
      tags: front.tags,
      picture: front.picture ?? Prisma.DbNull,
      callToAction: front.callToAction ?? Prisma.DbNull,
      source,
      html: body.html,
      words: body.words,
      origin,
      correction,
      asked: front.poll ? asJson(front.poll) : Prisma.DbNull,
    },
  });
  await nameAuthors(tx, { id, revision }, authors);
}

/** Moments as the file may write them, so that what was asked is read again as a file is. */
export const asJson = ({ opens, closes, options, ...poll }: AskedPoll) => ({
  ...poll,
  options: options.map(({ sentence, ...option }) => (sentence === "" ? option : { ...option, sentence })),
  ...(opens && { opens: opens.toISOString() }),
  ...(closes !== undefined && { closes: closes?.toISOString() ?? null }),
});

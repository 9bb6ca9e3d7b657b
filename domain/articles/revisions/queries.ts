import "server-only";

import type { Article } from "@/domain/articles/article";
import { CallToActionSchema } from "@/domain/articles/answers";
import { authorsOf, WITH_AUTHORS } from "@/domain/articles/authors";
import { fieldsOf } from "@/domain/articles/drafts/from-article";
import { fieldsFrom } from "@/domain/articles/drafts/commands";
import type { Draft, DraftFields } from "@/domain/articles/drafts/draft";
import { mayReadUnpublished, mayWrite } from "@/domain/articles/policy";
import { asQuestion } from "@/domain/articles/poll-question";
import { articleForStaff } from "@/domain/articles/queries";
import { AskedPoll } from "@/domain/articles/schema";
import type { Member } from "@/domain/members/member";
import { LeadPictureSchema } from "@/domain/pictures/answers";
import { fromStore } from "@/domain/prose/safe-html";
import { database, transaction, type Database } from "@/platform/database";
import { authorize, NotFound } from "@/platform/refusal";
import { compare } from "./compare";
import type { Comparison, FieldChange, ListedRevision } from "./revision";
import * as t from "#messages/articles";

/** Revisions on a page of the list. */
const REVISIONS_A_PAGE = 50;

/**
 * The texts an article had, the newest first, for those who look after articles; `before`: only earlier ones than that number.
 * @throws NotFound where there is no such article
 */
export async function revisionsOf(
  slug: string,
  before: number | null,
  viewer: Member,
): Promise<{ items: ListedRevision[]; next: number | null }> {
  authorize(mayReadUnpublished(viewer), viewer, t.onlyEditorsWrite);
  const rows = await database().articleRevision.findMany({
    where: { articleId: await idOf(database(), slug), ...(before !== null && { number: { lt: before } }) },
    orderBy: { number: "desc" },
    take: REVISIONS_A_PAGE + 1,
    select: { number: true, createdAt: true, title: true, origin: true, correction: true },
  });
  const items = rows
    .slice(0, REVISIONS_A_PAGE)
    .map(({ createdAt, ...revision }) => ({ ...revision, at: createdAt.toISOString() }));
  return { items, next: rows.length > REVISIONS_A_PAGE ? (items.at(-1)?.number ?? null) : null };
}

/** What changed between two revisions of an article. @throws NotFound where there is none of them */
export async function comparison(
  slug: string,
  { from, to }: { from: number; to: number },
  viewer: Member,
): Promise<Comparison> {
  authorize(mayReadUnpublished(viewer), viewer, t.onlyEditorsWrite);
  const [before, after] = await transaction(async (tx) => {
    const articleId = await idOf(tx, slug);
    return [
      await fieldsOfRevision(tx, { articleId, slug }, from),
      await fieldsOfRevision(tx, { articleId, slug }, to),
    ] as const;
  });
  return { from, to, changes: compare(before, after) };
}

/** What a draft of an article's next revision changes, against what readers see now; null for a new article. */
export async function draftChanges(
  { fields, article }: Draft,
  viewer: Member,
): Promise<FieldChange[] | null> {
  authorize(mayWrite(viewer), viewer, t.onlyEditorsWrite);
  if (!article) return null;
  const { slug, revision } = article;
  const current = await transaction(async (tx) =>
    fieldsFrom(tx, { id: await idOf(tx, slug), slug }, revision),
  );
  return compare(current, fields);
}

/** The article as it was read in one of its revisions. @throws NotFound where there is none */
export async function articleAtRevision(slug: string, number: number, viewer: Member): Promise<Article> {
  authorize(mayReadUnpublished(viewer), viewer, t.onlyEditorsWrite);
  const article = await articleForStaff(slug, viewer);
  if (!article) throw new NotFound(t.thereIsNoSuchArticle);
  const row = await revisionRow(database(), article.id, number);
  const { title, standfirst, author, tags, words } = row;
  return {
    ...article,
    ...{ title, standfirst, author, tags, words, revision: number },
    authors: authorsOf(row).map(({ name, handle }) => ({ name, handle })),
    picture: LeadPictureSchema.nullable().parse(row.picture),
    callToAction: CallToActionSchema.nullable().parse(row.callToAction),
    html: fromStore(row.html),
    revisedAt: row.createdAt,
    passages: [],
  };
}

/** A revision as the form would hold it, with the poll as that revision asked it. */
export async function fieldsOfRevision(
  tx: Database,
  { articleId, slug }: { articleId: string; slug: string },
  number: number,
): Promise<DraftFields> {
  const row = await revisionRow(tx, articleId, number);
  const callToAction = CallToActionSchema.nullable().parse(row.callToAction);
  const picture = LeadPictureSchema.nullable().parse(row.picture);
  const asked = AskedPoll.safeParse(row.asked).data;
  return fieldsOf({
    ...row,
    authors: authorsOf(row),
    slug,
    callToAction,
    picture,
    poll: asked ? asQuestion(asked) : null,
  });
}

async function idOf(tx: Database, slug: string): Promise<string> {
  const article = await tx.article.findUnique({ where: { slug }, select: { id: true } });
  if (!article) throw new NotFound(t.thereIsNoSuchArticle);
  return article.id;
}

async function revisionRow(tx: Database, articleId: string, number: number) {
  const row = await tx.articleRevision.findUnique({
    where: { articleId_number: { articleId, number } },
    include: WITH_AUTHORS,
  });
  if (!row) throw new NotFound(t.thereIsNoSuchRevision);
  return row;
}

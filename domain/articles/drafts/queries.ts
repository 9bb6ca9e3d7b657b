import "server-only";

import {
  mayPublish,
  mayReadUnpublished,
  mayWrite,
  memberIn,
  operator,
  type Publisher,
} from "@/domain/articles/policy";
import { readingMinutes, type Article } from "@/domain/articles/article";
import { articleBySlug, articleForStaff } from "@/domain/articles/queries";
import { authorLines, bylineOf, handleAsked } from "@/domain/articles/author";
import { findAuthors } from "@/domain/articles/authors";
import type { AskedPoll } from "@/domain/articles/schema";
import { readCursor, writeCursor } from "@/domain/articles/cursor";
import type { Member } from "@/domain/members/member";
import { currentSite } from "@/domain/site/queries";
import { database, literalNumber, Prisma, type Database } from "@/platform/database";
import { authorize, NotFound } from "@/platform/refusal";
import { readDraft, type ReadDraft } from "./as-article";
import type { Draft, DraftFields, DraftReading, ListedDraft, Whose, WrittenArticle } from "./draft";
import { previewIdIn, sharedPreviewPath } from "./preview-address";
import { StoredFields } from "./schema";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** Articles on a page of the list. */
const ARTICLES_A_PAGE = 30;
/** Drafts there can be: each is at work, and all of them stand on one page. */
export const DRAFTS_AT_MOST = 100;

const NAME = { select: { handle: true, name: true } } as const;

/** The draft's row with the names of those who wrote it, or a refusal. */
export async function draftRow(tx: Database, id: string) {
  const row = await tx.articleDraft.findUnique({
    where: { id },
    include: {
      owner: NAME,
      savedBy: NAME,
      article: { select: { slug: true, revision: true, publishedAt: true } },
      preview: { select: { id: true, expiresAt: true } },
    },
  });
  if (!row) throw new NotFound(t.thisDraftIsNotThere);
  const fields = StoredFields.parse(row.fields);
  const named = await findAuthors(tx, authorLines(fields.author ?? ""));
  return { ...row, fields, named, language: (await currentSite()).language };
}

/** A draft as an editor may read it. */
export async function draftFor(id: string, viewer: Member): Promise<Draft> {
  authorize(mayWrite(viewer), viewer, t.onlyEditorsWrite);
  return viewOf(await draftRow(database(), id));
}

type Row = Awaited<ReturnType<typeof draftRow>>;

/** A draft by the rules of a file, and by which members there are. */
export function readRow({ fields, named, language }: Pick<Row, "fields" | "named" | "language">): ReadDraft {
  const read = readDraft(fields, language);
  if (named.unknown.length === 0) return read;
  const reason = say(t.noMemberIsCalled, { names: named.unknown.join(", ") });
  return { ...read, problems: [...read.problems, { field: "author", line: null, reason }] };
}

export function viewOf(row: Row): Draft {
  const { problems, body } = readRow(row);
  const words = body?.words ?? 0;
  return {
    id: row.id,
    version: row.version,
    fields: row.fields,
    problems,
    words,
    minutes: readingMinutes(words),
    owner: row.owner,
    savedBy: row.savedBy,
    savedAt: row.savedAt.toISOString(),
    publishAt: row.publishAt?.toISOString() ?? null,
    problem: row.problem,
    article: row.article && {
      slug: row.article.slug,
      revision: row.article.revision,
      changedSince: row.overRevision !== null && row.article.revision !== row.overRevision,
    },
    preview:
      row.preview && row.preview.expiresAt > new Date()
        ? { path: sharedPreviewPath(row.preview.id), until: row.preview.expiresAt.toISOString() }
        : null,
  };
}

/** What it says, drawn as it will be published; of a head with mistakes in it the words alone. */
export async function draftReading(id: string, viewer: Member): Promise<DraftReading> {
  authorize(mayWrite(viewer), viewer, t.onlyEditorsWrite);
  const { version, fields, named, article, language } = await draftRow(database(), id);
  const { front, body } = readDraft(fields, language);
  return {
    version,
    title: front?.title ?? fields.title ?? "",
    standfirst: front?.standfirst ?? fields.standfirst ?? "",
    authors: named.authors.map(({ name, handle }) => ({ name, handle })),
    picture: front?.picture ?? null,
    html: body?.html ?? null,
    callToAction: front?.callToAction ?? null,
    words: body?.words ?? 0,
    publishedAt: (article?.publishedAt ?? new Date()).toISOString(),
  };
}

/** A draft as its article would be read, if it can be shown; `poll` is what it would ask. */
export type Preview = { draft: Draft; article: Article | null; poll: AskedPoll | null };

/** How a draft will be read. Nothing is published by looking. */
export async function previewFor(id: string, viewer: Member): Promise<Preview> {
  authorize(mayWrite(viewer), viewer, t.onlyEditorsWrite);
  const row = await draftRow(database(), id);
  return asRead(row, row.article && (await articleForStaff(row.article.slug, viewer)));
}

/** The same for whoever has its address. @throws NotFound where that is none, was revoked or has expired */
export async function sharedPreview(key: string): Promise<Preview> {
  const id = previewIdIn(key);
  const [found] =
    id === null
      ? []
      : await database().$queryRaw<{ draftId: string }[]>`
          SELECT draft_id AS "draftId" FROM draft_preview WHERE id = ${id}::uuid AND expires_at > now()`;
  if (!found) throw new NotFound(t.thisPreviewHasEnded);
  const row = await draftRow(database(), found.draftId);
  return asRead(row, row.article && (await articleBySlug(row.article.slug)));
}

/** @param there the article that it revises, as its reader may read it */
function asRead(row: Row, there: Article | null): Preview {
  const draft = viewOf(row);
  const { front, body } = readDraft(row.fields, row.language);
  if (!front || !body) return { draft, article: null, poll: null };
  const now = new Date();
  const { slug, title, standfirst, tags, picture, callToAction } = front;
  const authors = row.named.authors.map(({ name, handle }) => ({ name, handle }));
  const article: Article = {
    ...{
      id: draft.id,
      slug,
      title,
      standfirst,
      author: bylineOf(authors.map(({ name }) => name)),
      authors,
      tags,
      picture,
      callToAction,
      html: body.html,
      words: body.words,
    },
    revision: (there?.revision ?? 0) + 1,
    publishedAt: there?.publishedAt ?? now,
    revisedAt: now,
    comments: there?.comments ?? 0,
    corrections: there?.corrections ?? [],
    passages: [],
    commentsState: there?.commentsState ?? "open",
    closesAt: there?.closesAt ?? null,
  };
  return { draft, article, poll: front.poll };
}

/** Everything that is being written, what was saved last first; or only what is the viewer's own, who began or saved it or is named as its author. */
export async function draftsFor(viewer: Publisher, whose: Whose = "all"): Promise<ListedDraft[]> {
  authorize(mayPublish(viewer), memberIn(viewer), t.onlyEditorsWrite);
  const rows = await database().articleDraft.findMany({
    orderBy: [{ savedAt: "desc" }, { id: "desc" }],
    take: DRAFTS_AT_MOST,
    include: { owner: NAME, savedBy: NAME, article: { select: { slug: true } } },
  });
  const drafts = rows.map(({ fields, ...row }) => ({ ...row, fields: StoredFields.parse(fields) }));
  const member = memberIn(viewer);
  return drafts
    .filter((draft) => whose === "all" || member === null || isOwn(draft, member))
    .map(({ id, version, owner, savedBy, savedAt, publishAt, problem, fields, article }) => ({
      ...{ id, version, owner, savedBy, problem },
      savedAt: savedAt.toISOString(),
      publishAt: publishAt?.toISOString() ?? null,
      title: fields.title ?? "",
      article: article?.slug ?? null,
    }));
}

type Written = { ownerId: string; savedById: string; fields: DraftFields };

const isOwn = ({ ownerId, savedById, fields }: Written, { id, handle }: Member): boolean =>
  [ownerId, savedById].includes(id) ||
  authorLines(fields.author ?? "").some((words) => handleAsked(words) === handle);

type ArticleRow = Omit<WrittenArticle, "publishedAt" | "unpublishedAt" | "deletedAt"> & {
  id: string;
  publishedAt: Date;
  unpublishedAt: Date | null;
  deletedAt: Date | null;
};

/** Whether it was corrected is asked of each article: of an EXISTS the planner may gather every correction there is. */
const COLUMNS = Prisma.sql`
  a.id, a.slug, r.title, r.author, a.revision, a.published_at AS "publishedAt", a.unpublished_at AS "unpublishedAt", a.deleted_at AS "deletedAt",
  a.lead_since IS NOT NULL AS "isLead",
  coalesce((SELECT true FROM article_revision n WHERE n.article_id = a.id AND n.correction IS NOT NULL LIMIT 1), false) AS corrected,
  (SELECT d.id FROM article_draft d WHERE d.article_id = a.id) AS draft`;
const WITH_REVISION = Prisma.sql`JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision`;

/** Every article, unpublished ones too, the newest first: a page is taken before anything is joined, or all would be read for one; or only what the viewer wrote or is an author of; `after` is the `next` of the page before, or null. */
export async function writtenArticles(
  after: string | null,
  viewer: Publisher,
  whose: Whose = "all",
): Promise<{ items: WrittenArticle[]; next: string | null }> {
  authorize(mayPublish(viewer), memberIn(viewer), t.onlyEditorsWrite);
  const place = after === null ? null : readCursor(after);
  const member = memberIn(viewer);
  const rows =
    whose === "mine" && member
      ? await database().$queryRaw<ArticleRow[]>`
    SELECT ${COLUMNS} FROM (
      SELECT article_id, published_at FROM article_writer WHERE member_id = ${member.id}::uuid
      ${place ? Prisma.sql`AND (published_at, article_id) < (${place.publishedAt}, ${place.id}::uuid)` : Prisma.empty}
      ORDER BY published_at DESC, article_id DESC LIMIT ${literalNumber(ARTICLES_A_PAGE + 1)}
    ) w JOIN article a ON a.id = w.article_id ${WITH_REVISION} ORDER BY w.published_at DESC, w.article_id DESC`
      : await database().$queryRaw<ArticleRow[]>`
    SELECT ${COLUMNS} FROM (
      SELECT * FROM article
      ${place ? Prisma.sql`WHERE (published_at, id) < (${place.publishedAt}, ${place.id}::uuid)` : Prisma.empty}
      ORDER BY published_at DESC, id DESC LIMIT ${literalNumber(ARTICLES_A_PAGE + 1)}
    ) a ${WITH_REVISION} ORDER BY a.published_at DESC, a.id DESC`;
  const last = rows[ARTICLES_A_PAGE - 1];
  const next = rows.length > ARTICLES_A_PAGE && last ? writeCursor(last) : null;
  return { items: rows.slice(0, ARTICLES_A_PAGE).map(written), next };
}

/** One of them, for those who look after articles and discussions. */
export async function writtenArticle(slug: string, viewer: Publisher): Promise<WrittenArticle> {
  authorize(viewer === operator || mayReadUnpublished(viewer), memberIn(viewer), t.onlyEditorsWrite);
  const [row] = await database().$queryRaw<
    ArticleRow[]
  >`SELECT ${COLUMNS} FROM article a ${WITH_REVISION} WHERE a.slug = ${slug}`;
  if (!row) throw new NotFound(t.thereIsNoSuchArticle);
  return written(row);
}

const written = ({
  slug,
  title,
  author,
  revision,
  corrected,
  isLead,
  draft,
  ...row
}: ArticleRow): WrittenArticle => ({
  ...{ slug, title, author, revision, corrected, isLead, draft },
  publishedAt: row.publishedAt.toISOString(),
  unpublishedAt: row.unpublishedAt?.toISOString() ?? null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
});

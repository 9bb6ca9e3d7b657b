import "server-only";

import { isDeepStrictEqual } from "node:util";
import { authorsOf, WITH_AUTHORS } from "@/domain/articles/authors";
import { asJson } from "@/domain/articles/commands";
import { CallToActionSchema } from "@/domain/articles/answers";
import { mayWrite } from "@/domain/articles/policy";
import { currentQuestion } from "@/domain/articles/sync-poll";
import type { Member } from "@/domain/members/member";
import { LeadPictureSchema } from "@/domain/pictures/answers";
import { showPictures } from "@/domain/pictures/commands";
import { hashesIn } from "@/domain/pictures/picture";
import { currentSite } from "@/domain/site/queries";
import { Prisma, transaction, type Database } from "@/platform/database";
import { authorize, Conflict, Gone, NotFound, Unacceptable } from "@/platform/refusal";
import { isBlank } from "@/domain/prose/text";
import { readDraft } from "./as-article";
import type { Draft, DraftFields } from "./draft";
import { beginning, fieldsOf } from "./from-article";
import { draftRow, DRAFTS_AT_MOST, viewOf } from "./queries";
import type { SavedDraft } from "./schema";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/**
 * Begins a draft: of a new article, or of the next revision of one, which has one draft at a time: whoever asks again is led to it.
 * @param revision begin with that earlier text instead of the current one; the poll stays as it is
 * @returns its id
 * @throws Conflict where an earlier text is to come back, and the article has a draft already
 */
export async function beginDraft(
  slug: string | null,
  by: Member,
  revision: number | null = null,
): Promise<string> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  return transaction(async (tx) => {
    const article = slug === null ? null : await lockedArticle(tx, slug);
    const there = article && (await tx.articleDraft.findUnique({ where: { articleId: article.id } }));
    if (there && revision !== null) throw new Conflict(t.theArticleHasADraft);
    if (there) return there.id;
    if ((await tx.articleDraft.count()) >= DRAFTS_AT_MOST)
      throw new Unacceptable(say(t.thereAreTooManyDrafts, { most: DRAFTS_AT_MOST }));
    const fields = article
      ? await fieldsFrom(tx, article, revision ?? article.revision)
      : beginning(by.handle, (await currentSite()).results);
    const poll = article ? readDraft(fields).front?.poll : null;
    const draft = await tx.articleDraft.create({
      data: {
        articleId: article?.id ?? null,
        ownerId: by.id,
        savedById: by.id,
        fields,
        asked: poll ? asJson(poll) : Prisma.DbNull,
        overRevision: article?.revision ?? null,
      },
    });
    await showPictures(tx, { draftId: draft.id }, picturesIn(fields));
    return draft.id;
  });
}

/** Two who begin a revision of one article take turns. */
async function lockedArticle(tx: Database, slug: string) {
  await tx.$executeRaw`SELECT FROM article WHERE slug = ${slug} FOR NO KEY UPDATE`;
  const article = await tx.article.findUnique({ where: { slug } });
  if (!article) throw new NotFound(t.thereIsNoSuchArticle);
  if (article.deletedAt) throw new Gone(t.thisArticleWasDeleted);
  return article;
}

/** A revision of an article as the form holds it, with the poll as it is now. @throws NotFound where there is none of that number */
export async function fieldsFrom(tx: Database, { id, slug }: { id: string; slug: string }, number: number) {
  const written = await tx.articleRevision.findUnique({
    where: { articleId_number: { articleId: id, number } },
    include: WITH_AUTHORS,
  });
  if (!written) throw new NotFound(t.thereIsNoSuchRevision);
  const callToAction = CallToActionSchema.nullable().parse(written.callToAction);
  const picture = LeadPictureSchema.nullable().parse(written.picture);
  return fieldsOf({
    ...written,
    authors: authorsOf(written),
    slug,
    callToAction,
    picture,
    poll: await currentQuestion(tx, id),
  });
}

/**
 * Keeps what stands in the form. The same again is the same; what somebody else saved meanwhile is not written over.
 * @throws Conflict with the draft as it stands, where `version` is not the one that stands
 */
export async function saveDraft(id: string, { version, fields }: SavedDraft, by: Member): Promise<Draft> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  return transaction(async (tx) => {
    const row = await lockDraft(tx, id);
    const kept = row.article && isBlank(fields.slug ?? "") ? { ...fields, slug: row.article.slug } : fields;
    if (isDeepStrictEqual(row.fields, kept)) return viewOf(row);
    if (row.version !== version) {
      const sentence =
        row.savedById === by.id
          ? t.youSavedMeanwhile
          : say(t.somebodySavedMeanwhile, { name: row.savedBy.name });
      throw new Conflict(sentence, viewOf(row));
    }
    await tx.articleDraft.update({
      where: { id },
      data: { fields: kept, version: version + 1, savedById: by.id, savedAt: new Date(), problem: null },
    });
    await showPictures(tx, { draftId: id }, picturesIn(kept));
    return viewOf(await draftRow(tx, id));
  });
}

const picturesIn = (fields: DraftFields): string[] => hashesIn(Object.values(fields).join("\n"));

/** The draft, which nobody else changes until this transaction ends. */
export async function lockDraft(tx: Database, id: string) {
  await tx.$executeRaw`SELECT FROM article_draft WHERE id = ${id}::uuid FOR UPDATE`;
  return draftRow(tx, id);
}

/** Throws a draft away. The article that it revises stays as it is. */
export async function deleteDraft(id: string, by: Member): Promise<void> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  await transaction(async (tx) => {
    await lockDraft(tx, id);
    await showPictures(tx, { draftId: id }, []);
    await tx.articleDraft.delete({ where: { id } });
  });
}

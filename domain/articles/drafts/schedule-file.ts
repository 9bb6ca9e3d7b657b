import "server-only";

import { readArticleFile } from "@/domain/articles/file";
import { asQuestion } from "@/domain/articles/poll-question";
import { isEditor, type Member } from "@/domain/members/member";
import { isSanctioned } from "@/domain/members/queries";
import { database, transaction } from "@/platform/database";
import { Conflict, Unacceptable } from "@/platform/refusal";
import { beginDraft, saveDraft } from "./commands";
import type { Draft } from "./draft";
import { fieldsOf } from "./from-article";
import { draftFor } from "./queries";
import { scheduleDraft } from "./schedule";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/**
 * Makes a draft of an article's file, which is published at a time in the name of an editor: of a new article, or of the next revision of the
 * one with that address. The file's own date is that of the day it is written; what counts is when it is published.
 * @throws Unacceptable naming each line that is wrong, and what `scheduleDraft` does; Conflict where the article has a draft already
 */
export async function scheduleFile(text: string, { at, by }: { at: Date; by: string }): Promise<Draft> {
  const editor = await editorNamed(by);
  const { file, problems } = readArticleFile(text);
  if (!file) throw new Unacceptable(problems.map((one) => say(t.lineReason, one)).join("\n"));
  const { front, source } = file;
  const authors = front.author.map((name) => ({ name, handle: null }));
  const fields = fieldsOf({ ...front, authors, source, poll: front.poll && asQuestion(front.poll) });
  return transaction(async (tx) => {
    const article = await tx.article.findUnique({ where: { slug: front.slug }, include: { draft: true } });
    if (article?.draft) throw new Conflict(t.theArticleHasADraftAlready);
    const id = await beginDraft(article ? front.slug : null, editor);
    const { version } = await saveDraft(id, { version: 1, fields }, editor);
    await scheduleDraft(id, { version, revision: article?.revision ?? 0, correction: "", at }, editor);
    return draftFor(id, editor);
  });
}

/** @throws Unacceptable where nobody of that username may publish */
async function editorNamed(handle: string): Promise<Member> {
  const row = await database().member.findFirst({ where: { handle, hiddenAt: null } });
  if (!row || !isEditor(row) || (await isSanctioned(row.id)))
    throw new Unacceptable(say(t.isNoEditor, { handle }));
  const { id, name, role, sample, joinedAt, approvedCount } = row;
  return { id, handle, name, role, sample, joinedAt, approvedCount, suspension: null, sessionToken: null };
}

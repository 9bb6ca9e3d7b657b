import "server-only";

import { z } from "zod";
import { moveArticle, movedTo } from "@/domain/articles/address";
import { findOrBegin, revise, type Publishable, type Published } from "@/domain/articles/commands";
import { mayWrite } from "@/domain/articles/policy";
import { AskedPoll } from "@/domain/articles/schema";
import { record } from "@/domain/events/record";
import type { Member } from "@/domain/members/member";
import { transaction, type Database } from "@/platform/database";
import { authorize, Conflict, Unacceptable } from "@/platform/refusal";
import { fieldAt } from "./as-article";
import { lockDraft } from "./commands";
import { readRow } from "./queries";
import type { DraftProblem } from "./draft";
import type { PublishedDraft } from "./schema";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/**
 * Publishes a draft as it was seen, by the rules of a file, and puts it away: a new article, or the next revision of one, which
 * readers get back if it was unpublished. All of it in one transaction.
 * @throws Unacceptable with what is wrong, by field; Conflict where the draft or the article has changed since
 */
export async function publishDraft(id: string, seen: PublishedDraft, by: Member): Promise<Published> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  return transaction(async (tx) => {
    const row = await lockDraft(tx, id);
    if (row.version !== seen.version) throw new Conflict(t.theDraftHasChanged);
    return publishRow(tx, row, { correction: seen.correction || null, over: seen.revision, by: by.id });
  });
}

export type DraftRow = Awaited<ReturnType<typeof lockDraft>>;
type How = { correction: string | null; over: number; by: string | null };

export async function publishRow(tx: Database, row: DraftRow, how: How): Promise<Published> {
  const { correction, over, by } = how;
  const writers = [row.ownerId, row.savedById];
  const given = await publishable(tx, row);
  const { moved, ...article } = await articleOf(tx, row, given);
  if (article.revision !== over) throw new Conflict(t.theArticleWasPublishedSince);
  const published = await revise(tx, article, given, {
    origin: "browser",
    correction: over === 0 ? null : correction,
    ...{ by, writers },
    asked: AskedPoll.nullable().parse(row.asked),
  });
  if (!published.changed && !moved)
    throw new Unacceptable(say(t.nothingHasChangedSince, { revision: published.revision }));
  await tx.articleDraft.delete({ where: { id: row.id } });
  return published;
}

/** The article that a draft revises, moved to the address the draft gives it; or a new one at an address that nobody has or had. */
async function articleOf(tx: Database, { articleId }: DraftRow, { front, refusal }: Publishable) {
  const taken = () => refusal(["slug"], t.anotherArticleHasThisAddress);
  if (articleId === null) {
    const begun = await findOrBegin(tx, front);
    if (begun.revision > 0 || (await movedTo(tx, front.slug)) !== null) throw taken();
    return { ...begun, moved: false };
  }
  await tx.$executeRaw`SELECT FROM article WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`;
  const there = await tx.article.findUniqueOrThrow({ where: { id: articleId } });
  const moved = there.slug !== front.slug;
  if (moved && !(await moveArticle(tx, there, front.slug))) throw taken();
  if (moved) await record(tx, "article.published", { articleId, subjectId: articleId });
  return { ...(await findOrBegin(tx, front)), moved };
}

/** The draft as an article; a new one is of this moment, by the database's clock, a revision keeps its date. */
async function publishable(tx: Database, row: DraftRow): Promise<Publishable> {
  const { fields, articleId } = row;
  const { front, body, source, problems } = readRow(row);
  if (!front || !body || problems.length > 0) throw refusedFor(problems);
  const [clock] = await tx.$queryRaw<{ date: Date }[]>`
    SELECT coalesce((SELECT published_at FROM article WHERE id = ${articleId}::uuid), now()) AS date`;
  return {
    front: { ...front, ...z.object({ date: z.date() }).parse(clock) },
    source,
    body,
    refusal: (path, reason) => refusedFor([{ field: fieldAt(path, fields), line: null, reason }]),
  };
}

/** @throws Unacceptable unless the draft could be published as it stands. */
export function refuseUnready(row: Pick<DraftRow, "fields" | "named" | "language">): void {
  const { problems } = readRow(row);
  if (problems.length > 0) throw refusedFor(problems);
}

/** Every field with what is wrong in it; a line of the text is named as the command line names it. */
function refusedFor(problems: DraftProblem[]): Unacceptable {
  const fields: Record<string, string> = {};
  for (const { field, line, reason } of problems) {
    const sentence = line === null ? reason : say(t.lineReason, { line, reason });
    fields[field] = fields[field] === undefined ? sentence : `${fields[field]}\n${sentence}`;
  }
  return new Unacceptable(Object.values(fields)[0] ?? t.theTextIsMissing, fields);
}

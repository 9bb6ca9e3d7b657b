import "server-only";

import { mayWrite } from "@/domain/articles/policy";
import { isSanctioned } from "@/domain/members/queries";
import { isEditor, type Member } from "@/domain/members/member";
import { Prisma, database, transaction } from "@/platform/database";
import { log } from "@/platform/log";
import { authorize, Conflict, isRefusal, Unacceptable } from "@/platform/refusal";
import { lockDraft } from "./commands";
import type { Draft } from "./draft";
import { publishRow, refuseUnready, type DraftRow } from "./publish";
import { draftRow, viewOf } from "./queries";
import type { ScheduledDraft } from "./schema";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** Nobody knows what they will want to say later than this. Years. */
const SCHEDULED_AT_MOST = 2;
/** Drafts that one round of the job publishes. */
const A_ROUND = 10;

/**
 * Has the draft published at a time of the database's clock, as it stands then. What is wrong with it is said now.
 * @throws Unacceptable for a time that has passed or is too far, and for a draft that could not be published now
 */
export async function scheduleDraft(id: string, asked: ScheduledDraft, by: Member): Promise<Draft> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  return transaction(async (tx) => {
    const row = await lockDraft(tx, id);
    if (row.version !== asked.version) throw new Conflict(t.theDraftHasChanged);
    const [clock] = await tx.$queryRaw<{ past: boolean; far: boolean }[]>`
      SELECT ${asked.at} <= now() AS past, ${asked.at} > now() + make_interval(years => ${SCHEDULED_AT_MOST}::int) AS far`;
    if (clock?.past) throw new Unacceptable(t.aScheduleIsLater, { at: t.aScheduleIsLater });
    if (clock?.far) throw new Unacceptable(t.aScheduleIsAtMost, { at: t.aScheduleIsAtMost });
    refuseUnready(row);
    const schedule = { publishAt: asked.at, scheduledById: by.id, correction: asked.correction || null };
    const replaces = row.article ? { overRevision: asked.revision } : {};
    await tx.articleDraft.update({
      where: { id },
      data: { ...schedule, ...replaces, problem: null, version: row.version + 1 },
    });
    return viewOf(await draftRow(tx, id));
  });
}

/** It stays a draft. */
export async function unscheduleDraft(id: string, by: Member): Promise<void> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  await transaction(async (tx) => {
    const { version } = await lockDraft(tx, id);
    await tx.articleDraft.update({ where: { id }, data: { ...UNSCHEDULED, version: version + 1 } });
  });
}

const UNSCHEDULED = { publishAt: null, scheduledById: null, correction: null };

/**
 * Publishes what is due, each in a transaction of its own: what cannot be published stays a draft and says why, and holds up no other.
 * @returns how many were published
 */
export async function publishDueDrafts(): Promise<number> {
  const due = await database().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM article_draft WHERE publish_at <= now() ORDER BY publish_at, id LIMIT ${A_ROUND}`);
  let published = 0;
  for (const { id } of due) {
    try {
      if (await publishOne(id)) published++;
    } catch (problem) {
      if (isRefusal(problem)) await giveUp(id, problem.message);
      else log.error({ err: problem, draft: id }, "a scheduled article could not be published");
    }
  }
  return published;
}

/** False where another process has done it, or its editor took it back. */
const publishOne = (id: string): Promise<boolean> =>
  transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM article_draft WHERE id = ${id}::uuid AND publish_at <= now() FOR UPDATE SKIP LOCKED`;
    if (!due) return false;
    const row = await draftRow(tx, id);
    await refuseUnlessEditor(row);
    const { correction, scheduledById } = row;
    await publishRow(tx, row, { correction, over: row.overRevision ?? 0, by: scheduledById });
    return true;
  });

/** Whoever scheduled it may have lost their role since. */
async function refuseUnlessEditor({ scheduledById }: DraftRow): Promise<void> {
  const editor = await database().member.findUnique({ where: { id: scheduledById ?? undefined } });
  if (editor && editor.erasedAt === null && isEditor(editor) && !(await isSanctioned(editor.id))) return;
  throw new Conflict(say(t.theirRoleHasChanged, { name: editor?.name ?? "" }));
}

async function giveUp(id: string, reason: string): Promise<void> {
  await database().$executeRaw`
    UPDATE article_draft SET publish_at = NULL, scheduled_by_id = NULL, problem = ${say(t.itWasNotPublished, { reason })}
    WHERE id = ${id}::uuid AND publish_at <= now()`;
}

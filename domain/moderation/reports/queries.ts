import "server-only";

import { z } from "zod";
import type { Receipt } from "./report";
import { fromStore, type SafeHtml } from "@/domain/prose/safe-html";
import { database } from "@/platform/database";

const Id = z.uuid();

/** What became of a report, for whoever has its receipt; null when there is none of that id. */
export async function receiptOf(id: string): Promise<Receipt | null> {
  if (!Id.safeParse(id).success) return null;
  const row = await database().report.findUnique({
    where: { id },
    include: { member: { select: { handle: true, hiddenAt: true } } },
  });
  if (!row) return null;
  const decision = row.decisionId
    ? await database().decision.findUnique({ where: { id: row.decisionId } })
    : null;
  return {
    id,
    comment: row.commentId,
    member: row.member?.hiddenAt === null ? row.member.handle : null,
    reason: row.reason,
    at: row.at.toISOString(),
    state: row.state,
    decidedAt: decision?.at.toISOString() ?? null,
  };
}

/** A comment that everyone can read, as whoever reports it sees it; `name` is null for somebody who is gone or going. */
export async function reportableComment(
  id: string,
): Promise<{ id: string; name: string | null; html: SafeHtml } | null> {
  if (!Id.safeParse(id).success) return null;
  const row = await database().comment.findUnique({
    where: { id, state: "visible", article: { unpublishedAt: null } },
    select: { html: true, author: { select: { name: true, hiddenAt: true } } },
  });
  if (!row) return null;
  const { html, author } = row;
  return { id, name: author?.hiddenAt === null ? author.name : null, html: fromStore(html) };
}

import "server-only";

import type { QuotedReason } from "./reason";
import type { Member } from "@/domain/members/member";
import { mayJudgeReplies } from "@/domain/polls/policy";
import { pollAt } from "@/domain/polls/queries";
import { database } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/debate";

/** More than are quoted anywhere; taking one down brings the next. */
const REASONS_AT_ONCE = 100;

/** What is quoted of why votes changed in this poll, for those who may take it down; in no order of time. */
export async function quotedReasons(slug: string, viewer: Member): Promise<QuotedReason[]> {
  authorize(mayJudgeReplies(viewer), viewer, t.editorsAndModeratorsTakeDown);
  const { id } = await pollAt(slug, viewer);
  return database().publishedMindChange.findMany({
    where: { pollId: id, OR: [{ why: { not: null } }, { passage: { not: null } }] },
    orderBy: { id: "asc" },
    take: REASONS_AT_ONCE,
    select: { id: true, why: true, passage: true, commentId: true },
  });
}

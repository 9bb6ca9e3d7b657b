import "server-only";

import type { Member } from "@/domain/members/member";
import { mayJudgeReplies, mayJudgeReply } from "@/domain/polls/policy";
import { pollAt } from "@/domain/polls/queries";
import type { OwnReply, ReplyState, ReplyToJudge } from "./reply";
import { fromStore } from "@/domain/prose/safe-html";
import { database } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/debate";

/** The replies of this poll's sides, for those who decide on them. */
export async function repliesToJudge(slug: string, viewer: Member): Promise<ReplyToJudge[]> {
  authorize(mayJudgeReplies(viewer), viewer, t.editorsAndModeratorsReview);
  const { id, options } = await pollAt(slug, viewer);
  const rows = await database().sideReply.findMany({
    where: { pollId: id, state: { not: "withdrawn" } },
    orderBy: { side: "asc" },
  });
  const authors = await database().member.findMany({
    where: { id: { in: rows.map(({ memberId }) => memberId) }, hiddenAt: null },
    select: { id: true, handle: true, name: true },
  });
  return rows.map((row) => {
    const author = authors.find(({ id }) => id === row.memberId);
    const state = stateOf(row);
    const may = mayJudgeReply(viewer, row);
    return {
      side: row.side,
      label: options.find(({ key }) => key === row.side)?.label ?? row.side,
      html: fromStore(row.html),
      state,
      revision: row.revision,
      found: row.found,
      author: author ? { handle: author.handle, name: author.name } : null,
      can: { approve: may && state !== "visible", reject: may && state !== "rejected" },
    };
  });
}

/** What the viewer wrote for a side of this poll. */
export async function ownReply(slug: string, viewer: Member | null): Promise<OwnReply | null> {
  if (!viewer) return null;
  const { id } = await pollAt(slug, viewer);
  const row = await database().sideReply.findFirst({
    where: { pollId: id, memberId: viewer.id, state: { not: "withdrawn" } },
  });
  return row && { side: row.side, source: row.source, state: stateOf(row) };
}

/** A reply that was taken back is not read, so the fourth state of a comment does not occur. */
const stateOf = ({ state }: { state: ReplyState | "withdrawn" }): ReplyState =>
  state === "withdrawn" ? "rejected" : state;

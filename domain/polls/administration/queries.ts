import "server-only";

import type { Member } from "@/domain/members/member";
import { mayRunPoll } from "@/domain/polls/policy";
import { asView, pollAt } from "@/domain/polls/queries";
import type { AdministeredPoll } from "./administration";
import { database } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/polls";

/** The side that this comment is pinned for; null where it is not. */
export async function pinnedFor(comment: string): Promise<string | null> {
  const found = await database().bestCase.findFirst({
    where: { commentId: comment, pinned: true },
    select: { side: true },
  });
  return found?.side ?? null;
}

/**
 * The poll of the article with this address, as an editor runs it. Results wait for an editor as for everybody.
 * @throws NotFound without a poll, NotAllowed for whoever is no editor
 */
export async function runningPoll(slug: string, actor: Member): Promise<AdministeredPoll> {
  authorize(mayRunPoll(actor), actor, t.onlyEditorsManageAPoll);
  const poll = await pollAt(slug, actor);
  const pinned = await database().bestCase.findMany({ where: { pollId: poll.id, pinned: true } });
  const { question, options, state, resultsShown, opensAt, closesAt, version } = asView(poll);
  return {
    question,
    options,
    state,
    resultsShown,
    opensAt,
    closesAt,
    version,
    statement: poll.closingStatement ?? "",
    pins: Object.fromEntries(pinned.map(({ side, commentId }) => [side, commentId])),
  };
}

import { isActive, isEditor, type Member } from "@/domain/members/member";
import type { MyPoll, PollState } from "@/domain/polls/poll";

export const mayVote = (actor: Member | null): boolean => isActive(actor);

/** Whoever may read may see results without voting; a suspension takes no reading away. */
export const mayAsk = (actor: Member | null): boolean => actor !== null;

/** Attach, change, close and conclude a poll. */
export const mayRunPoll = (actor: Member | null): boolean => isActive(actor) && isEditor(actor);

/** What a viewer may do with a poll now, to be sent along with it. */
export function mayWithPoll(
  viewer: Member | null,
  poll: { state: PollState; detached: boolean },
  standing: { voted: boolean; asked: boolean },
): MyPoll["can"] {
  const open = poll.state === "open";
  const fixed = poll.detached && standing.voted;
  return {
    vote: open && mayVote(viewer) && !fixed,
    withdraw: open && mayVote(viewer) && standing.voted && !poll.detached,
    ask: open && mayAsk(viewer) && !standing.voted && !standing.asked,
  };
}

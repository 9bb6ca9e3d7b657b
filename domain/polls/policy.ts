import { isActive, isEditor, isModerator, isModeratorHere, type Member } from "@/domain/members/member";
import { showsAfterAnswer, type MyPoll, type PollState, type ResultsShown, type ViewerAnswer } from "./poll";

export const mayVote = (actor: Member | null): boolean => isActive(actor);

/** In a poll that is for those whose address was confirmed before it opened. */
const mayVoteIn = (
  actor: Member | null,
  { confirmedBefore, opensAt }: Pick<PollFacts, "confirmedBefore" | "opensAt">,
): boolean =>
  mayVote(actor) && (!confirmedBefore || (actor?.provenAt !== undefined && actor.provenAt < opensAt));

/** Every member may see results without voting, suspended ones too: a suspension is about writing. */
export const mayAsk = (actor: Member | null): boolean => actor !== null;

/** Attach, change, close and conclude a poll. */
export const mayRunPoll = (actor: Member | null): boolean => isActive(actor) && isEditor(actor);

/** Put a comment first for a side: editors, and moderators under their articles; nobody their own. */
export const mayPinUnder = (actor: Member | null, articleId: string): actor is Member =>
  isActive(actor) && (isEditor(actor) || isModeratorHere(actor, articleId));
export const mayPin = (
  actor: Member | null,
  comment: { authorId: string | null; articleId: string },
): boolean => mayPinUnder(actor, comment.articleId) && actor.id !== comment.authorId;

/** Let a side's reply into the record, or leave it out: editors and moderators, and nobody their own. */
export const mayJudgeReplies = (actor: Member | null): actor is Member =>
  isActive(actor) && (isEditor(actor) || isModerator(actor));
export const mayJudgeReply = (actor: Member | null, reply: { memberId: string }): boolean =>
  mayJudgeReplies(actor) && actor.id !== reply.memberId;

type PollFacts = {
  state: PollState;
  opensAt: Date;
  confirmedBefore: boolean;
  detached: boolean;
  guessing: boolean;
  resultsShown: ResultsShown;
};
type Here = ViewerAnswer & { switched: boolean; told: boolean };

/** What a viewer may do with a poll now, to be sent along with it. */
export function mayWithPoll(viewer: Member | null, poll: PollFacts, here: Here): MyPoll["can"] {
  const open = poll.state === "open";
  const answered = here.voted || here.asked;
  const attached = here.voted && !poll.detached && mayVote(viewer);
  return {
    vote: open && mayVoteIn(viewer, poll) && !(poll.detached && here.voted),
    withdraw: open && attached,
    ask: open && showsAfterAnswer(poll.resultsShown) && mayAsk(viewer) && !answered,
    guess:
      open &&
      mayVote(viewer) &&
      poll.guessing &&
      showsAfterAnswer(poll.resultsShown) &&
      answered &&
      !here.guessed,
    tellSwitch: attached && here.switched && !here.told,
    tellCloser: attached && !here.switched && !here.told,
    takeBack: here.told,
    run: mayRunPoll(viewer),
  };
}

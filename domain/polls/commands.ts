import "server-only";

import { isActive, type Member } from "@/domain/members/member";
import { CONSENT_VERSION } from "@/domain/polls/consent";
import { mayAsk, mayVote } from "@/domain/polls/policy";
import { database, transaction } from "@/platform/database";
import { authorize, Conflict, NotAllowed, NotFound, SignInFirst, Unacceptable } from "@/platform/refusal";

export type Ballot = { poll: string; option: string };

/**
 * Casts or changes the actor's one vote. Nothing is told to anybody: no event, no log line, no time.
 * Refuses an option of another poll, a poll that is not open, and a second vote where ballots are detached.
 */
export async function castVote({ poll, option }: Ballot, actor: Member): Promise<void> {
  authorize(mayVote(actor), actor, suspended(actor));
  const [answer] = await database().$queryRaw<{ word: string }[]>`
    SELECT cast_vote(${poll}::uuid, ${actor.ballotKey}, ${option}, ${CONSENT_VERSION}) AS word`;
  understand(answer?.word ?? "");
}

/** Takes the vote back; without one there is nothing to do. */
export async function withdrawVote(poll: string, actor: Member): Promise<void> {
  authorize(mayVote(actor), actor, suspended(actor));
  const [answer] = await database().$queryRaw<{ word: string }[]>`
    SELECT withdraw_vote(${poll}::uuid, ${actor.ballotKey}) AS word`;
  understand(answer?.word ?? "");
}

/** "Just show me": remembered for this poll, so that it is asked once. */
export async function justShow(poll: string, actor: Member): Promise<void> {
  authorize(mayAsk(actor), actor, "Only members can ask to see results.");
  const [answer] = await database().$queryRaw<{ word: string }[]>`
    SELECT pass_poll(${poll}::uuid, ${actor.ballotKey}) AS word`;
  understand(answer?.word ?? "");
}

/** Moves the published counts of the polls whose batch is full. Returns how many moved. */
export async function publishDueTallies(): Promise<number> {
  return transaction(async (tx) => {
    const moved = await tx.$queryRaw<{ moved: boolean }[]>`
      SELECT publish_tally(due) AS moved FROM polls_due() AS due`;
    return moved.filter((poll) => poll.moved).length;
  });
}

const suspended = (actor: Member | null): string =>
  isActive(actor) ? "" : "You cannot vote while you are suspended; your earlier votes stand.";

/** The database's one word, in words for a reader. */
function understand(word: string): void {
  switch (word) {
    case "ok":
    case "unchanged":
    case "nothing":
      return;
    case "signed-out":
      throw new SignInFirst();
    case "unknown-poll":
      throw new NotFound("There is no poll here.");
    case "unknown-option":
      throw new Unacceptable("That is not an option of this poll.", { option: "Choose one of the options." });
    case "not-open":
      throw new NotAllowed("This poll is not open yet.");
    case "closed":
      throw new NotAllowed("This poll is closed; the result stands.");
    case "fixed":
      throw new Conflict(
        "You have voted. In a detached poll nobody can find a vote again, so it cannot be changed.",
      );
    default:
      throw new Error(`The ballot box said "${word}".`);
  }
}

import "server-only";

import { PUBLISHED } from "@/domain/articles/published";
import { whyUnproven } from "@/domain/comments/policy";
import type { Member } from "@/domain/members/member";
import { refuseIfSanctioned } from "@/domain/members/good-standing";
import { CONSENT_VERSION } from "./consent";
import { mayAsk, mayVote } from "./policy";
import { pollColumns, type FoundPoll } from "./queries";
import type { NewMindChange } from "./schema";
import { refuseUnshowable } from "./shown-words";
import { database, Prisma, query, transaction } from "@/platform/database";
import { transpose, byPosition, batched } from "@/platform/batching";
import { authorize, Conflict, NotAllowed, NotFound, SignInFirst, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/polls";

/** An option of a poll, which is named by its id or by its article's address. */
export type Ballot = { option: string } & (
  | { poll: string; article?: undefined }
  | { article: string; poll?: undefined }
);

/**
 * Casts or changes the actor's one vote. Nothing is told to anybody: no event, no log line, no time.
 * Refuses an option of another poll, a poll that is not open, and a second vote where ballots are detached.
 * @returns the poll as it stands for the actor after it
 */
export async function castVote({ option, poll, article }: Ballot, actor: Member): Promise<FoundPoll> {
  authorize(mayVote(actor), actor, whyNot(actor));
  const { word, ...found } = await refuseIfSanctioned(
    cast({ poll: poll ?? null, article: article ?? null, option, sessionToken: actor.sessionToken }),
  );
  throwForResult(word);
  return found;
}

type Cast = { poll: string | null; article: string | null; option: string; sessionToken: string | null };
/** The result code of the database function, and the member's standing after it. */
type Answered = FoundPoll & { word: string };

const cast = batched<Cast, Answered>({
  many: async (votes) => {
    const [polls, articles, options, keys] = transpose(votes, "poll", "article", "option", "sessionToken");
    const rows = await query<Answered & { nth: number }>(Prisma.sql`
      SELECT answer.*, found.* FROM (
          SELECT array_agg(${pollIn(Prisma.sql`asked.poll`, Prisma.sql`asked.article`)} ORDER BY nth) AS ids
          FROM unnest(${polls}::uuid[], ${articles}::text[]) WITH ORDINALITY AS asked (poll, article, nth)) voted
        CROSS JOIN LATERAL vote_together(voted.ids, ${keys}::text[], ${options}::text[], ${CONSENT_VERSION}) AS answer
        CROSS JOIN LATERAL (SELECT ${pollColumns} FROM poll p WHERE p.id = voted.ids[answer.nth]) found`);
    return byPosition(votes, rows);
  },
  one: async ({ poll, article, option, sessionToken }) => {
    const [answer] = await query<Answered>(Prisma.sql`
      SELECT answer.*, found.* FROM (SELECT ${pollIn(Prisma.sql`${poll}::uuid`, Prisma.sql`${article}`)} AS id) voted
        CROSS JOIN LATERAL vote_and_stand(voted.id, ${sessionToken}, ${option}, ${CONSENT_VERSION}) AS answer
        LEFT JOIN LATERAL (SELECT ${pollColumns} FROM poll p WHERE p.id = voted.id) found ON true`);
    if (!answer) throw new Error("The ballot box said nothing.");
    return answer;
  },
});

const pollIn = (poll: Prisma.Sql, article: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(${poll}, (SELECT p.id FROM poll p JOIN article a ON a.id = p.article_id WHERE a.slug = ${article} AND ${PUBLISHED}))`;

/** Takes the vote back; without one there is nothing to do. */
export async function withdrawVote(poll: string, actor: Member): Promise<void> {
  authorize(mayVote(actor), actor, whyNot(actor));
  const [answer] = await database().$queryRaw<{ word: string }[]>`
    SELECT withdraw_vote(${poll}::uuid, ${actor.sessionToken}) AS word`;
  throwForResult(answer?.word ?? "");
}

/** "Show the result without voting": remembered for this poll, so that it is asked once. */
export async function justShow(poll: string, actor: Member): Promise<void> {
  authorize(mayAsk(actor), actor, t.signInToSeeTheResult);
  const [answer] = await database().$queryRaw<{ word: string }[]>`
    SELECT pass_poll(${poll}::uuid, ${actor.sessionToken}) AS word`;
  throwForResult(answer?.word ?? "");
}

/** What share one thinks chose the first side, 0 to 1; null is "I would rather not". Once, and before results are shown. */
export async function guess(poll: string, share: number | null, actor: Member): Promise<void> {
  authorize(mayVote(actor), actor, whyNot(actor));
  const [answer] = await database().$queryRaw<{ word: string }[]>`
    SELECT guess_poll(${poll}::uuid, ${actor.sessionToken}, ${share}) AS word`;
  throwForResult(answer?.word ?? "");
}

/** A vote and what moved it, both or neither. */
export function castVoteAndSayWhy(
  ballot: Ballot & { poll: string },
  told: NewMindChange,
  actor: Member,
): Promise<void> {
  return transaction(async () => {
    await castVote(ballot, actor);
    await tellMindChange(ballot.poll, told, actor);
  });
}

/**
 * What changed the actor's mind, or moved it closer. It counts a day later, if the switch and the comment still stand then;
 * readers learn of it without learning whose it was.
 */
export async function tellMindChange(poll: string, told: NewMindChange, actor: Member): Promise<void> {
  authorize(mayVote(actor), actor, whyNot(actor));
  await refuseUnshowable(poll, told, actor);
  const { because = null, passage = null, why, closer = false, quotable = false } = told;
  const [answer] = await refuseIfSanctioned(
    database().$queryRaw<{ word: string }[]>`
    SELECT tell_mind_change(${poll}::uuid, ${actor.sessionToken}, ${because}::uuid, ${passage}, ${why}, ${closer}, ${quotable}) AS word`,
  );
  throwForResult(answer?.word ?? "");
}

/** Takes back everything the actor told about this poll, shown already or not. */
export async function takeBackMindChange(poll: string, actor: Member): Promise<void> {
  const [answer] = await database().$queryRaw<{ word: string }[]>`
    SELECT take_back_mind_change(${poll}::uuid, ${actor.sessionToken}) AS word`;
  throwForResult(answer?.word ?? "");
}

const whyNot = (actor: Member | null): string => whyUnproven(actor) ?? t.youCannotVoteWhile;

/** Turns the result code of a database function into a refusal. */
function throwForResult(word: string): void {
  switch (word) {
    case "ok":
    case "unchanged":
    case "nothing":
      return;
    case "signed-out":
      throw new SignInFirst();
    case "unknown-poll":
      throw new NotFound(t.thereIsNoPoll);
    case "unknown-option":
      throw new Unacceptable(t.thatIsNotAnOption, { option: t.chooseOneOfTheOptions });
    case "not-open":
      throw new NotAllowed(t.notOpenYet);
    case "too-late":
      throw new NotAllowed(t.onlyConfirmedBefore);
    case "closed":
      throw new NotAllowed(t.resultIsFinal);
    case "no-vote":
      throw new Unacceptable(t.voteFirst);
    case "no-switch":
      throw new Unacceptable(t.voteNotChangedSayCloser, {
        closer: t.voteNotChanged,
      });
    case "no-comment":
      throw new Unacceptable(t.notInThisDiscussion, {
        because: t.notInThisDiscussion,
      });
    case "own":
      throw new Unacceptable(t.thatCommentIsYourOwn, { because: t.thatCommentIsYourOwn });
    case "twice":
      throw new Conflict(t.youHaveSaidThisAlready);
    case "full":
      throw new Conflict(t.creditedTooOften);
    case "fixed":
      throw new Conflict(t.inADetachedPollNobodyCan);
    default:
      throw new Error(`The ballot box said "${word}".`);
  }
}

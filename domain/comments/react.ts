import "server-only";

import { PUBLISHED } from "@/domain/articles/published";
import type { CommentState, MyComment, ReactionCounts, ReactionKind } from "./comment";
import { mayReact, whyCannotWrite } from "./policy";
import { SCORE_HIDDEN_MINUTES } from "./ranking";
import { wakeListeners } from "@/domain/events/record";
import type { Member } from "@/domain/members/member";
import { sessionIdOf } from "@/domain/members/queries";
import { refuseIfSanctioned } from "@/domain/members/good-standing";
import { database, Prisma, query } from "@/platform/database";
import { transpose, byPosition, batched } from "@/platform/batching";
import { Conflict, NotAllowed, NotFound, SignInFirst } from "@/platform/refusal";
import * as t from "#messages/comments";

/** The reader's own reaction, and the counts as far as they may see them now. */
export type Reacted = Pick<MyComment, "reaction" | "reactions">;

/**
 * One reaction a member and comment, by the table's key; another kind replaces it, the same again changes nothing. The
 * comment's row is locked first (`cast_reaction`), so that reactions to it take turns and its counts, rank and history move together.
 */
export async function react(id: string, kind: ReactionKind, actor: Member): Promise<Reacted> {
  if (whyCannotWrite(actor) !== null) throw await refused(id, actor);
  const counts = await refuseIfSanctioned(write({ id, kind, token: actor.sessionToken }));
  if (!counts) throw await refused(id, actor);
  wakeListeners();
  const { respect, unconvinced } = counts;
  return { reaction: kind, reactions: { respect, unconvinced } };
}

type Reaction = { id: string; token: string | null; kind: ReactionKind };

/** The counts it leaves; null where it was refused. */
const write = batched<Reaction, ReactionCounts | null>({
  many: async (reactions) => {
    const [ids, tokens, kinds] = transpose(reactions, "id", "token", "kind");
    return byPosition(
      reactions,
      await query<ReactionCounts & { nth: number }>(Prisma.sql`
        SELECT nth, respect, unconvinced
        FROM cast_reactions(${ids}::uuid[], ${tokens}::text[], ${kinds}::reaction_kind[])`),
    );
  },
  one: async ({ id, token, kind }) => {
    const [counts] = await query<ReactionCounts>(Prisma.sql`
      SELECT respect, unconvinced FROM cast_reaction(${id}::uuid, ${token}, ${kind}::reaction_kind)`);
    return counts ?? null;
  },
});

/** Takes one's reaction back; without one there is nothing to do. */
export async function takeBackReaction(id: string, actor: Member): Promise<Reacted> {
  await database().$queryRaw`SELECT withdraw_reaction(${id}::uuid, ${actor.sessionToken})::text`;
  wakeListeners();
  return counted(id, actor);
}

async function counted(id: string, actor: Member): Promise<Reacted> {
  const [row] = await query<ReactionCounts & { kind: ReactionKind | null; out: boolean }>(Prisma.sql`
    SELECT c.respect, c.unconvinced, r.kind::text AS kind,
      r.kind IS NOT NULL OR c.posted_at <= now() - make_interval(mins => ${SCORE_HIDDEN_MINUTES}::int) AS out
    FROM comment c LEFT JOIN reaction r ON r.comment_id = c.id AND r.member_id = ${actor.id}::uuid
    WHERE c.id = ${id}::uuid AND (c.state = 'visible' OR r.kind IS NOT NULL)`);
  if (!row) throw new NotFound(t.noSuchComment);
  const { respect, unconvinced, kind, out } = row;
  return { reaction: kind, reactions: out ? { respect, unconvinced } : null };
}

async function refused(id: string, actor: Member): Promise<Error> {
  const [comment] = await database().$queryRaw<
    { authorId: string | null; state: CommentState; postedAt: Date }[]
  >`
    SELECT c.author_id AS "authorId", c.state::text AS state, c.posted_at AS "postedAt"
    FROM comment c JOIN article a ON a.id = c.article_id AND ${PUBLISHED} WHERE c.id = ${id}::uuid`;
  if (!comment || comment.state === "held") return new NotFound(t.noSuchComment);
  const silent = whyCannotWrite(actor);
  if (silent) return new NotAllowed(silent);
  if (comment.authorId === actor.id) return new NotAllowed(t.thisIsYourOwnComment);
  // It ended after the question was let in: by a ban, or signed out elsewhere.
  if (actor.sessionToken === null || (await sessionIdOf(actor.sessionToken)) === null)
    return new SignInFirst();
  return mayReact(actor, comment) ? new Conflict(t.justChangedTryAgain) : new Conflict(t.goneNoReaction);
}

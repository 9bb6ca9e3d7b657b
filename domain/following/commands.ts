import "server-only";

import { readableTo } from "@/domain/articles/published";
import type { Member } from "@/domain/members/member";
import { BRANCHES_MOST, MUTED_MOST, type FollowingState } from "./following";
import { mayFollow, mayMute } from "./policy";
import { database, literalNumber, Prisma, transaction } from "@/platform/database";
import { authorize, Conflict, NotAllowed, NotFound } from "@/platform/refusal";
import * as t from "#messages/following";
import { say } from "@/messages/say";

/**
 * Follows or mutes a whole discussion; null ends either, and stays so when the actor takes part again.
 * @throws NotFound where the actor cannot read it
 */
export async function followDiscussion(
  slug: string,
  state: FollowingState | null,
  actor: Member,
): Promise<void> {
  authorize(mayFollow(actor), actor, t.signInToFollow);
  const kept = await database().$executeRaw`
    INSERT INTO following (member_id, article_id, subject_id, state)
    SELECT ${actor.id}::uuid, a.id, a.id, ${state ?? "ended"}::following_state FROM article a
    WHERE a.slug = ${slug} AND ${readableTo(actor)}
    ON CONFLICT (member_id, article_id, subject_id) DO UPDATE SET state = excluded.state`;
  if (kept === 0) throw new NotFound(t.noSuchDiscussion);
}

/**
 * Follows or mutes a comment and all that answers it; with null, what was said of the discussion holds for it again.
 * @throws NotFound where there is no such comment for the actor; Conflict beyond `BRANCHES_MOST` in one discussion
 */
export async function followBranch(id: string, state: FollowingState | null, actor: Member): Promise<void> {
  authorize(mayFollow(actor), actor, t.signInToFollow);
  if (state === null) {
    await database().following.deleteMany({ where: { memberId: actor.id, subjectId: id } });
    return;
  }
  const [branch] = await database().$queryRaw<{ others: number }[]>`
    WITH branch AS (
      SELECT c.id, c.article_id FROM comment c JOIN article a ON a.id = c.article_id AND ${readableTo(actor)}
      WHERE c.id = ${id}::uuid AND (c.listed OR c.author_id = ${actor.id}::uuid)
    ), others AS (
      SELECT count(*)::int AS count FROM (SELECT FROM following f WHERE f.member_id = ${actor.id}::uuid
        AND f.article_id = (SELECT article_id FROM branch) AND f.subject_id NOT IN (f.article_id, ${id}::uuid)
        LIMIT ${literalNumber(BRANCHES_MOST)}) other_branches
    ), kept AS (
      INSERT INTO following (member_id, article_id, subject_id, state)
      SELECT ${actor.id}::uuid, b.article_id, b.id, ${state}::following_state FROM branch b, others o WHERE o.count < ${literalNumber(BRANCHES_MOST)}
      ON CONFLICT (member_id, article_id, subject_id) DO UPDATE SET state = excluded.state
    ) SELECT o.count AS others FROM branch, others o`;
  if (!branch) throw new NotFound(t.noSuchComment);
  if (branch.others >= BRANCHES_MOST) throw new Conflict(say(t.tooManyBranches, { most: BRANCHES_MOST }));
}

/**
 * From now on this member's comments fold away for the actor, and nothing of theirs is told to them. Nobody else learns of it.
 * @throws NotFound, NotAllowed (oneself), Conflict beyond `MUTED_MOST`
 */
export async function muteMember(handle: string, actor: Member): Promise<void> {
  const person = await whoIs(handle);
  if (!mayMute(actor, person)) throw new NotAllowed(t.notYourself);
  await transaction(async (tx) => {
    // One after the other, so that two at once do not both find room.
    await tx.$executeRaw`SELECT FROM member WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`;
    const muted = await tx.memberMute.count({ where: { memberId: actor.id, mutedId: { not: person.id } } });
    if (muted >= MUTED_MOST) throw new Conflict(say(t.tooManyMuted, { most: MUTED_MOST }));
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO member_mute (member_id, muted_id) VALUES (${actor.id}::uuid, ${person.id}::uuid) ON CONFLICT DO NOTHING`);
  });
}

export async function unmuteMember(handle: string, actor: Member): Promise<void> {
  const person = await whoIs(handle);
  await database().memberMute.deleteMany({ where: { memberId: actor.id, mutedId: person.id } });
}

async function whoIs(handle: string): Promise<{ id: string }> {
  const person = await database().member.findFirst({
    where: { handle, hiddenAt: null },
    select: { id: true },
  });
  if (!person) throw new NotFound(t.noSuchMember);
  return person;
}

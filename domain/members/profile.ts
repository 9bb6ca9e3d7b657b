import "server-only";

import type { Author, Member } from "./member";
import { whyCannotWrite } from "@/domain/comments/policy";
import { watchedWordFinder } from "@/domain/moderation/checks/words/queries";
import { nameSkeleton } from "./name-skeleton";
import { isStaff } from "./policy";
import { isSanctioned, staffNames } from "./queries";
import { type Database, database, literalNumber, transaction } from "@/platform/database";
import { NotAllowed, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/members";
import { say } from "@/messages/say";

export type ProfileWords = { handle?: string; name?: string | undefined; bio?: string | undefined };

/**
 * A name and what one says of oneself are read by everybody, so they are held to what a comment is: who is suspended does not change
 * them, and watched words are not taken. The member's row is held, so that a sanction comes before (and is seen) or after.
 * @throws NotAllowed, Unacceptable by field
 */
export async function changeProfile(
  { name, bio }: { name?: string; bio?: string },
  actor: Member,
): Promise<Author & { bio: string }> {
  const silent = whyCannotWrite(actor);
  if (silent !== null) throw new NotAllowed(silent);
  if (name !== undefined && nameSkeleton(name) !== nameSkeleton(actor.name) && !isStaff(actor))
    await refuseLikenessToStaff({ name });
  await refuseWatchedWords({ name, bio });
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM member WHERE id = ${actor.id}::uuid FOR UPDATE`;
    if (await isSanctioned(actor.id)) throw new NotAllowed(t.yourAccountWasSuspended);
    await refuseTakenDown(tx, { name: name === actor.handle ? undefined : name, bio }, actor.id);
    return tx.member.update({
      where: { id: actor.id },
      data: { name, bio },
      select: { handle: true, name: true, role: true, bio: true },
    });
  });
}

/** What a moderator took down is not put up again while that decision stands. */
async function refuseTakenDown(tx: Database, wanted: ProfileWords, memberId: string): Promise<void> {
  const taken = await tx.$queryRaw<{ name: string | null; bio: string | null }[]>`
    SELECT p.name, p.bio FROM profile_removal p JOIN decision d ON d.id = p.decision_id
    WHERE p.member_id = ${memberId}::uuid AND p.ended_at IS NULL AND d.action = 'reset' ORDER BY d.seq DESC LIMIT ${literalNumber(TAKEN_COMPARED)}`;
  const problems: Record<string, string> = {};
  for (const field of ["name", "bio"] as const)
    if (taken.some((one) => isAlike(one[field], wanted[field]))) problems[field] = t.thatWasTakenDown;
  if (Object.keys(problems).length > 0) throw new Unacceptable(t.thatWasTakenDown, problems);
}

/** Further back nobody tries. */
const TAKEN_COMPARED = 100;

const isAlike = (taken: string | null, wanted: string | undefined): boolean =>
  taken !== null && wanted !== undefined && wanted !== "" && looksOf(taken) === looksOf(wanted);

/** What is without a letter looks as it is. */
const looksOf = (words: string): string => nameSkeleton(words) || words;

/** Staff have their names to themselves. */
export async function refuseLikenessToStaff(wanted: { handle?: string; name?: string }): Promise<void> {
  const staff = new Set((await staffNames()).map(nameSkeleton));
  const problems: Record<string, string> = {};
  for (const [field, wish] of Object.entries(wanted))
    if (staff.has(nameSkeleton(wish))) problems[field] = say(t.thatLooksLikeTheOfSomeone, { field });
  if (Object.keys(problems).length > 0) throw new Unacceptable(t.thatLooksLikeSomeoneWhoWorks, problems);
}

/** Nothing waits here for a moderator, so a word that would hold a comment is not taken either. */
export async function refuseWatchedWords(wanted: ProfileWords): Promise<void> {
  const list = await database().wordList.findFirst({
    orderBy: { version: "desc" },
    select: { version: true },
  });
  const find = await watchedWordFinder(database(), list?.version ?? null);
  const problems: Record<string, string> = {};
  for (const [field, text] of Object.entries<string | undefined>(wanted)) {
    const found = text === undefined ? null : find(text);
    if (found && found.effect !== "mark") problems[field] = say(t.notWithThisWord, { entry: found.entry });
  }
  if (Object.keys(problems).length > 0) throw new Unacceptable(Object.values(problems).join(" "), problems);
}

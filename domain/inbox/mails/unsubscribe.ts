import "server-only";

import { NO_CHOICE, isMailed, switched, type MailChoice } from "./choice";
import { changeChoice } from "./choices";
import { isKind, type Stop, type StopPlace } from "./stop";
import { addressDigest, isTooOld, readEndMails, type EndMails } from "./token";
import { database, transaction, type Database } from "@/platform/database";
import { NotAllowed, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/notices";

type Holder = EndMails & StopPlace;

/**
 * Whose mails a link in a mail is about; reading it changes nothing.
 * @throws NotAllowed or NotFound, each with a sentence: forged, old, of an account or an address that is gone
 */
export async function stopPlace(token: string): Promise<StopPlace> {
  const { handle, article } = await holderOf(database(), token);
  return { handle, article };
}

/** Ends what a link in a mail ends, without a session. @returns whether it was so before */
export const stopMails = (token: string, stop: Stop): Promise<{ before: boolean }> =>
  transaction(async (tx) => {
    const { memberId, articleId } = await holderOf(tx, token);
    if (stop === "discussion") return { before: await muteDiscussion(tx, memberId, articleId) };
    const before = await changeChoice(tx, memberId, (choice) => stopped(choice, stop));
    return { before: isStopped(before, stop) };
  });

/** Takes that back. */
export const resumeMails = (token: string, stop: Stop): Promise<void> =>
  transaction(async (tx) => {
    const { memberId, articleId } = await holderOf(tx, token);
    if (stop === "discussion") await followDiscussionAgain(tx, memberId, articleId);
    else await changeChoice(tx, memberId, (choice) => resumed(choice, stop));
  });

async function holderOf(db: Database, token: string): Promise<Holder> {
  const read = readEndMails(token);
  if (!read) throw new NotAllowed(t.thatLinkIsNotOurs);
  if (isTooOld(read)) throw new NotAllowed(t.thatLinkIsTooOld);
  const member = await db.member.findUnique({
    where: { id: read.memberId, erasedAt: null },
    select: { handle: true, email: true },
  });
  if (!member) throw new NotFound(t.thatAccountIsGone);
  if (member.email === null || addressDigest(member.email) !== read.address)
    throw new NotAllowed(t.thatAddressIsNotTheirs);
  return { ...read, handle: member.handle, article: await articleOf(db, read.articleId) };
}

async function articleOf(db: Database, id: string | null): Promise<StopPlace["article"]> {
  if (id === null) return null;
  const [found] = await db.$queryRaw<{ slug: string; title: string }[]>`
    SELECT a.slug, r.title FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE a.id = ${id}::uuid AND a.unpublished_at IS NULL`;
  return found ?? null;
}

function stopped(choice: MailChoice, stop: Exclude<Stop, "discussion">): MailChoice {
  if (stop === "all") return { ...choice, none: true, digest: "never" };
  return isKind(stop) ? switched(choice, stop, false) : { ...choice, digest: "never" };
}

function isStopped(choice: MailChoice, stop: Exclude<Stop, "discussion">): boolean {
  if (stop === "all") return choice.none;
  return isKind(stop) ? !isMailed(choice, stop) : choice.digest === NO_CHOICE.digest;
}

function resumed(choice: MailChoice, stop: Exclude<Stop, "discussion">): MailChoice {
  if (stop === "all") return { ...choice, none: false };
  return isKind(stop) ? switched(choice, stop, true) : { ...choice, digest: "weekly" };
}

async function muteDiscussion(tx: Database, memberId: string, articleId: string | null): Promise<boolean> {
  const said = await sayOfDiscussion(tx, memberId, articleId, "muted");
  return said === 0;
}

const followDiscussionAgain = (tx: Database, memberId: string, articleId: string | null) =>
  sayOfDiscussion(tx, memberId, articleId, "followed");

/** What `followDiscussion` does for whoever has a session. @returns how many rows became another */
async function sayOfDiscussion(
  tx: Database,
  memberId: string,
  articleId: string | null,
  state: "followed" | "muted",
): Promise<number> {
  if (articleId === null) throw new Unacceptable(t.thatMailIsOfNoDiscussion);
  return tx.$executeRaw`
    INSERT INTO following AS f (member_id, article_id, subject_id, state)
    SELECT ${memberId}::uuid, a.id, a.id, ${state}::following_state FROM article a WHERE a.id = ${articleId}::uuid
    ON CONFLICT (member_id, article_id, subject_id) DO UPDATE SET state = excluded.state WHERE f.state <> excluded.state`;
}

import { randomUUID } from "node:crypto";
import type { CommentState } from "@/domain/comments/comment";
import { askErasure } from "@/domain/members/erasure";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { castVote } from "@/domain/polls/commands";
import { database } from "@/platform/database";
import { newToken, tokenHash } from "@/platform/tokens";
import { aMember, aModerator, anAdmin, anEditor, anUnprovenMember, type Player } from "./cast";
import { aPlainComment } from "./desk";
import { aCrowd, anEmptyArticle, type AnArticle } from "./discussion";
import { pairOf, serve } from "./serve";
import { bannedAccessCookie } from "@/web/sessions/banned-access";
import { sessionCookie } from "@/web/sessions/session-cookie";
import { asTheOwner } from "./owner";

/**
 * Who asks. `owner` wrote the comment that is asked about, unless everybody is asked about their own. `banned` was signed in when it
 * happened, and has signed in again to read the decisions about them. `unproven` has not confirmed their address. `leaving` has asked to be
 * erased, and comes with a session that was written all the same. `here` moderates the article of the comment, `elsewhere`
 * another one. Of admins this site demands a second factor: `admin` has shown one, `keyless` is an admin who has not.
 */
export const ACTORS = [
  "anonymous",
  "owner",
  "other",
  "suspended",
  "unproven",
  "banned",
  "leaving",
  "editor",
  "here",
  "elsewhere",
  "moderator",
  "admin",
  "keyless",
] as const;
export type Actor = (typeof ACTORS)[number];
type Somebody = Exclude<Actor, "anonymous">;

const all = (...names: Actor[]): readonly Actor[] => ACTORS.filter((actor) => names.includes(actor));
const allBut = (...names: Actor[]): readonly Actor[] => ACTORS.filter((actor) => !names.includes(actor));

export const EVERYONE = allBut();
export const NOBODY: readonly Actor[] = [];
export const SIGNED_IN = allBut("anonymous", "banned", "leaving");
/** Everybody who has an account. */
export const MEMBERS = allBut("anonymous");
/** What needs an account that is known to be somebody's, and nothing else. */
export const PROVEN = allBut("anonymous", "banned", "leaving", "unproven");
/** What a ban leaves: reasons, appeal, a copy of one's data. */
export const CONCERNED = allBut("anonymous", "leaving");
export const ACTIVE = allBut("anonymous", "banned", "leaving", "suspended", "unproven");
export const OTHERS = allBut("anonymous", "banned", "leaving", "suspended", "unproven", "owner");
export const OWNER = all("owner");
export const EDITORS = all("editor", "admin");
export const STAFF = all("editor", "moderator", "admin");
export const ADMINS = all("admin");
/** Of the whole site. */
export const MODERATORS = all("moderator", "admin");
/** Of this article. */
export const HERE = all("here", "moderator", "admin");
/** Of anything: whoever has a desk, which may show them nothing of this. */
export const DESK = all("here", "elsewhere", "moderator", "admin");

export const STATES = ["visible", "held", "rejected", "withdrawn"] as const satisfies readonly CommentState[];
export type State = (typeof STATES)[number];
export const inStates = (
  visible: readonly Actor[],
  held: readonly Actor[],
  rejected: readonly Actor[],
  withdrawn: readonly Actor[],
) => ({ visible, held, rejected, withdrawn });

/** `secret` is what the comment says, and nothing else in the world does. */
export type World = {
  place: { article: AnArticle; member: { handle: string } };
  slug: string;
  comment: string;
  secret: string;
  owner: Player;
  member: { handle: string };
};
export type Asked = { path: string; body?: unknown };
export type Company = Awaited<ReturnType<typeof theCompany>>;

/** The site, everybody who asks it something, and worlds to ask about. */
export async function theCompany() {
  const site = await serve();
  const players = await everyKindOfPerson();
  const demand = { key: "second-factor", value: { roles: ["admin"] } };
  await database().siteSetting.upsert({ where: { key: demand.key }, create: demand, update: demand });

  /** What somebody sends, for as long as nothing they did can have ended a session of theirs. */
  const cookies = new Map<Actor, string>();

  async function cookiesOf(actor: Somebody): Promise<string> {
    const sent = [await sessionCookie(await fresh(actor))];
    if (actor === "banned") sent.push(bannedAccessCookie(await freshSession(players.banned.id)));
    return sent.map(pairOf).join("; ");
  }

  /** A token of the actor's that no earlier request has ended. */
  const fresh = async (actor: Somebody): Promise<string> =>
    actor === "banned" ? players.banned.sessionToken : freshSession(players[actor].id, actor === "admin");

  /** A fresh article with a poll, and somebody to ask about. */
  async function aPlace(): Promise<World["place"]> {
    const article = await anEmptyArticle({ poll: "always" });
    if (article.pollId)
      await castVote(
        { poll: article.pollId, option: "approach" },
        { ...players.owner, sessionToken: await fresh("owner") },
      );
    await database().articleModerator.create({ data: { articleId: article.id, memberId: players.here.id } });
    const [member] = await aCrowd(1);
    if (!member) throw new Error("Nobody came.");
    return { article, member };
  }

  /** A comment that stands as it is asked: the owner's, or the asker's own. It is alone, or beside that of another world. */
  async function aWorld(state: State, author: Somebody = "owner", beside?: World): Promise<World> {
    const place = beside?.place ?? (await aPlace());
    const { article, member } = place;
    const secret = `Kettledrums, ${randomUUID()}.`;
    const made = await aPlainComment(article, players.owner, { text: secret, state });
    const there = {
      commentId: made.id,
      by: state === "withdrawn" ? "author" : "moderator",
      reason: state === "withdrawn" ? null : "person",
    };
    if (state === "rejected" || state === "withdrawn") await database().removal.create({ data: there });
    await asTheOwner().comment.update({
      where: { id: made.id },
      data: { listed: state !== "held", stance: "approach", authorId: players[author].id },
    });
    return { place, slug: article.slug, comment: made.id, secret, owner: players.owner, member };
  }

  async function ask(
    method: string,
    { path, body }: Asked,
    as: Actor,
  ): Promise<{ status: number; text: string }> {
    const cookie = as === "anonymous" ? "" : (cookies.get(as) ?? (await cookiesOf(as)));
    const { status, text } = await site.ask(method.toUpperCase(), path, cookie, body);
    if (method === "get" || status >= 400) cookies.set(as, cookie);
    else cookies.delete(as);
    return { status, text };
  }

  return { aWorld, ask, close: () => site.close() };
}

/** Another session of a member's. @returns its token */
export async function freshSession(memberId: string, multiFactor = false): Promise<string> {
  const token = newToken();
  await database().session.create({
    data: { memberId, multiFactor, tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + 3_600_000) },
  });
  return token;
}

/** One of each who is not signed out. */
export async function everyKindOfPerson(): Promise<Record<Somebody, Player>> {
  const moderator = await aModerator();
  const [owner, other, suspended, unproven, banned, leaving, editor, here, elsewhere, admin, keyless] =
    await Promise.all([
      aMember({ name: "Bo" }),
      aMember({ name: "Cy" }),
      aMember({ name: "Fay" }),
      anUnprovenMember(),
      aMember({ name: "Dee" }),
      aMember({ name: "Lou" }),
      anEditor(),
      aMember({ name: "Hal" }),
      aMember({ name: "Eli" }),
      anAdmin(),
      anAdmin(),
    ]);
  const why = { ground: "person", explanation: "", days: 7, cleanUp: "none" as const };
  await sanction(suspended.handle, { kind: "suspension", ...why }, moderator);
  await sanction(banned.handle, { kind: "ban", ...why }, moderator);
  await askErasure({ texts: "stay", sure: true }, leaving);
  const another = await anEmptyArticle();
  await database().articleModerator.create({ data: { articleId: another.id, memberId: elsewhere.id } });
  return {
    owner,
    other,
    suspended,
    unproven,
    banned,
    leaving,
    editor,
    here,
    elsewhere,
    moderator,
    admin,
    keyless,
  };
}

export const newMember = () => ({
  email: `${randomUUID()}@example.org`,
  handle: `new-${randomUUID().slice(0, 8)}`,
  password: "seven brass kettles",
});

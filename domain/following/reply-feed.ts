import "server-only";

import { z } from "zod";
import type { Member } from "@/domain/members/member";
import { mayFollow } from "./policy";
import { database } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import { isSigned, sign } from "@/platform/signature";
import * as t from "#messages/following";

const PURPOSE = "feed of replies";

/** A key of the feed: the row's id and our signature of it, so that nobody who reads the database can make one up. */
const Key = z.templateLiteral([z.uuid(), ".", z.string().regex(/^[\w-]{22}$/)]);

const pathOf = (id: string): string => `/feeds/replies/${id}.${sign(PURPOSE, id)}`;

/** Where the viewer's feed of replies is read, as a path; null while there is none. */
export async function replyFeedPath(viewer: Member): Promise<string | null> {
  const feed = await database().replyFeed.findUnique({ where: { memberId: viewer.id } });
  return feed && pathOf(feed.id);
}

/** Makes an address at which anybody who has it reads the replies to the actor. An earlier one ends. @returns its path */
export async function makeReplyFeed(actor: Member): Promise<string> {
  authorize(mayFollow(actor), actor, t.signInToFollow);
  const [feed] = await database().$queryRaw<{ id: string }[]>`
    INSERT INTO reply_feed (member_id) VALUES (${actor.id}::uuid)
    ON CONFLICT (member_id) DO UPDATE SET id = gen_random_uuid(), at = now() RETURNING id`;
  if (!feed) throw new Error("A feed was not written.");
  return pathOf(feed.id);
}

export async function endReplyFeed(actor: Member): Promise<void> {
  await database().replyFeed.deleteMany({ where: { memberId: actor.id } });
}

/** Whose feed a key opens; null where it opens none, and for accounts that are being erased or are banned. */
export async function replyFeedOwner(key: string): Promise<string | null> {
  const parsed = Key.safeParse(key);
  const [id = "", signature = ""] = parsed.success ? parsed.data.split(".") : [];
  if (!isSigned(PURPOSE, id, signature)) return null;
  const feed = await database().replyFeed.findFirst({
    where: { id, member: { hiddenAt: null, sanctions: { none: standingBan() } } },
    select: { memberId: true },
  });
  return feed?.memberId ?? null;
}

const standingBan = () => ({
  kind: "ban" as const,
  liftedAt: null,
  OR: [{ until: null }, { until: { gt: new Date() } }],
});

import "server-only";

import type { Listing } from "@/domain/articles/listing";
import { PUBLISHED } from "@/domain/articles/published";
import type { Member } from "@/domain/members/member";
import {
  LISTINGS_MOST,
  NEW_ARTICLES_FOR,
  NEW_ARTICLES_SHOWN,
  type FollowedListing,
  type NewArticle,
} from "./following";
import { mayFollow } from "./policy";
import { database, literalNumber, Prisma, transaction } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/following";
import { say } from "@/messages/say";

/**
 * From now on the actor is told of what is published by this author or with this tag.
 * @throws NotFound where readers can read nothing of it; Conflict beyond `LISTINGS_MOST`
 */
export async function followListing(listing: Listing, actor: Member): Promise<void> {
  authorize(mayFollow(actor), actor, t.signInToFollow);
  if (!(await isListed(listing))) throw new NotFound(t.nothingIsListedThere);
  await transaction(async (tx) => {
    // One after the other, so that two at once do not both find room.
    await tx.$executeRaw`SELECT FROM member WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`;
    const others = await tx.listingFollowing.count({ where: { memberId: actor.id, NOT: listing } });
    if (others >= LISTINGS_MOST) throw new Conflict(say(t.tooManyListings, { most: LISTINGS_MOST }));
    await tx.listingFollowing.createMany({ data: { memberId: actor.id, ...listing }, skipDuplicates: true });
  });
}

/** Also of what is listed no more. */
export async function unfollowListing(listing: Listing, actor: Member): Promise<void> {
  authorize(mayFollow(actor), actor, t.signInToFollow);
  await database().listingFollowing.deleteMany({ where: { memberId: actor.id, ...listing } });
}

/** Whether readers can read anything that is listed there. */
export async function isListed({ kind, name }: Listing): Promise<boolean> {
  const [found] = await database().$queryRaw<{ there: boolean }[]>`
    SELECT EXISTS (SELECT FROM article_listing l JOIN article a ON a.id = l.article_id AND ${PUBLISHED}
      WHERE l.kind = ${kind}::listing_kind AND l.name = ${name}) AS there`;
  return found?.there === true;
}

export const followsListing = async ({ kind, name }: Listing, viewer: Member): Promise<boolean> =>
  (await database().listingFollowing.findUnique({
    where: { memberId_kind_name: { memberId: viewer.id, kind, name } },
  })) !== null;

/** Every author and tag that the viewer follows, by name. */
export async function listingsFollowedBy(viewer: Member): Promise<FollowedListing[]> {
  const rows = await database().listingFollowing.findMany({
    where: { memberId: viewer.id },
    orderBy: [{ kind: "desc" }, { name: "asc" }],
    take: LISTINGS_MOST,
    select: { kind: true, name: true, at: true },
  });
  return rows.map(({ kind, name, at }) => ({ kind, name, since: at.toISOString() }));
}

type Row = Omit<NewArticle, "published"> & { published: Date };

/** What authors and tags the viewer follows have brought lately and the viewer has not opened, the newest first. */
export async function newArticlesFor(viewer: Member): Promise<NewArticle[]> {
  const rows = await database().$queryRaw<Row[]>(
    newArticles(
      Prisma.sql`${viewer.id}::uuid`,
      Prisma.sql`now() - make_interval(days => ${NEW_ARTICLES_FOR}::int)`,
    ),
  );
  return rows.map(({ published, ...article }) => ({ ...article, published: published.toISOString() }));
}

/** An article's own date is a day, and may be a few days back where it was put out late. Days. */
const DATED_BACK = 8;

/**
 * Articles that came after `since`, and `until` where that is said, by what `who` followed then, which `who` neither opened nor muted: of
 * each author and tag the newest few, by the listing's own index. When an article came its id says.
 */
export const newArticles = (
  who: Prisma.Sql,
  since: Prisma.Sql,
  until: Date | null = null,
): Prisma.Sql => Prisma.sql`
  SELECT a.slug, r.title, r.standfirst, r.author, a.published_at AS published FROM (
    SELECT DISTINCT l.article_id FROM listing_following f CROSS JOIN LATERAL (
      SELECT l.article_id FROM article_listing l
      WHERE l.kind = f.kind AND l.name = f.name AND l.published_at > greatest(${since}, f.at) - make_interval(days => ${DATED_BACK}::int)
        AND l.article_id > uuid_floor(greatest(${since}, f.at)) ${until === null ? Prisma.empty : Prisma.sql`AND l.article_id < uuid_floor(${until}::timestamptz)`}
      ORDER BY l.published_at DESC, l.article_id DESC LIMIT ${literalNumber(NEW_ARTICLES_SHOWN)}) l
    WHERE f.member_id = ${who}) found
  JOIN article a ON a.id = found.article_id AND ${PUBLISHED}
  JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
  WHERE NOT EXISTS (SELECT FROM visit v WHERE v.member_id = ${who} AND v.article_id = a.id)
    AND NOT EXISTS (SELECT FROM following x WHERE x.member_id = ${who} AND x.subject_id = a.id AND x.state = 'muted')
  ORDER BY a.published_at DESC, a.id DESC LIMIT ${literalNumber(NEW_ARTICLES_SHOWN)}`;

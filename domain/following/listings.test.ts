import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { followDiscussion } from "./commands";
import { LISTINGS_MOST } from "./following";
import {
  followListing,
  followsListing,
  listingsFollowedBy,
  newArticlesFor,
  unfollowListing,
} from "./listings";
import { publish } from "@/domain/articles/commands";
import type { Listing } from "@/domain/articles/listing";
import { operator } from "@/domain/articles/policy";
import { unpublish } from "@/domain/articles/unpublish";
import { visit } from "@/domain/comments/viewer-state";
import { tellFollowers } from "@/domain/inbox/jobs";
import { digestFor } from "@/domain/inbox/mails/digest-words";
import { mailNotices, MAILED_AFTER } from "@/domain/inbox/mails/due";
import { inboxOf } from "@/domain/inbox/queries";
import { itemOf } from "@/domain/inbox/mails/items";
import { toldBy } from "@/domain/inbox/mails/told";
import type { Member } from "@/domain/members/member";
import { database, Prisma } from "@/platform/database";
import { anEditor, type Player } from "@/test/cast";
import { aCrowd } from "@/test/discussion";

const fresh = () => randomBytes(6).toString("hex");
const today = (daysAgo = 0) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

let eve: Player;
beforeAll(async () => {
  eve = await anEditor();
});

let bo: Member, cy: Member;
let author: Listing & { kind: "author" }, tag: Listing & { kind: "tag" };
beforeEach(async () => {
  [bo, cy] = (await aCrowd(2)) as [Member, Member];
  author = { kind: "author", name: `Eve ${fresh()}` };
  tag = { kind: "tag", name: `thé & 茶/tea ${fresh()}` };
  await anArticle();
});

type Asked = { slug?: string; daysAgo?: number; says?: string };

async function anArticle({
  slug = `at-${fresh()}`,
  daysAgo = 0,
  says = "Tea.",
}: Asked = {}): Promise<string> {
  const head = `title: On tea ${slug}\nslug: ${slug}\nstandfirst: What tea is for.\nauthor: ${author.name}\ndate: ${today(daysAgo)}`;
  await publish(`---\n${head}\ntags: ${JSON.stringify([tag.name])}\n---\n${says}\n`, operator);
  return slug;
}

/** What somebody's inbox says of new articles. */
async function toldOf(who: Member): Promise<(string | undefined)[]> {
  await tellFollowers();
  const { items } = await inboxOf({ kinds: ["new-article"] }, who);
  return items.map(({ article }) => article?.slug);
}

describe("whoever follows an author or a tag", () => {
  test("is told of each new article once, whatever of it they follow, and nobody else is", async () => {
    await followListing(author, bo);
    await followListing(tag, bo);
    const slug = await anArticle();
    await anArticle({ slug, says: "More tea." });
    expect(await toldOf(bo)).toEqual([slug]);
    expect(await toldOf(cy)).toEqual([]);
  });

  test("is told nothing any more once they have stopped, nor of what was written long ago or is gone again", async () => {
    await followListing(author, bo);
    await followListing(tag, cy);
    await anArticle({ daysAgo: 30 });
    await unpublish(await anArticle(), eve);
    await unfollowListing(tag, cy);
    const slug = await anArticle();
    expect(await toldOf(bo)).toEqual([slug]);
    expect(await toldOf(cy)).toEqual([]);
  });

  test("gets a mail with what it is about and why, which one press ends", async () => {
    await followListing(tag, bo);
    await database().member.update({ where: { id: bo.id }, data: { email: `${fresh()}@example.org` } });
    const slug = await anArticle();
    await tellFollowers();
    const [told] = await toldBy(database(), Prisma.sql`n.member_id = ${bo.id}::uuid`);
    expect(told && (await itemOf(told))).toMatchObject({
      sentence: `New article: “On tea ${slug}”.`,
      words: [{ text: "What tea is for." }, { text: `By ${author.name}` }],
    });
    await database()
      .$executeRaw`UPDATE notice SET at = at - make_interval(mins => ${MAILED_AFTER}::int) WHERE member_id = ${bo.id}::uuid`;
    await mailNotices();
    expect(await database().mail.count({ where: { memberId: bo.id } })).toBe(1);
  });

  test("sees what is new beside the discussions they follow until they open or mute it, and in their digest", async () => {
    await followListing(author, bo);
    await followListing(tag, bo);
    const [one, other, third] = [await anArticle(), await anArticle(), await anArticle()];
    const seen = async () => (await newArticlesFor(bo)).map(({ slug }) => slug).sort();
    expect(await seen()).toEqual([one, other, third].sort());
    await visit(one, {}, bo);
    await followDiscussion(other, "muted", bo);
    expect(await seen()).toEqual([third]);
    await database().member.update({ where: { id: bo.id }, data: { email: `${fresh()}@example.org` } });
    await database().mailChoice.create({ data: { memberId: bo.id, digest: "daily" } });
    const span = { since: new Date(Date.now() - 3_600_000), until: new Date(Date.now() + 60_000) };
    const digest = await digestFor(database(), bo.id, span);
    expect(digest?.words.items?.map(({ url }) => new URL(url).pathname)).toEqual([`/articles/${third}`]);
  });

  test("follows what readers can read, and so much of it", async () => {
    await expect(followListing({ kind: "tag", name: fresh() }, bo)).rejects.toMatchObject({ status: 404 });
    await followListing(author, bo);
    await followListing(author, bo);
    expect(await followsListing(author, bo)).toBe(true);
    expect(await listingsFollowedBy(bo)).toMatchObject([author]);
    await database().listingFollowing.createMany({
      data: Array.from({ length: LISTINGS_MOST - 1 }, (_, nth) => ({
        memberId: bo.id,
        kind: "tag" as const,
        name: `tag ${nth}`,
      })),
    });
    await expect(followListing(tag, bo)).rejects.toMatchObject({ status: 409 });
    // What is there already is no new one.
    await followListing(author, bo);
  });
});

import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { followBranch, followDiscussion, muteMember, unmuteMember } from "./commands";
import { BRANCHES_MOST, LOOKED_THROUGH } from "./following";
import { newsFor, newsQuery } from "./news";
import { followedBy, mutedBy } from "./queries";
import { viewerState, visit } from "@/domain/comments/viewer-state";
import { withdraw } from "@/domain/comments/withdraw";
import type { Member } from "@/domain/members/member";
import { castVote } from "@/domain/polls/commands";
import { database, Prisma, transaction } from "@/platform/database";
import { aPlainComment } from "@/test/desk";
import { aCrowd, aComment, anEmptyArticle, type AnArticle } from "@/test/discussion";
import { effort } from "@/test/effort";
import { asOwner } from "@/test/voters";

let article: AnArticle & { pollId: string | null };
let bo: Member, cy: Member, fay: Member;
beforeEach(async () => {
  article = await anEmptyArticle({ poll: "always" });
  [bo, cy, fay] = (await aCrowd(3)) as [Member, Member, Member];
});

/** Those in a slice of so many who hear of a comment, and where the next slice begins; null after the last. */
async function slice(comment: { id: string }, beyond: string | null, most: number) {
  const rows = await database().$queryRaw<{ member_id: string; hears: boolean }[]>`
    SELECT member_id, hears FROM followers_of(${comment.id}::uuid, ${beyond}::uuid, ${most}::int)`;
  const members = rows.filter(({ hears }) => hears).map(({ member_id }) => member_id);
  return { members, beyond: rows.length < most ? null : (rows.at(-1)?.member_id ?? null) };
}

const followers = async (comment: { id: string }) => (await slice(comment, null, 100)).members;
const here = async (viewer: Member) => (await viewerState(article.slug, [], viewer)).following;

async function isMuted(who: Member, comment: { id: string }): Promise<boolean> {
  const [row] = await database().$queryRaw<{ muted: boolean }[]>`
    SELECT is_muted_for(${who.id}::uuid, c.article_id, c.id, c.parent_id, c.author_id) AS muted FROM comment c WHERE c.id = ${comment.id}::uuid`;
  return row?.muted === true;
}

describe("a discussion is followed", () => {
  test("by whoever comments or votes, and by nobody else", async () => {
    const first = await aComment(article, bo);
    expect(await here(bo)).toMatchObject({ discussion: "followed" });
    expect(await here(cy)).toMatchObject({ discussion: null });
    expect(await followers(first)).toEqual([]);
    await castVote({ article: article.slug, option: "approach" }, cy);
    expect(await here(cy)).toMatchObject({ discussion: "followed" });
    expect(await followers(first)).toEqual([cy.id]);
  });

  test("until they end it, which no vote or comment undoes, and a click does", async () => {
    await castVote({ article: article.slug, option: "approach" }, cy);
    await followDiscussion(article.slug, null, cy);
    await castVote({ article: article.slug, option: "complementary" }, cy);
    await aComment(article, cy);
    expect(await here(cy)).toMatchObject({ discussion: null });
    expect(await followers(await aComment(article, bo))).toEqual([]);
    await followDiscussion(article.slug, "followed", cy);
    expect(await followers(await aComment(article, bo))).toEqual([cy.id]);
  });

  test("without a hint of what was voted: the rows are the same whatever it was", async () => {
    await castVote({ article: article.slug, option: "approach" }, bo);
    await castVote({ article: article.slug, option: "complementary" }, cy);
    await followDiscussion(article.slug, "followed", fay);
    const rows = await database().following.findMany({
      where: { articleId: article.id },
      omit: { memberId: true },
    });
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
  });

  test("and fifty followers come in slices, each once, in one discussion or its branches", async () => {
    const root = await aComment(article, bo);
    const reply = await aComment(article, cy, { parent: root.id });
    const crowd = await aCrowd(30);
    await asOwner(
      `INSERT INTO following (member_id, article_id, subject_id, state)
       SELECT m, $1, s, 'followed' FROM unnest($2::uuid[]) m, unnest($3::uuid[]) s ON CONFLICT DO NOTHING`,
      [article.id, crowd.map(({ id }) => id), [article.id, root.id]],
    );
    const met: string[] = [];
    for (let beyond: string | null = null, slices = 0; slices < 20; slices++) {
      const some = await slice(reply, beyond, 7);
      met.push(...some.members);
      if (some.beyond === null) break;
      beyond = some.beyond;
    }
    expect(met.sort()).toEqual([bo.id, ...crowd.map(({ id }) => id)].sort());
  });

  test("only by those who can read it", async () => {
    await asOwner("UPDATE article SET unpublished_at = now() WHERE id = $1", [article.id]);
    await expect(followDiscussion(article.slug, "followed", bo)).rejects.toThrow("Article not found.");
    await expect(followDiscussion("no-such-thing", "followed", bo)).rejects.toThrow("Article not found.");
  });
});

describe("what was said of the nearest counts", () => {
  test("a branch is followed alone", async () => {
    const root = await aComment(article, bo);
    const beside = await aComment(article, bo);
    await followBranch(root.id, "followed", fay);
    expect(await here(fay)).toEqual({ discussion: null, branches: { [root.id]: "followed" }, muted: [] });
    const deep = await aComment(article, bo, {
      parent: (await aComment(article, cy, { parent: root.id })).id,
    });
    expect(await followers(deep)).toContain(fay.id);
    expect(await followers(beside)).not.toContain(fay.id);
  });

  test("a muted branch is silent in a followed discussion, and a followed one speaks in a muted discussion", async () => {
    const quarrel = await aComment(article, bo);
    const gem = await aComment(article, bo);
    await followDiscussion(article.slug, "followed", fay);
    await followBranch(quarrel.id, "muted", fay);
    const inQuarrel = await aComment(article, cy, { parent: quarrel.id });
    const inGem = await aComment(article, cy, { parent: gem.id });
    expect([await followers(inQuarrel), await followers(inGem)]).toEqual([[bo.id], [bo.id, fay.id].sort()]);
    expect([await isMuted(fay, inQuarrel), await isMuted(fay, inGem)]).toEqual([true, false]);
    await followDiscussion(article.slug, "muted", fay);
    await followBranch(gem.id, "followed", fay);
    expect([await isMuted(fay, inQuarrel), await isMuted(fay, inGem)]).toEqual([true, false]);
    expect(await followers(inGem)).toContain(fay.id);
    await followBranch(gem.id, null, fay);
    expect(await isMuted(fay, inGem)).toBe(true);
  });

  test("there is an end to the branches of one discussion", async () => {
    const root = await aComment(article, bo);
    await asOwner(
      `INSERT INTO following (member_id, article_id, subject_id, state)
       SELECT $1, $2, gen_random_uuid(), 'muted' FROM generate_series(1, ${BRANCHES_MOST})`,
      [fay.id, article.id],
    );
    await expect(followBranch(root.id, "muted", fay)).rejects.toThrow(`at most ${BRANCHES_MOST} threads`);
    await followDiscussion(article.slug, "muted", fay);
  });

  test("a comment that nobody else can read is no branch", async () => {
    const held = await aPlainComment(article, bo, { state: "held" });
    await expect(followBranch(held.id, "followed", fay)).rejects.toThrow("Comment not found.");
    await followBranch(held.id, "followed", bo);
  });
});

describe("a muted member", () => {
  test("is silent, listed, and can be heard again; muting twice is once", async () => {
    await followDiscussion(article.slug, "followed", fay);
    await muteMember(bo.handle, fay);
    await muteMember(bo.handle, fay);
    const comment = await aComment(article, bo);
    expect(await followers(comment)).toEqual([]);
    expect(await isMuted(fay, comment)).toBe(true);
    expect(await here(fay)).toMatchObject({ muted: [bo.handle] });
    expect(await mutedBy(fay)).toMatchObject([{ handle: bo.handle }]);
    await unmuteMember(bo.handle, fay);
    expect(await followers(comment)).toEqual([fay.id]);
    expect(await mutedBy(fay)).toEqual([]);
  });

  test("learns nothing of it, and others see what they saw", async () => {
    const comment = await aComment(article, bo);
    const seen = async (viewer: Member | null) =>
      JSON.stringify(await viewerState(article.slug, [comment.id], viewer)).replace(/"now":"[^"]+"/, "");
    const before = [await seen(bo), await seen(cy), await seen(null)];
    await muteMember(bo.handle, fay);
    expect([await seen(bo), await seen(cy), await seen(null)]).toEqual(before);
    expect(await database().notice.count({ where: { memberId: bo.id } })).toBe(0);
  });

  test("is not oneself, nor somebody who is not here", async () => {
    await expect(muteMember(fay.handle, fay)).rejects.toThrow("You cannot mute yourself.");
    await expect(muteMember("nobody-at-all", fay)).rejects.toThrow("Member not found.");
  });
});

describe("news of what is followed", () => {
  const news = async (viewer: Member, after?: string) => (await newsFor(after, viewer)).items;

  test("is what others wrote since the last visit", async () => {
    await followDiscussion(article.slug, "followed", fay);
    await visit(article.slug, {}, fay);
    expect(await news(fay)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const [first, second] = [await aComment(article, bo), await aComment(article, cy)];
    await aComment(article, fay);
    expect(await news(fay)).toMatchObject([
      {
        article: { slug: article.slug },
        count: 2,
        first: [{ id: first.id, author: { handle: bo.handle } }, { id: second.id }],
      },
    ]);
    await withdraw(first.id, bo);
    expect(await news(fay)).toMatchObject([{ count: 1, first: [{ id: second.id }] }]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await visit(article.slug, {}, fay);
    expect(await news(fay)).toEqual([]);
  });

  test("is nothing of whom one muted, nor of a branch one muted; and of a branch alone that branch", async () => {
    const [root, other] = [await aComment(article, bo), await aComment(article, bo)];
    await aComment(article, cy, { parent: root.id });
    await followDiscussion(article.slug, "followed", fay);
    await muteMember(cy.handle, fay);
    expect(await news(fay)).toMatchObject([{ count: 2 }]);
    await followBranch(root.id, "muted", fay);
    expect(await news(fay)).toMatchObject([{ count: 1, first: [{ id: other.id }] }]);
    await followDiscussion(article.slug, null, fay);
    expect(await news(fay)).toEqual([]);
    await followBranch(root.id, "followed", fay);
    await unmuteMember(cy.handle, fay);
    expect(await news(fay)).toMatchObject([{ count: 2, first: [{ id: root.id }, {}] }]);
  });
});

describe("of many followed discussions", () => {
  const MANY = effort(1_200, 10_000);
  const PAGES = Math.floor(MANY / LOOKED_THROUGH) + 1;
  let slugs: string[];
  beforeAll(async () => {
    const rows = await asOwner<{ slug: string }>(
      `WITH a AS (INSERT INTO article (slug, published_at) SELECT 'many-' || gen_random_uuid(), now() FROM generate_series(1, ${MANY}) RETURNING id, slug),
         r AS (INSERT INTO article_revision (article_id, number, title, standfirst, author, source, html, words)
           SELECT id, 1, 'Many', '', 'Ada', '', '', 0 FROM a)
       SELECT slug FROM a ORDER BY id DESC`,
    );
    slugs = rows.map(({ slug }) => slug);
  });

  test("the pages of news find the few that have any, and end; all of them are listed", async () => {
    await asOwner(
      `INSERT INTO following (member_id, article_id, subject_id, state)
       SELECT $1, id, id, 'followed' FROM article WHERE slug = ANY ($2)`,
      [fay.id, slugs],
    );
    const talked = [slugs[3], slugs[700], slugs[1_100]];
    await asOwner(
      `INSERT INTO comment (article_id, article_revision, author_id, source, html)
       SELECT id, 1, $1, 'So.', 'So.' FROM article WHERE slug = ANY ($2)`,
      [bo.id, talked],
    );
    const found: string[] = [];
    let pages = 0;
    for (let after: string | undefined; ;) {
      const page = await newsFor(after, fay);
      found.push(...page.items.map((one) => one.article.slug));
      if (++pages > PAGES || page.next === null) break;
      after = page.next;
    }
    expect(found).toEqual(talked);
    expect(pages).toBeLessThanOrEqual(PAGES);
    const plan = await transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('enable_seqscan', 'off', true)`;
      return tx.$queryRaw<object[]>(Prisma.sql`EXPLAIN (FORMAT JSON) ${newsQuery(undefined, fay)}`);
    });
    expect(JSON.stringify(plan)).not.toMatch(/"Node Type":\s*"Seq Scan"/);
    const listed = new Set<string>();
    for (let after: string | undefined; ;) {
      const page = await followedBy(after, fay);
      for (const one of page.items) listed.add(one.article.slug);
      if (page.next === null) break;
      after = page.next;
    }
    expect(listed.size).toBe(MANY);
  });
});

import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseDeskQuery } from "./parse-query";
import { searchAtTheDesk } from "./desk";
import { deskQuery } from "./desk-hits";
import { fillSearch, refillSearch } from "./fill";
import { beginSearch, looksForWords, search } from "./queries";
import { withdraw } from "@/domain/comments/withdraw";
import type { Member } from "@/domain/members/member";
import { decide } from "@/domain/moderation/decisions/commands";
import { report } from "@/domain/moderation/reports/commands";
import { castVote } from "@/domain/polls/commands";
import { Prisma, transaction } from "@/platform/database";
import { aModerator, anAdmin, type Player } from "@/test/cast";
import { aPlainComment, seenNow } from "@/test/desk";
import { aComment, aCrowd, anEmptyArticle, type AnArticle } from "@/test/discussion";
import { asOwner } from "@/test/voters";

let ada: Player, max: Player;
let article: AnArticle & { pollId: string | null };
beforeAll(async () => {
  [ada, max, article] = await Promise.all([aModerator(), anAdmin(), anEmptyArticle({ poll: "after_vote" })]);
});

let bo: Member, cy: Member;
beforeEach(async () => {
  [bo, cy] = (await aCrowd(2)) as [Member, Member];
});

const idsAt = async (q: string, viewer: Member) =>
  (await searchAtTheDesk({ q }, viewer)).items.map(({ id }) => id);
const readerFinds = async (q: string, viewer: Member | null = null) =>
  (await search({ q, kind: "all", sort: "best" }, viewer)).items.map(({ id }) => id);

const ABOUT_A_PERSON = {
  reason: "person",
  detail: "",
  law: "",
  name: "",
  email: "",
  goodFaith: false,
} as const;

async function reject(comment: { id: string }): Promise<void> {
  const [seen] = await seenNow(comment);
  if (!seen) throw new Error("There is no such comment.");
  await decide({ action: "reject", ...seen, ground: "person", explanation: "" }, ada);
}

describe("moderators find everything", () => {
  test("whatever its state, which each hit says, and readers find what they found", async () => {
    const seen = await aComment(article, bo, { text: "A periwinkle in plain sight." });
    const held = await aPlainComment(article, bo, { text: "A periwinkle, pending.", state: "held" });
    const gone = await aComment(article, bo, { text: "A periwinkle taken back." });
    await withdraw(gone.id, bo);
    const taken = await aComment(article, cy, { text: "A periwinkle in your face." });
    await reject(taken);
    const { items } = await searchAtTheDesk({ q: "periwinkle" }, ada);
    expect(Object.fromEntries(items.map(({ id, state }) => [id, state]))).toEqual({
      [seen.id]: "visible",
      [held.id]: "held",
      [gone.id]: "withdrawn",
      [taken.id]: "rejected",
    });
    expect(items.find(({ id }) => id === taken.id)).toMatchObject({
      path: `/moderation/comments/${taken.id}`,
      by: { handle: cy.handle },
    });
    for (const [state, comment] of [
      ["approved", seen],
      ["pending", held],
      ["withdrawn", gone],
      ["rejected", taken],
    ] as const)
      expect(await idsAt(`periwinkle state:${state}`, ada), state).toEqual([comment.id]);
    expect(await idsAt(`author:${cy.handle} in:${article.slug}`, ada)).toEqual([taken.id]);
    expect(await readerFinds("periwinkle")).toEqual([seen.id]);
  });

  test("by the rule something was reported or decided by, but not what is said about themselves", async () => {
    const taken = await aComment(article, bo, { text: "A tamarind that was judged." });
    const told = await aComment(article, bo, { text: "A tamarind that was reported." });
    const own = await aComment(article, ada, { text: "A tamarind by Ada." });
    await aComment(article, cy, { text: "A tamarind that nobody minds." });
    await reject(taken);
    await report(told.id, ABOUT_A_PERSON, cy);
    await report(own.id, ABOUT_A_PERSON, cy);
    expect((await idsAt("tamarind rule:person", ada)).sort()).toEqual([taken.id, told.id].sort());
    expect((await idsAt("tamarind rule:person", max)).sort()).toEqual([taken.id, told.id, own.id].sort());
    expect(await idsAt("tamarind rule:person state:rejected", ada)).toEqual([taken.id]);
    expect(await idsAt("tamarind rule:hate", ada)).toEqual([]);
  });

  test("within their articles, and nobody else at all", async () => {
    const elsewhere = await anEmptyArticle();
    const here = await aComment(article, bo, { text: "A jacaranda here." });
    await aComment(elsewhere, bo, { text: "A jacaranda elsewhere." });
    const eve = { ...cy, moderates: [article.id] };
    expect(await idsAt("jacaranda", eve)).toEqual([here.id]);
    expect(() => searchAtTheDesk({ q: "jacaranda" }, cy)).toThrow("Only moderators");
  });

  test("page by page, every hit once", async () => {
    const there = await anEmptyArticle();
    const made = await Promise.all(
      Array.from({ length: 45 }, (_, nth) =>
        aPlainComment(there, bo, { text: "Bindweed.", state: nth % 3 === 0 ? "held" : "visible" }),
      ),
    );
    const met: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await searchAtTheDesk({ q: `bindweed in:${there.slug}`, after }, ada);
      met.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(met).toHaveLength(made.length);
    expect([...met].sort()).toEqual(made.map(({ id }) => id).sort());
  });

  test("also what was hidden before there was an index; and nothing of a text that was erased", async () => {
    const held = await aPlainComment(article, bo, { text: "A larkspur of old.", state: "held" });
    await asOwner("DELETE FROM search_hidden");
    expect(await idsAt("larkspur", ada)).toEqual([]);
    await refillSearch();
    await fillSearch.run();
    expect(await idsAt("larkspur", ada)).toEqual([held.id]);
    await asOwner("UPDATE comment SET html = '', source = '-' WHERE id = $1", [held.id]);
    expect(await idsAt("larkspur", ada)).toEqual([]);
  });
});

test("no search at the desk walks through a table", async () => {
  const there = await anEmptyArticle();
  await asOwner(
    `INSERT INTO comment (article_id, article_revision, author_id, source, html, posted_at, state, listed)
     SELECT $1, 1, $2, text, '<p>' || text || '</p>', now() - make_interval(mins => n), s::comment_state, s = 'visible'
     FROM generate_series(1, 3000) n, LATERAL (SELECT 'ordinary words, number ' || n AS text, CASE WHEN n % 2 = 0 THEN 'held' ELSE 'visible' END AS s) t`,
    [there.id, bo.id],
  );
  await asOwner("ANALYZE comment, search_entry, search_hidden, decision, report, finding, member, article");
  for (const q of [
    "ordinary",
    "nowheretobefound",
    "state:held",
    "state:approved ordinary",
    "rule:person",
    "rule:person ordinary",
    `author:${bo.handle}`,
    `in:${there.slug} ordinary`,
    "before:2030-01-01",
  ]) {
    const asked = parseDeskQuery(q);
    const plan = await transaction(async (tx) => {
      const words = looksForWords(asked, await beginSearch(asked));
      const walk = { asked, words, cursor: null };
      return tx.$queryRaw<object[]>(Prisma.sql`EXPLAIN (FORMAT JSON) ${deskQuery(walk, ada)}`);
    });
    expect(JSON.stringify(plan), q).not.toMatch(/"Node Type":\s*"Seq Scan"/);
  }
}, 30_000);

describe("readers narrow by side", () => {
  test("once they may see sides, by the answer's key or name, and are told why not before", async () => {
    await castVote({ article: article.slug, option: "approach" }, bo);
    await castVote({ article: article.slug, option: "complementary" }, cy);
    const shows = async (member: Member) => {
      const comment = await aComment(article, member, { text: "Goldenrod is what I say." });
      await asOwner("UPDATE comment SET stance = $2 WHERE id = $1", [
        comment.id,
        member === bo ? "approach" : "complementary",
      ]);
      return comment.id;
    };
    const [one, other] = [await shows(bo), await shows(cy)];
    const where = `in:${article.slug}`;
    expect(await readerFinds(`goldenrod side:approach ${where}`, bo)).toEqual([one]);
    expect(await readerFinds(`side:"They complement each other" ${where}`, bo)).toEqual([other]);
    await expect(readerFinds(`goldenrod side:approach ${where}`)).rejects.toThrow(
      "cannot search by side there yet",
    );
    const [dan] = (await aCrowd(1)) as [Member];
    await expect(readerFinds(`goldenrod side:approach ${where}`, dan)).rejects.toMatchObject({ status: 403 });
    await expect(readerFinds("goldenrod side:approach", bo)).rejects.toThrow("Say of which article");
    await expect(readerFinds(`side:purple ${where}`, bo)).rejects.toThrow("approach, complementary");
    const plain = await anEmptyArticle();
    await expect(readerFinds(`side:approach in:${plain.slug}`, bo)).rejects.toThrow("show no votes");
  });
});

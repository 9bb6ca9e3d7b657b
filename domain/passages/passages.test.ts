import { randomBytes } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { annotationsOf } from "./annotations";
import { articleText } from "./article-text";
import { invariants } from "./invariants";
import { commentsAbout } from "./queries";
import { NewPassage } from "./schema";
import { markedProse } from "@/components/passages/marks";
import { publish } from "@/domain/articles/commands";
import { articleBySlug } from "@/domain/articles/queries";
import { publishAgain, unpublish } from "@/domain/articles/unpublish";
import { operator } from "@/domain/articles/policy";
import { post } from "@/domain/comments/post";
import { undoWithdraw, withdraw } from "@/domain/comments/withdraw";
import type { Member } from "@/domain/members/member";
import { decide } from "@/domain/moderation/decisions/commands";
import { database } from "@/platform/database";
import { cast } from "@/test/cast";
import { aComment, aCrowd } from "@/test/discussion";
import { effort } from "@/test/effort";
import { asTheOwner } from "@/test/owner";
import { queriesOf } from "@/test/queries";

const BODY = `The tram costs less than the road. Nobody asked the people who walk.

We counted for a year. The road costs more than it earns.

We counted for a year. The bridge costs more than it earns.[^1]

[^1]: By hand, every Tuesday.`;

const file = (slug: string, body: string) =>
  `---\ntitle: On roads\nslug: ${slug}\nstandfirst: Which?\nauthor: Eve\ndate: 2026-01-01\n---\n\n${body}\n`;

async function anArticle(): Promise<{ slug: string; revise: (body: string) => Promise<unknown> }> {
  const slug = `roads-${randomBytes(6).toString("hex")}`;
  await publish(file(slug, BODY), operator);
  return { slug, revise: (body) => publish(file(slug, body), operator) };
}

let nth = 0;
const argue = (slug: string, exact: string, by: Member, more: object = {}) =>
  post(slug, { body: `Thought ${++nth} about ${exact}.`, passage: NewPassage.parse({ exact, ...more }) }, by);
const counted = async (slug: string) => (await articleBySlug(slug))?.passages;
const sound = async () => {
  for (const { run } of invariants) expect(await run()).toEqual([]);
};

describe("a comment about a passage", () => {
  test("carries its words with those around them, and is counted where they stand", async () => {
    const { bo, cy } = await cast();
    const { slug } = await anArticle();
    const { passage } = await argue(slug, "Nobody asked the people who walk.", bo);
    expect(passage).toMatchObject({
      exact: "Nobody asked the people who walk.",
      prefix: "The tram costs less than the road. ",
      place: 1,
      revision: 1,
    });
    await argue(slug, "every Tuesday", cy);
    expect(await counted(slug)).toEqual([
      { block: 1, comments: 1, moved: false },
      { block: 4, comments: 1, moved: false },
    ]);
    const { items } = await commentsAbout(slug, { block: 1 }, null);
    expect(items.map((comment) => comment.passage?.exact)).toEqual(["Nobody asked the people who walk."]);
    await sound();
  });

  test("is found by the words that it is about", async () => {
    const { bo } = await cast();
    const word = `tram${randomBytes(4).toString("hex").replace(/\d/g, "x")}`;
    const slug = `words-${word}`;
    await publish(file(slug, `We want a ${word} here.`), operator);
    const { id } = await post(
      slug,
      { body: "I do not.", passage: NewPassage.parse({ exact: `a ${word}` }) },
      bo,
    );
    const entry = await database()
      .$queryRaw`SELECT id FROM search_entry WHERE id = ${id}::uuid AND words @@ search_asked(${word})`;
    expect(entry).toHaveLength(1);
  });

  test.each([
    ["words that the article does not have", "Everybody asked the people", /not in the article/],
    ["one letter", "T", /at least a word/],
    ["nothing but signs", "… – .", /at least a word/],
    ["a blank", "  ", /at least a word/],
    ["ten thousand letters", "a".repeat(10_000), /at most 1,000/],
    ["words that are there twice, without those around them", "costs more than it earns", /2 times/],
  ])("is refused for %s", async (_, exact, sentence) => {
    const { bo } = await cast();
    const { slug } = await anArticle();
    const asked = NewPassage.safeParse({ exact });
    if (!asked.success) expect(asked.error.issues[0]?.message).toMatch(sentence);
    else
      await expect(post(slug, { body: "Why?", passage: asked.data }, bo)).rejects.toMatchObject({
        status: 422,
        message: expect.stringMatching(sentence) as string,
      });
    expect(await counted(slug)).toEqual([]);
  });

  test("of words that are there twice is about those whose neighbours, or whose place, it names", async () => {
    const { bo, cy } = await cast();
    const { slug } = await anArticle();
    const near = await argue(slug, "costs more than it earns", bo, { prefix: "The bridge " });
    expect(near.passage?.place).toBe(3);
    const placed = await argue(slug, "We counted for a year.", cy, { start: 70 });
    expect(placed.passage?.place).toBe(2);
  });

  const ODD = `Look at this.

| stop | coins |
|---|---|
| Oslo | 12 |

\`\`\`
fare = 1 < 2;
\`\`\`

המחיר עולה כל שנה.

ราคาขึ้นทุกปี

![A tram in the snow](/kit/tram.jpg#640x320 "Seen in March")

Five, said one.[^1]

[^1]: A note about five.`;

  test.each([
    ["cells of a table", "coins Oslo 12"],
    ["code", "fare = 1 < 2;"],
    ["a text from right to left", "עולה כל שנה."],
    ["a script without blanks", "ขึ้นทุก"],
    ["a caption", "Seen in March"],
    ["a paragraph and a note", "said one. A note"],
    ["the end of one paragraph, and a table", "at this. stop coins"],
  ])("may be about words of %s", async (_, exact) => {
    const { bo } = await cast();
    const slug = `odd-${randomBytes(6).toString("hex")}`;
    await publish(file(slug, ODD), operator);
    const { passage } = await argue(slug, exact, bo);
    expect(passage?.exact).toBe(exact);
    expect(passage?.place).not.toBeNull();
    await sound();
  });

  test("stands where it stood when the article was unpublished and is published again", async () => {
    const { bo } = await cast();
    const { slug } = await anArticle();
    await argue(slug, "The tram", bo);
    const before = await counted(slug);
    await unpublish(slug, operator);
    expect(await counted(slug)).toBeUndefined();
    await expect(commentsAbout(slug, { block: 1 }, null)).rejects.toMatchObject({ status: 404 });
    await publishAgain(slug, operator);
    expect(await counted(slug)).toEqual(before);
    expect((await commentsAbout(slug, { block: 1 }, null)).items).toHaveLength(1);
    await sound();
  });

  test("may be about two paragraphs at once, and counts where it begins", async () => {
    const { bo } = await cast();
    const { slug } = await anArticle();
    const { passage } = await argue(slug, "who walk.\n\n We counted", bo);
    expect(passage).toMatchObject({ exact: "who walk. We counted", place: 1 });
  });

  test("is no reply: that is about what it answers", async () => {
    const { bo, cy } = await cast();
    const { slug } = await anArticle();
    const { id } = await argue(slug, "The tram", bo);
    const reply = { body: "No.", parentId: id, passage: NewPassage.parse({ exact: "the road" }) };
    await expect(post(slug, reply, cy)).rejects.toMatchObject({ status: 422 });
  });

  test("takes its mark along when it goes, and brings it back", async () => {
    const { ada, bo, cy } = await cast();
    const { slug } = await anArticle();
    const { id } = await argue(slug, "The tram", bo);
    const other = await argue(slug, "Nobody asked", cy);
    await withdraw(id, bo);
    expect(await counted(slug)).toEqual([{ block: 1, comments: 1, moved: false }]);
    expect((await commentsAbout(slug, { block: 1 }, null)).items.map((comment) => comment.id)).toEqual([
      other.id,
    ]);
    await undoWithdraw(id, bo);
    expect(await counted(slug)).toEqual([{ block: 1, comments: 2, moved: false }]);
    await decide(
      { action: "reject", comment: other.id, revision: 1, ground: "person", explanation: "" },
      ada,
    );
    expect(await counted(slug)).toEqual([{ block: 1, comments: 1, moved: false }]);
    await sound();
  });
});

describe("when the article is revised", () => {
  test("each is found again or listed as about an earlier wording, and found when that is back", async () => {
    const [bo, cy, eve] = (await aCrowd(3)) as [Member, Member, Member];
    const { slug, revise } = await anArticle();
    const moved = await argue(slug, "The road costs more than it earns.", bo);
    const gone = await argue(slug, "Nobody asked the people who walk.", cy);
    const note = await argue(slug, "By hand", eve);
    await revise(
      "One.\n\nTwo.[^0]\n\nWe counted for a year. The road costs far more than it earns.\n\nThe bridge.[^1]\n\n[^0]: New.\n\n[^1]: By hand, every Tuesday.",
    );
    expect(await counted(slug)).toEqual([
      { block: 0, comments: 1, moved: false },
      { block: 3, comments: 1, moved: false },
      { block: 6, comments: 1, moved: false },
    ]);
    const places = async () =>
      Object.fromEntries(
        (await database().passage.findMany({ where: { article: { slug } } })).map(({ commentId, block }) => [
          commentId,
          block,
        ]),
      );
    expect(await places()).toEqual({ [moved.id]: 3, [gone.id]: 0, [note.id]: 6 });
    const { items } = await commentsAbout(slug, { block: 0 }, null);
    expect(items[0]?.passage).toMatchObject({ exact: "Nobody asked the people who walk.", place: null });
    await revise(BODY);
    expect(await places()).toEqual({ [moved.id]: 2, [gone.id]: 1, [note.id]: 4 });
    await sound();
  });

  test("what somebody read before it was is found in what they read", async () => {
    const { bo, cy } = await cast();
    const { slug, revise } = await anArticle();
    await revise(BODY.replace("Nobody asked the people who walk.", "We asked some."));
    const { passage } = await argue(slug, "Nobody asked", bo, { revision: 1 });
    expect(passage).toMatchObject({ exact: "Nobody asked", revision: 1, place: null });
    await expect(argue(slug, "Nobody asked", cy, { revision: 2 })).rejects.toMatchObject({ status: 422 });
    await expect(argue(slug, "Nobody asked", cy, { revision: 3 })).rejects.toMatchObject({ status: 422 });
  });

  test("whoever posts while it is has a passage of the revision that is there", async () => {
    const people = await aCrowd(6);
    const { slug, revise } = await anArticle();
    await Promise.all([
      revise(`A new beginning.\n\n${BODY}`),
      ...people.map((one) => argue(slug, "The tram costs less", one, { revision: 1 })),
    ]);
    const { revision, passages } = (await articleBySlug(slug)) ?? { revision: 0, passages: [] };
    expect(revision).toBe(2);
    expect(passages).toEqual([{ block: 2, comments: 6, moved: false }]);
    await sound();
  });
});

/** Five thousand in the long tests. */
const MANY = effort(600, 5_000);

describe("hundreds about one paragraph", () => {
  test("are one number beside it, one page of them is a page, and all of them are found again", async () => {
    const [bo] = (await aCrowd(1)) as [Member];
    const { slug, revise } = await anArticle();
    const { id } = await argue(slug, "Nobody asked", bo);
    // Without their own triggers: it is the passages that are counted here.
    await asTheOwner().$transaction([
      asTheOwner().$executeRaw`ALTER TABLE comment DISABLE TRIGGER USER`,
      asTheOwner().$executeRaw`
        INSERT INTO comment (article_id, article_revision, author_id, source, html)
        SELECT article_id, 1, author_id, 'So ' || n, '<p>So ' || n || '</p>' FROM comment, generate_series(2, ${MANY}::int) n WHERE id = ${id}::uuid`,
      asTheOwner().$executeRaw`ALTER TABLE comment ENABLE TRIGGER USER`,
    ]);
    await database().$executeRaw`
      INSERT INTO passage (comment_id, article_id, revision, exact, prefix, suffix, begins, ends, block, now_begins, now_ends, visible)
      SELECT c.id, p.article_id, 1, exact, prefix, suffix, begins, ends, block, now_begins, now_ends, true
      FROM passage p JOIN comment c ON c.article_id = p.article_id AND c.id <> p.comment_id WHERE p.comment_id = ${id}::uuid`;
    const article = await articleBySlug(slug);
    expect(article?.passages).toEqual([{ block: 1, comments: MANY, moved: false }]);
    if (!article) return;
    const one = markedProse({ ...article, passages: [{ block: 1, comments: 1, moved: false }] });
    expect(markedProse(article).length - one.length).toBeLessThan(10);
    const first = await commentsAbout(slug, { block: 1 }, null);
    expect(first.items).toHaveLength(20);
    const second = await commentsAbout(slug, { block: 1, after: first.next ?? "" }, null);
    expect(second.items).toHaveLength(20);
    expect(new Set([...first.items, ...second.items].map((comment) => comment.id)).size).toBe(40);
    await revise(`A new beginning.\n\n${BODY}`);
    expect(await counted(slug)).toEqual([{ block: 2, comments: MANY, moved: false }]);
    await sound();
  });
});

/** Five thousand in the long tests. */
const BLOCKS = effort(300, 5_000);

describe("one about each of hundreds of paragraphs", () => {
  const paragraphs = Array.from({ length: BLOCKS }, (_, n) => `Stop ${n} costs.`);

  test("is the number that stands where there was a sign: nothing more is asked, drawn or sent", async () => {
    const [bo] = (await aCrowd(1)) as [Member];
    const slug = `stops-${randomBytes(6).toString("hex")}`;
    await publish(file(slug, paragraphs.join("\n\n")), operator);
    const none = await articleBySlug(slug);
    const { id } = await argue(slug, "Stop 0 costs", bo);
    await asTheOwner().$transaction([
      asTheOwner().$executeRaw`ALTER TABLE comment DISABLE TRIGGER USER`,
      asTheOwner().$executeRaw`
        INSERT INTO comment (article_id, article_revision, author_id, source, html)
        SELECT article_id, 1, author_id, 'So ' || n, '<p>So ' || n || '</p>' FROM comment, generate_series(2, ${BLOCKS}::int) n WHERE id = ${id}::uuid`,
      asTheOwner().$executeRaw`ALTER TABLE comment ENABLE TRIGGER USER`,
    ]);
    if (!none) throw new Error("It was published.");
    const { text, blocks } = articleText(none.html);
    const stretches = blocks.map(({ begins, ends }, nth) => ({
      block: nth + 1,
      begins,
      ends,
      exact: text.slice(begins, ends),
    }));
    await database().$executeRaw`
      INSERT INTO passage (comment_id, article_id, revision, exact, prefix, suffix, begins, ends, block, now_begins, now_ends, visible)
      SELECT c.id, c.article_id, 1, f.exact, '', '', f.begins, f.ends, f.block, f.begins, f.ends, true
      FROM jsonb_to_recordset(${JSON.stringify(stretches)}::jsonb) AS f(block int, begins int, ends int, exact text)
      JOIN (SELECT c.id, c.article_id, row_number() OVER (ORDER BY c.id) AS n FROM comment c JOIN article a ON a.id = c.article_id
            WHERE a.slug = ${slug} AND c.id <> ${id}::uuid) c ON c.n = f.block - 1`;
    const all = await articleBySlug(slug);
    if (!all) throw new Error("It was published.");
    expect(all.passages.map(({ comments }) => comments)).toEqual(blocks.map(() => 1));
    const [before, after] = [markedProse(none), markedProse(all)].map((html) => ({
      elements: html.match(/<[a-z]/g)?.length,
      bytes: brotliCompressSync(html).length,
    }));
    expect(after?.elements).toBe(before?.elements);
    // "Argue about this paragraph" is "1 reply about this paragraph" now.
    expect(after?.bytes ?? Infinity).toBeLessThan((before?.bytes ?? 0) + BLOCKS);
    expect(await queriesOf(() => articleBySlug(slug))).toBe(1);
    await publish(file(slug, ["We begin anew.", ...paragraphs].join("\n\n")), operator);
    expect((await counted(slug))?.map(({ block }) => block)).toEqual(blocks.map((_, nth) => nth + 2));
    await sound();
  });
});

describe("a page of annotations", () => {
  test("says for other programs what readers can read, and of which revision", async () => {
    const { bo } = await cast();
    const { slug } = await anArticle();
    const { id } = await argue(slug, "Nobody asked", bo);
    await aComment({ id: "", slug }, bo);
    const { items, next } = await annotationsOf(slug, undefined, null);
    expect(next).toBeNull();
    expect(items).toMatchObject([{ id, handle: bo.handle, exact: "Nobody asked", begins: 35, ends: 47 }]);
    await withdraw(id, bo);
    expect((await annotationsOf(slug, undefined, null)).items).toEqual([]);
  });
});

import { randomBytes } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/platform/database";
import { aMember, anEditor, aModerator } from "@/test/cast";
import { publish } from "./commands";
import { operator } from "./policy";
import { anyArticle, articleBySlug, articles, feed } from "./queries";
import { wholeSitemap } from "@/test/whole-sitemap";

const POLL = `poll:
  question: Tea or coffee?
  options:
    - { key: tea, label: Tea }
    - { key: coffee, label: Coffee }
`;

const fresh = () => `on-tea-${randomBytes(6).toString("hex")}`;
const file = (slug: string, { title = "On tea", poll = POLL, date = "2026-11-23", body = "Tea." } = {}) =>
  `---\ntitle: ${title}\nslug: ${slug}\nstandfirst: A short one.\nauthor: Bo\ndate: ${date}\ntags: [tea]\n${poll}---\n${body}\n`;

const pollOf = (slug: string) =>
  database().poll.findFirst({
    where: { article: { slug } },
    include: { options: { where: { removedAt: null }, orderBy: { position: "asc" } } },
  });

/** Puts a ballot straight into the box, as the owner of the tables: nobody else may. */
async function vote(slug: string, option: string) {
  const { id: memberId } = await aMember();
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(
    `INSERT INTO vote (poll_id, member_id, option_key, consent)
     SELECT p.id, $2::uuid, $3, 1 FROM poll p JOIN article a ON a.id = p.article_id WHERE a.slug = $1`,
    [slug, memberId, option],
  );
  await client.end();
}

test("a new slug becomes an article with one revision and its poll", async () => {
  const slug = fresh();
  expect(await publish(file(slug), operator)).toEqual({
    slug,
    title: "On tea",
    revision: 1,
    words: 1,
    changed: true,
    kept: [],
  });
  expect(await articleBySlug(slug)).toMatchObject({
    slug,
    title: "On tea",
    tags: ["tea"],
    html: "<p>Tea.</p>\n",
    revision: 1,
    comments: 0,
    commentsState: "open",
    callToAction: null,
  });
  const poll = await pollOf(slug);
  expect(poll?.question).toBe("Tea or coffee?");
  expect(poll?.options.map(({ key }) => key)).toEqual(["tea", "coffee"]);
  expect(await anyArticle()).toBe(true);
});

test("a known slug gets another revision, never a second article, and keeps the first", async () => {
  const slug = fresh();
  await publish(file(slug), operator);
  expect(await publish(file(slug, { body: "Green tea." }), operator)).toMatchObject({ revision: 2 });
  expect(await articleBySlug(slug)).toMatchObject({ revision: 2, html: "<p>Green tea.</p>\n", words: 2 });
  expect(await database().article.count({ where: { slug } })).toBe(1);
  const sources = await database().articleRevision.findMany({
    where: { article: { slug } },
    orderBy: { number: "asc" },
  });
  expect(sources.map(({ source }) => source)).toEqual(["Tea.", "Green tea."]);
});

test("ten who publish one slug at once make one article and ten revisions", async () => {
  const slug = fresh();
  const published = await Promise.all(
    Array.from({ length: 10 }, (_, nth) => publish(file(slug, { body: `Tea ${nth}.` }), operator)),
  );
  expect(published.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  expect(await database().poll.count({ where: { article: { slug } } })).toBe(1);
});

test("a broken file is refused with line and reason, and changes nothing", async () => {
  const slug = fresh();
  await publish(file(slug), operator);
  const refused = publish(file(slug, { title: '""', body: "Tea[^a]." }), operator);
  await expect(refused).rejects.toMatchObject({
    status: 422,
    message: "Line 2: The title is empty.\nLine 14: There is no note for [^a].",
    extra: { fields: { "line 2": "The title is empty.", "line 14": "There is no note for [^a]." } },
  });
  expect(await articleBySlug(slug)).toMatchObject({ revision: 1, title: "On tea" });
});

test("editors publish; moderators and readers do not", async () => {
  await expect(publish(file(fresh()), await anEditor())).resolves.toMatchObject({ revision: 1 });
  await expect(publish(file(fresh()), await aModerator())).rejects.toMatchObject({ status: 403 });
  await expect(publish(file(fresh()), await aMember())).rejects.toMatchObject({ status: 403 });
});

test("until the first vote a poll may be changed, taken away and given back", async () => {
  const slug = fresh();
  await publish(file(slug), operator);
  await publish(file(slug, { poll: POLL.replace("coffee, label: Coffee", "water, label: Water") }), operator);
  expect((await pollOf(slug))?.options.map(({ key }) => key)).toEqual(["tea", "water"]);
  await publish(file(slug), operator);
  expect((await pollOf(slug))?.options.map(({ key }) => key)).toEqual(["tea", "coffee"]);
  await publish(file(slug, { poll: "" }), operator);
  expect(await pollOf(slug)).toBeNull();
  await publish(file(slug), operator);
  expect(await pollOf(slug)).not.toBeNull();
});

test("after a vote a poll keeps its rules; the text may still be revised and the close be moved", async () => {
  const slug = fresh();
  await publish(file(slug), operator);
  await vote(slug, "tea");
  for (const [poll, named] of [
    [POLL.replace("key: tea, label: Tea", "key: milk, label: Milk"), /the answer “tea”/],
    [
      POLL.replace("label: Tea", "label: Tea, side: false").replace(
        "  options:",
        "  options:\n    - { key: water, label: Water }",
      ),
      /the answer “tea”/,
    ],
    [`${POLL}  results: always\n`, /: results\./],
    [`${POLL}  detached: true\n  guessing: true\n`, /: detached, guessing\./],
    [`${POLL}  confirmed_before: true\n`, /: confirmed_before\./],
    ["", /cannot be removed/],
  ] as const) {
    await expect(publish(file(slug, { poll, body: "Changed." }), operator)).rejects.toMatchObject({
      status: 409,
      message: named,
    });
  }
  expect(await articleBySlug(slug)).toMatchObject({ revision: 1, html: "<p>Tea.</p>\n" });
  await publish(file(slug, { poll: `${POLL}  closes: 2030-01-01T00:00:00Z\n`, body: "Changed." }), operator);
  expect((await pollOf(slug))?.closesAt?.toISOString()).toBe("2030-01-01T00:00:00.000Z");
  expect(await articleBySlug(slug)).toMatchObject({ revision: 2 });
});

test("after a vote new words are a new version, and the old ones stay on record", async () => {
  const slug = fresh();
  await publish(file(slug), operator);
  await vote(slug, "tea");
  const reworded = `${POLL.replace("Tea or", "Is it tea or")}    - { key: neither, label: Neither, side: false }\n`;
  await publish(file(slug, { poll: reworded }), operator);
  const poll = await pollOf(slug);
  expect(poll).toMatchObject({ version: 2, question: "Is it tea or coffee?" });
  expect(poll?.options.map(({ key }) => key)).toEqual(["tea", "coffee", "neither"]);
  expect(await database().pollVersion.findMany({ where: { pollId: poll?.id } })).toMatchObject([
    { version: 1, question: "Tea or coffee?", options: [{ key: "tea" }, { key: "coffee" }] },
  ]);
});

test("a closed poll is not opened again by its file", async () => {
  const slug = fresh();
  await publish(file(slug), operator);
  await database().poll.updateMany({ where: { article: { slug } }, data: { closesAt: new Date() } });
  await publish(file(slug, { poll: `${POLL}  closes: 2030-01-01T00:00:00Z\n` }), operator);
  expect((await pollOf(slug))?.closesAt?.getTime()).toBeLessThanOrEqual(Date.now());
});

test("a poll hidden until its close needs one, and a question two sides", async () => {
  for (const poll of [
    `${POLL}  results: after_close\n`,
    POLL.replace("label: Tea", "label: Tea, side: false"),
    `${POLL}  opens: 2030-01-01T00:00:00Z\n  closes: 2029-01-01T00:00:00Z\n`,
  ])
    await expect(publish(file(fresh(), { poll }), operator)).rejects.toThrow();
});

test("a file that says what is there already changes nothing", async () => {
  const slug = fresh();
  await publish(file(slug), operator);
  const { revisedAt } = (await articleBySlug(slug)) ?? {};
  const again = await Promise.all([publish(file(slug), operator), publish(`\n${file(slug)}\n\n`, operator)]);
  for (const published of again) expect(published).toMatchObject({ revision: 1, changed: false, kept: [] });
  expect(await articleBySlug(slug)).toMatchObject({ revision: 1, revisedAt });
  const articleId = (await articleBySlug(slug))?.id ?? null;
  expect(await database().event.count({ where: { articleId, kind: "article.published" } })).toBe(1);
  expect(await publish(file(slug, { date: "2026-11-22" }), operator)).toMatchObject({ revision: 2 });
});

describe("what was set on the site stays when the file is published again", () => {
  const later = new Date("2031-01-01T00:00:00.000Z");
  const CLOSES = `${POLL}  closes: 2030-01-01T00:00:00Z\n`;
  const sites: [string, string, Record<string, unknown>, RegExp][] = [
    ["a closing time the file says nothing of", POLL, { closesAt: later }, /^$/],
    ["another closing time than the file's", CLOSES, { closesAt: later }, /closing time/],
    ["a closing time taken away", CLOSES, { closesAt: null }, /closing time/],
    ["guesses asked for", POLL, { guessing: true }, /^$/],
    ["guesses not asked for", `${POLL}  guessing: true\n`, { guessing: false }, /guessing/],
    ["when results show", `${POLL}  results: always\n`, { resultsShown: "after_vote" }, /results/],
    ["a question in other words", POLL, { question: "Coffee or tea?" }, /question/],
  ];
  test.each(sites)("%s", async (_what, poll, set, told) => {
    const slug = fresh();
    await publish(file(slug, { poll }), operator);
    await database().poll.updateMany({ where: { article: { slug } }, data: set });
    for (const body of ["Green tea.", "Black tea."]) {
      const { kept, changed } = await publish(file(slug, { poll, body }), operator);
      expect(changed).toBe(true);
      expect(kept.join()).toMatch(told);
      expect(await pollOf(slug)).toMatchObject(set);
    }
  });

  test("but what the file changes is changed, and what it empties is emptied", async () => {
    const slug = fresh();
    await publish(file(slug, { poll: CLOSES }), operator);
    await database().poll.updateMany({
      where: { article: { slug } },
      data: { closesAt: later, question: "?" },
    });
    const moved = CLOSES.replace("2030", "2032").replace("Tea or coffee", "Which is it");
    expect(await publish(file(slug, { poll: moved }), operator)).toMatchObject({ kept: [] });
    expect(await pollOf(slug)).toMatchObject({
      question: "Which is it?",
      closesAt: new Date("2032-01-01T00:00:00Z"),
    });
    await publish(file(slug, { poll: `${POLL}  closes: null\n` }), operator);
    expect((await pollOf(slug))?.closesAt).toBeNull();
  });
});

test("dates that cannot be are refused by the line they stand on", async () => {
  const refused = (changes: Parameters<typeof file>[1]) =>
    publish(file(fresh(), changes), operator).then(
      () => "",
      (problem: unknown) => String(problem),
    );
  expect(await refused({ date: "2099-01-01" })).toMatch(/Line 6: That date is in the future/);
  expect(await refused({ poll: `${POLL}  closes: 2026-01-01T00:00:00Z\n` })).toMatch(
    /Line 13: The closing time must be in the future/,
  );
  const slug = fresh();
  await publish(file(slug), operator);
  await expect(
    publish(file(slug, { poll: `${POLL}  closes: 2026-01-01T00:00:00Z\n` }), operator),
  ).rejects.toThrow(/Line 13: The closing time must be in the future/);
  await expect(
    publish(file(slug, { poll: `${POLL}  opens: 2030-01-01T00:00:00Z\n` }), operator),
  ).rejects.toThrow(/Line 13: This poll has opened/);
  const past = `${POLL}  opens: 2025-01-01T00:00:00Z\n  closes: 2026-01-01T00:00:00Z\n`;
  expect(await refused({ poll: past })).toBe("");
});

test("an event tells those who read along", async () => {
  const slug = fresh();
  await publish(file(slug), operator);
  const article = await articleBySlug(slug);
  expect(await database().event.count({ where: { articleId: article?.id, kind: "article.published" } })).toBe(
    1,
  );
});

// The list, read to its end while nobody else publishes in between.
const many: string[] = [];
beforeAll(async () => {
  for (let day = 1; day <= 5; day++) {
    const slug = fresh();
    // Two of a day: the id decides between them.
    await publish(file(slug, { date: `2001-01-0${Math.ceil(day / 2)}`, poll: "" }), operator);
    many.push(slug);
  }
});

test("the list goes from the newest to the oldest, each article once, page by page", async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await articles(after, 2);
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items.map(({ slug }) => slug));
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((slug) => many.includes(slug))).toEqual([...many].reverse());
});

test("a forged cursor is refused in words", async () => {
  for (const cursor of [
    "",
    "x",
    "é",
    btoa("2026-01-01T00:00:00Z"),
    btoa("a b"),
    btoa("2026-01-01T00:00:00Z ' OR 1=1"),
  ])
    await expect(articles(cursor)).rejects.toMatchObject({ status: 400 });
});

test("an unknown article is null", async () => {
  expect(await articleBySlug("no-such-article")).toBeNull();
});

test("the feed has the newest with their text, the sitemap has all", async () => {
  const entries = await feed();
  expect(entries.length).toBeLessThanOrEqual(20);
  expect(entries[0]?.html).toContain("<p>");
  const names = (await wholeSitemap()).map(({ slug }) => slug);
  for (const slug of many) expect(names).toContain(slug);
});

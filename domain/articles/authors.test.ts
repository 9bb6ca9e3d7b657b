import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { keptOf } from "@/domain/members/own-data";
import { search } from "@/domain/search/queries";
import { database, transaction } from "@/platform/database";
import { anEditor, aMember, type Player } from "@/test/cast";
import { asOwner } from "@/test/voters";
import { articleFacts } from "@/components/article/article-facts";
import { atom } from "./atom";
import { publish } from "./commands";
import { beginDraft, saveDraft } from "./drafts/commands";
import type { DraftFields } from "./drafts/draft";
import { publishDraft } from "./drafts/publish";
import { draftFor, draftsFor, previewFor, writtenArticles } from "./drafts/queries";
import { scheduleDraft } from "./drafts/schedule";
import { articleFileText } from "./export";
import { invariants } from "./invariants";
import { articlesUnder, feedUnder } from "./listings";
import { articlesOfMember } from "./of-member";
import { operator } from "./policy";
import { articleBySlug } from "./queries";
import { articleAtRevision, comparison } from "./revisions/queries";

let eve: Player, bo: Player;
beforeAll(async () => {
  [eve, bo] = await Promise.all([anEditor(), aMember({ name: "Bo" })]);
});

const fresh = () => `by-${randomBytes(6).toString("hex")}`;
const seen = (version: number, revision = 0) => ({ version, revision, correction: "" });

async function aDraft(author: string, by: Player, more: DraftFields = {}) {
  const fields = { title: "On tea", slug: fresh(), standfirst: "S.", author, body: "Tea.", ...more };
  const id = await beginDraft(null, by);
  return { ...(await saveDraft(id, { version: 1, fields }, by)), slug: fields.slug };
}

async function published(author: string, by: Player = eve): Promise<string> {
  const { id, slug, version } = await aDraft(author, by);
  await publishDraft(id, seen(version), by);
  return slug;
}

const fileOf = (slug: string, author: string) =>
  `---\ntitle: On tea\nslug: ${slug}\nstandfirst: S.\nauthor: ${author}\ndate: 2026-11-23\n---\nTea.\n`;

const slugsUnder = async (name: string) =>
  (await articlesUnder({ kind: "author", name }, null)).items.map(({ slug }) => slug);

test("an article has several authors, members and names, on every surface that names one", async () => {
  const guest = `Guest, ${fresh()}`;
  const slug = await published(`@${bo.handle.toUpperCase()}\r\n\r\n ${guest} \r\nDr Who`);
  const article = await articleBySlug(slug);
  expect(article?.authors).toEqual([
    { name: bo.name, handle: bo.handle },
    { name: guest, handle: null },
    { name: "Dr Who", handle: null },
  ]);
  expect(article?.author).toBe(`${bo.name}, ${guest} and Dr Who`);
  expect(await slugsUnder(bo.name)).toEqual([slug]);
  expect(await slugsUnder(guest)).toEqual([slug]);
  const head = { title: "", subtitle: "", self: "/", page: "/", language: "en" };
  expect(atom(await feedUnder({ kind: "author", name: guest }), "https://moot.example", head)).toContain(
    `<author><name>${bo.name}</name><uri>https://moot.example/members/${bo.handle}</uri></author>\n    <author><name>${guest}</name></author>`,
  );
  expect(await articlesOfMember(bo.handle)).toMatchObject([{ slug, byline: bo.name }]);
  expect((await search({ q: `author:${bo.handle}`, kind: "all", sort: "newest" }, null)).items).toMatchObject(
    [{ kind: "article", path: `/articles/${slug}` }],
  );
  expect((await keptOf(bo)).bylines).toEqual([{ article: { slug }, name: bo.name, revision: 1 }]);
  if (!article) throw new Error("It is published.");
  const where = { url: "https://moot.example/x", site: "https://moot.example/", name: "", language: "en" };
  expect(articleFacts(article, { ...where, logo: "", comments: [] }).author).toMatchObject([
    { "@type": "Person", url: `https://moot.example/members/${bo.handle}` },
    { "@type": "Person", url: `https://moot.example/authors/${encodeURIComponent(guest)}` },
    { name: "Dr Who" },
  ]);
});

test("a file names one author or a list, and is exported as one that changes nothing", async () => {
  const slug = fresh();
  await publish(fileOf(slug, "Dr Who"), operator);
  expect(await articleFileText(slug, operator)).toContain("\nauthor: Dr Who\n");
  await publish(fileOf(slug, `["@${bo.handle}", "Dr Who"]`), operator);
  expect((await articleBySlug(slug))?.author).toBe(`${bo.name} and Dr Who`);
  expect(await publish(await articleFileText(slug, operator), operator)).toMatchObject({ changed: false });
  const changes = await comparison(slug, { from: 1, to: 2 }, eve);
  expect(changes.changes.map(({ field }) => field)).toEqual(["author"]);
  expect((await articleAtRevision(slug, 1, eve)).authors).toEqual([{ name: "Dr Who", handle: null }]);
  for (const [author, problem] of [
    ['["Dr Who", "dr who"]', "5: Two authors are the same."],
    ["[]", "5: The author is empty."],
    ['["Dr Who", 3]', "5: Author 2 is read as"],
    ["['a','b','c','d','e','f','g','h','i']", "5: An article can have at most 8 authors."],
    [
      '["@nobody-at-all"]',
      "5: There is no member called @nobody-at-all. Check the username, or write the name without @.",
    ],
    ["@bo", "quotation marks"],
  ] as const)
    await expect(publish(fileOf(slug, author), operator)).rejects.toThrow(problem);
});

test("a username that nobody has is told while one writes, shown in the preview and never published or scheduled", async () => {
  const { id, version, problems } = await aDraft("@nobody-at-all\nDr Who", eve);
  const told = {
    field: "author",
    line: null,
    reason: "There is no member called @nobody-at-all. Check the username, or write the name without @.",
  };
  expect(problems).toEqual([told]);
  expect((await previewFor(id, eve)).article?.author).toBe("@nobody-at-all and Dr Who");
  await expect(publishDraft(id, seen(version), eve)).rejects.toThrow("no member called");
  const at = new Date(Date.now() + 60_000);
  await expect(scheduleDraft(id, { ...seen(version), at }, eve)).rejects.toThrow("no member called");
});

test("a new draft begins with whoever begins it, and a revision with the authors it has", async () => {
  const id = await beginDraft(null, eve);
  expect((await draftFor(id, eve)).fields.author).toBe(`@${eve.handle}`);
  const slug = await published(`Dr Who\n@${bo.handle}`);
  const next = await beginDraft(slug, eve);
  const { fields, version } = await draftFor(next, eve);
  expect(fields.author).toBe(`Dr Who\n@${bo.handle}`);
  await expect(publishDraft(next, seen(version, 1), eve)).rejects.toThrow("Nothing has changed");
});

test("a byline keeps the name it was printed with: of who calls themselves otherwise it leads on, of who is erased nowhere", async () => {
  const fay = await aMember({ name: "Fay" });
  const slug = await published(`@${fay.handle}`);
  await database().member.update({ where: { id: fay.id }, data: { name: "Faye" } });
  expect((await articleBySlug(slug))?.authors).toEqual([{ name: fay.name, handle: fay.handle }]);
  const text = await articleFileText(slug, operator);
  expect(await publish(text, operator)).toMatchObject({ changed: false });
  await asOwner("UPDATE member SET hidden_at = now() WHERE id = $1", [fay.id]);
  expect((await articleBySlug(slug))?.authors).toEqual([{ name: fay.name, handle: null }]);
  expect(await articlesOfMember(fay.handle)).toEqual([]);
  await asOwner("UPDATE member SET erased_at = now() WHERE id = $1", [fay.id]);
  expect((await articleBySlug(slug))?.authors).toEqual([{ name: fay.name, handle: null }]);
  expect(await database().articleAuthor.count({ where: { memberId: fay.id } })).toBe(0);
  expect(await database().articleWriter.count({ where: { memberId: fay.id } })).toBe(0);
  expect(await slugsUnder(fay.name)).toEqual([slug]);
  expect(await articleFileText(slug, operator)).toContain(`\nauthor: ${fay.name}\n`);
});

test("one's own are what one began, saved, published or is named as an author of", async () => {
  const [eli, una] = await Promise.all([anEditor(), anEditor()]);
  const mine = async (who: Player) => ({
    drafts: (await draftsFor(who, "mine")).map(({ id }) => id),
    articles: (await writtenArticles(null, who, "mine")).items.map(({ slug }) => slug),
  });
  const [hers, theirs] = [await published(`@${una.handle}`, eli), await published("Dr Who", eli)];
  expect(await mine(eli)).toEqual({ drafts: [], articles: [theirs, hers] });
  expect(await mine(una)).toEqual({ drafts: [], articles: [hers] });
  const { id } = await aDraft(`Dr Who\n@${una.handle}`, eli);
  expect((await mine(una)).drafts).toEqual([id]);
  expect((await mine(eli)).drafts).toEqual([id]);
  expect((await mine(eve)).drafts).not.toContain(id);
  expect((await writtenArticles(null, una)).items.map(({ slug }) => slug)).toContain(theirs);
  // Whoever publishes another's draft has it among their own.
  const { version } = await draftFor(id, una);
  const { slug } = await publishDraft(id, seen(version), una);
  expect((await mine(una)).articles).toEqual([slug, hers]);
  for (const { name, run } of invariants) expect([name, await run()]).toEqual([name, []]);
});

test("one's own are paged by key, and a page reads its rows and no others, however many there are", async () => {
  const eli = await anEditor();
  const mark = fresh();
  await asOwner(
    `WITH made AS (INSERT INTO article (slug, published_at, revision)
       SELECT $1 || '-' || n, now() - make_interval(hours => n), 1 FROM generate_series(1, 150) n RETURNING id, published_at),
     said AS (INSERT INTO article_revision (article_id, number, title, standfirst, author, source, html, words)
       SELECT id, 1, 'T', 'S', 'A', 'x', '<p>x</p>', 1 FROM made)
     INSERT INTO article_writer (member_id, article_id, published_at) SELECT $2::uuid, id, published_at FROM made`,
    [mark, eli.id],
  );
  const first = await writtenArticles(null, eli, "mine");
  const second = await writtenArticles(first.next, eli, "mine");
  const slugs = [...first.items, ...second.items].map(({ slug }) => slug);
  expect(slugs).toEqual(Array.from({ length: 60 }, (_, n) => `${mark}-${n + 1}`));
  await asOwner("ANALYZE article, article_revision, article_writer");
  const read = await transaction(async (tx) => {
    // As it would be planned over many more articles than a test has.
    await tx.$executeRaw`
      SELECT set_config('enable_' || how, 'off', true) FROM unnest(ARRAY['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'sort']) how`;
    const rows = async () => {
      const [row] = await tx.$queryRaw<{ rows: bigint }[]>`
        SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint AS rows FROM pg_stat_xact_user_tables
        WHERE relname LIKE 'article%'`;
      return Number(row?.rows ?? 0);
    };
    const before = await rows();
    await writtenArticles(first.next, eli, "mine");
    return (await rows()) - before;
  });
  // Of each of 31: whose it is, the article, its revision, and whether any revision corrects.
  expect(read).toBeLessThanOrEqual(31 * 4 + 31);
  await asOwner("DELETE FROM article WHERE slug LIKE $1 || '-%'", [mark]);
});

import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { post } from "@/domain/comments/post";
import { anEditor, cast, type Player } from "@/test/cast";
import { database } from "@/platform/database";
import { asTheOwner } from "@/test/owner";
import { asOwner } from "@/test/voters";
import { publish } from "./commands";
import { front } from "./front";
import { invariants } from "./invariants";
import type { Listing } from "./listing";
import { articlesUnder, feedUnder, listingMeant } from "./listings";
import { operator } from "./policy";
import { unpublish } from "./unpublish";

let eve: Player;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  [eve, people] = await Promise.all([anEditor(), cast()]);
});

const NOBODY = "00000000-0000-0000-0000-000000000000";

const fresh = () => randomBytes(6).toString("hex");

type Asked = { tags?: string[]; author?: string; slug?: string; more?: string };

async function anArticle({ tags = [], author = "Eve", slug = `at-${fresh()}`, more = "" }: Asked) {
  const head = `title: On tea\nslug: ${slug}\nstandfirst: S.\nauthor: ${author}\ndate: 2026-11-23\ntags: ${JSON.stringify(tags)}`;
  await publish(`---\n${head}\n${more}---\nTea ${fresh()}.\n`, operator);
  return slug;
}

const slugsOf = async (listing: Listing, after: string | null = null) =>
  (await articlesUnder(listing, after)).items.map(({ slug }) => slug);

test("an article is listed under its tags and its author, as its last revision says", async () => {
  const [one, other, author] = [`thé & 茶 ${fresh()}`, `habits ${fresh()}`, `Eve ${fresh()}`];
  const slug = await anArticle({ tags: [one], author });
  expect(await slugsOf({ kind: "tag", name: one })).toEqual([slug]);
  expect(await slugsOf({ kind: "author", name: author })).toEqual([slug]);
  await anArticle({ slug, tags: [other], author });
  expect(await slugsOf({ kind: "tag", name: other })).toEqual([slug]);
  await expect(slugsOf({ kind: "tag", name: one })).rejects.toMatchObject({ status: 404 });
  await expect(feedUnder({ kind: "tag", name: one })).rejects.toMatchObject({ status: 404 });
  expect((await feedUnder({ kind: "tag", name: other })).map((entry) => entry.slug)).toEqual([slug]);
});

// canonical/ubuntu.com#4448, django-cms/django-cms#1324, odoo/odoo#234416, and addresses whose last full stop a mail program left out.
test("what is typed in other letters, or cut off or on, means the name that is listed", async () => {
  const [tag, author] = [`Über C++ ${fresh()}`, `Sammy Davis ${fresh()} Jr.`];
  const slug = await anArticle({ tags: [tag], author });
  const means = async (kind: Listing["kind"], name: string) => (await listingMeant({ kind, name }))?.name;
  for (const typed of [tag, tag.normalize("NFD"), `${tag}.`, `${tag})`, `${tag}”`])
    expect(await means("tag", typed), typed).toBe(tag);
  expect(await means("author", author.slice(0, -1))).toBe(author);
  expect(await means("tag", author)).toBeUndefined();
  const yes = `Tea ${fresh().toLowerCase()}`;
  await anArticle({ tags: [yes] });
  for (const typed of [yes.toLowerCase(), yes.toUpperCase()]) expect(await means("tag", typed)).toBe(yes);
  await unpublish(slug, eve);
  expect(await means("tag", tag.normalize("NFD"))).toBeUndefined();
});

test("a list is paged by key, each article once", async () => {
  const tag = `many ${fresh()}`;
  const made = [];
  for (let nth = 0; nth < 23; nth++) made.push(await anArticle({ tags: [tag] }));
  const first = await articlesUnder({ kind: "tag", name: tag }, null);
  expect(first.items).toHaveLength(20);
  const rest = await articlesUnder({ kind: "tag", name: tag }, first.next);
  expect(rest).toMatchObject({ next: null });
  expect([...first.items, ...rest.items].map(({ slug }) => slug).sort()).toEqual(made.sort());
  await expect(articlesUnder({ kind: "tag", name: tag }, "forged")).rejects.toMatchObject({ status: 400 });
});

test("moot check finds a listing that its article no longer says", async () => {
  const tag = `lost ${fresh()}`;
  const slug = await anArticle({ tags: [tag] });
  const differences = async () =>
    (await Promise.all(invariants.map((one) => one.run()))).flat().filter(({ where }) => where.endsWith(tag));
  expect(await differences()).toEqual([]);
  await database().articleListing.deleteMany({ where: { name: tag } });
  expect(await differences()).toMatchObject([{ stored: "nowhere" }]);
  await database().article.delete({ where: { slug } });
  expect(await differences()).toEqual([]);
});

test("what is unpublished is listed nowhere", async () => {
  const tag = `gone ${fresh()}`;
  const slug = await anArticle({ tags: [tag] });
  await unpublish(slug, eve);
  await expect(slugsOf({ kind: "tag", name: tag })).rejects.toMatchObject({ status: 404 });
});

test("the front page knows which polls close soon and where most is said, without its lead", async () => {
  const poll = (closes: Date) =>
    `poll:\n  question: Tea?\n  closes: ${closes.toISOString()}\n  options:\n    - {key: yes-tea, label: Yes}\n    - {key: no-tea, label: No}\n`;
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const soon = await anArticle({ more: poll(inDays(0.01)) });
  const later = await anArticle({ more: poll(inDays(30)) });
  for (let nth = 0; nth < 3; nth++) await post(later, { body: `Green ${fresh()} is better.` }, people.bo);
  const { closingSoon, mostArgued } = await front(NOBODY);
  expect(closingSoon[0]).toMatchObject({ slug: soon, poll: { state: "open" } });
  expect(closingSoon.map(({ slug }) => slug)).not.toContain(later);
  const argued = mostArgued.map(({ comments }) => comments);
  expect(argued).toEqual([...argued].sort((a, b) => b - a));
  const [lead] = closingSoon;
  const without = await front(lead?.id ?? NOBODY);
  expect(without.closingSoon.map(({ slug }) => slug)).not.toContain(soon);
});

test("where minds changed is said of what everybody sees, and only for a week", async () => {
  const poll = (results: string) =>
    `poll:\n  question: Tea?\n  results: ${results}\n  options:\n    - {key: yes-tea, label: Yes}\n    - {key: no-tea, label: No}\n`;
  const owner = asTheOwner();
  const moved = async (results: string, days: number, published = true) => {
    const slug = await anArticle({ more: poll(results) });
    const { id } = await owner.poll.findFirstOrThrow({ where: { article: { slug } } });
    await asOwner(
      "INSERT INTO published_movement (poll_id, moved, gained, as_of) VALUES ($1, 1000015, '{}', now() - make_interval(days => $2))",
      [id, days],
    );
    if (published)
      await asOwner(
        "INSERT INTO published_tally (poll_id, option_key, votes, as_of) VALUES ($1, 'yes-tea', 40, now())",
        [id],
      );
    return slug;
  };
  const shown = await moved("always", 1);
  const hidden = [
    await moved("always", 8),
    // Readers see these once they have voted, which a page for everybody cannot know.
    await moved("after_vote", 1),
    await moved("always", 1, false),
  ];
  const { mindsChanged } = await front(NOBODY);
  expect(mindsChanged.find(({ slug }) => slug === shown)).toMatchObject({ moved: 1_000_015 });
  for (const slug of hidden) expect(mindsChanged.map((one) => one.slug)).not.toContain(slug);
  const lead = mindsChanged.find(({ slug }) => slug === shown);
  expect((await front(lead?.id ?? NOBODY)).mindsChanged.map(({ slug }) => slug)).not.toContain(shown);
});

test("moot check finds two articles on top, and a revision that is missing", async () => {
  const [one, other] = [await anArticle({}), await anArticle({})];
  const found = async () => (await Promise.all(invariants.map((each) => each.run()))).flat();
  const { id } = await database().article.findUniqueOrThrow({ where: { slug: one } });
  const of = async () => (await found()).filter(({ where }) => where === `article ${id}`);
  expect(await of()).toEqual([]);
  await asOwner("UPDATE article SET lead_since = now() - make_interval(secs => 5) WHERE slug = $1", [one]);
  await asOwner("UPDATE article SET lead_since = now() WHERE slug = $1", [other]);
  expect(await of()).toMatchObject([{ counted: "another was put there later" }]);
  await asOwner("UPDATE article SET lead_since = NULL WHERE slug = ANY ($1)", [[one, other]]);
  await asOwner("UPDATE article SET revision = 2 WHERE slug = $1", [one]);
  expect(await of()).toMatchObject([{ stored: "2", counted: "1 up to 1" }]);
  await asOwner("DELETE FROM article WHERE slug = $1", [one]);
});

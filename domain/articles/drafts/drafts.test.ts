import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { articleBySlug, articles, feed } from "@/domain/articles/queries";
import { publishAgain, unpublish } from "@/domain/articles/unpublish";
import { getComment } from "@/domain/comments/get-comment";
import { commentsOfMember } from "@/domain/comments/comments-of-member";
import { post } from "@/domain/comments/post";
import { react } from "@/domain/comments/react";
import { inboxOf } from "@/domain/inbox/queries";
import type { Member } from "@/domain/members/member";
import { report as reportComment } from "@/domain/moderation/reports/commands";
import { reportableComment } from "@/domain/moderation/reports/queries";
import { NewReport } from "@/domain/moderation/reports/schema";
import { castVote } from "@/domain/polls/commands";
import { pollAt } from "@/domain/polls/queries";
import { database } from "@/platform/database";
import { anEditor, cast, type Player } from "@/test/cast";
import { asTheOwner } from "@/test/owner";
import { beginDraft, deleteDraft, saveDraft } from "./commands";
import type { DraftFields } from "./draft";
import { publishDraft } from "./publish";
import { draftFor, draftReading, draftsFor, previewFor, writtenArticles } from "./queries";
import { publishDueDrafts, scheduleDraft, unscheduleDraft } from "./schedule";
import { wholeSitemap } from "@/test/whole-sitemap";

let eve: Player;
let eli: Player;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  [people, eve, eli] = await Promise.all([cast(), anEditor(), anEditor()]);
});

const fresh = () => `on-tea-${randomBytes(6).toString("hex")}`;
const whole = (slug: string, more: DraftFields = {}): DraftFields => ({
  title: "On tea",
  slug,
  standfirst: "A short one.",
  author: "Eve",
  tags: "tea, habits",
  body: "Tea.",
  question: "Tea or coffee?",
  label1: "Tea",
  side1: "yes",
  label2: "Coffee, black",
  side2: "yes",
  ...more,
});

async function aDraft(fields: DraftFields): Promise<{ id: string; version: number }> {
  const id = await beginDraft(null, eve);
  const { version } = await saveDraft(id, { version: 1, fields }, eve);
  return { id, version };
}

const seen = (version: number, revision = 0, correction = "") => ({ version, revision, correction });

async function aPublishedArticle(more: DraftFields = {}): Promise<string> {
  const slug = fresh();
  const { id, version } = await aDraft(whole(slug, more));
  await publishDraft(id, seen(version), eve);
  return slug;
}

/** The next revision as the editor's form holds it. */
async function aRevision(slug: string, more: DraftFields) {
  const id = await beginDraft(slug, eve);
  const { fields, version } = await draftFor(id, eve);
  const saved = await saveDraft(id, { version, fields: { ...fields, ...more } }, eve);
  return { id, version: saved.version };
}

const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);
const passes = (id: string) =>
  asTheOwner().articleDraft.update({ where: { id }, data: { publishAt: later(-1) } });

test("nobody but an active editor begins, reads, saves or publishes a draft", async () => {
  const { id, version } = await aDraft(whole(fresh()));
  const suspended = { ...eve, suspension: { until: null, reason: "Rest." } };
  for (const actor of [people.bo, people.ada, suspended]) {
    await expect(beginDraft(null, actor)).rejects.toThrow("Only editors");
    await expect(draftFor(id, actor)).rejects.toThrow("Only editors");
    await expect(draftsFor(actor)).rejects.toThrow("Only editors");
    await expect(writtenArticles(null, actor)).rejects.toThrow("Only editors");
    await expect(saveDraft(id, { version, fields: {} }, actor)).rejects.toThrow("Only editors");
    await expect(publishDraft(id, seen(version), actor)).rejects.toThrow("Only editors");
    await expect(scheduleDraft(id, { ...seen(version), at: later(60) }, actor)).rejects.toThrow(
      "Only editors",
    );
    await expect(unscheduleDraft(id, actor)).rejects.toThrow("Only editors");
    await expect(deleteDraft(id, actor)).rejects.toThrow("Only editors");
    await expect(unpublish("on-tea", actor)).rejects.toThrow("Only editors");
    await expect(publishAgain("on-tea", actor)).rejects.toThrow("Only editors");
  }
});

test("a draft is published as a file with the same words would be", async () => {
  const [inBrowser, byFile] = [await aPublishedArticle(), fresh()];
  const poll =
    "poll:\n  question: Tea or coffee?\n  options:\n    - { key: tea, label: Tea }\n    - { key: coffee-black, label: 'Coffee, black' }\n";
  await publish(
    `---\ntitle: On tea\nslug: ${byFile}\nstandfirst: A short one.\nauthor: Eve\ndate: 2026-11-23\ntags: [tea, habits]\n${poll}---\nTea.\n`,
    operator,
  );
  const said = async (slug: string) => {
    const article = await articleBySlug(slug);
    const { question, options, resultsShown, detached, guessing } = await pollAt(slug, null);
    return {
      ...{
        title: article?.title,
        standfirst: article?.standfirst,
        author: article?.author,
        tags: article?.tags,
      },
      ...{ html: article?.html, words: article?.words, revision: article?.revision },
      ...{ question, options, resultsShown, detached, guessing },
    };
  };
  expect(await said(inBrowser)).toEqual(await said(byFile));
});

test("what is wrong is said by the sentences of a file, at its field and line; nothing is published", async () => {
  const slug = fresh();
  const fields = whole(slug, { title: "", slug: "On Tea", body: "Tea.\n\n<b>Hot</b>", label2: "" });
  const { id, version } = await aDraft(fields);
  const { problems } = await draftFor(id, eve);
  expect(problems.map(({ field, line }) => [field, line])).toEqual([
    ["title", null],
    ["slug", null],
    ["label1", null],
    ["body", 3],
  ]);
  const refused = publishDraft(id, seen(version), eve);
  await expect(refused).rejects.toMatchObject({
    status: 422,
    extra: { fields: { body: expect.stringContaining("Line 3: ") as string } },
  });
  expect(await articleBySlug(slug)).toBe(null);
});

test("an address that is left empty is the title's, in letters that an address can have", async () => {
  const { id } = await aDraft(whole("", { title: `  Écoles d’été: ${"où ".repeat(40)}` }));
  const { draft, article } = await previewFor(id, eve);
  expect(draft.problems).toEqual([]);
  expect(article?.slug).toMatch(/^ecoles-d-ete-ou-(?:ou-)+ou$/);
  expect(article?.slug.length).toBeLessThanOrEqual(100);
  const { id: other } = await aDraft(whole("", { title: "茶について" }));
  expect((await draftFor(other, eve)).problems.map(({ field }) => field)).toEqual(["slug"]);
});

test("the same saved twice is saved once; of two editors the second is told, and both texts are there", async () => {
  const { id, version } = await aDraft(whole(fresh()));
  const mine = whole(fresh(), { body: "Mine." });
  const after = await saveDraft(id, { version, fields: mine }, eve);
  expect((await saveDraft(id, { version, fields: mine }, eve)).version).toBe(after.version);
  const theirs = saveDraft(id, { version, fields: whole(fresh(), { body: "Theirs." }) }, eli);
  await expect(theirs).rejects.toMatchObject({
    status: 409,
    extra: { current: { fields: { body: "Mine." } } },
  });
  await expect(theirs).rejects.toThrow(eve.name);
  expect((await draftFor(id, eve)).fields.body).toBe("Mine.");
});

test("what was not looked at is not published", async () => {
  const { id, version } = await aDraft(whole(fresh()));
  await saveDraft(id, { version, fields: whole(fresh(), { body: "Other words." }) }, eli);
  await expect(publishDraft(id, seen(version), eve)).rejects.toThrow("has changed");
});

test("a new article cannot take another one's address", async () => {
  const slug = await aPublishedArticle();
  const { id, version } = await aDraft(whole(slug, { body: "Mine now." }));
  await expect(publishDraft(id, seen(version), eve)).rejects.toThrow("Another article has this address");
  expect((await articleBySlug(slug))?.revision).toBe(1);
});

test("of two who publish one draft at once, one does", async () => {
  const slug = fresh();
  const { id, version } = await aDraft(whole(slug));
  const both = await Promise.allSettled([
    publishDraft(id, seen(version), eve),
    publishDraft(id, seen(version), eli),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await articleBySlug(slug))?.revision).toBe(1);
});

test("a correction is a revision with a note, keeps its date and its votes, and leaves the poll as it is", async () => {
  const slug = await aPublishedArticle();
  const poll = await pollAt(slug, null);
  await castVote({ poll: poll.id, option: "tea" }, people.bo);
  const before = await articleBySlug(slug);
  const { id, version } = await aRevision(slug, { body: "Green tea.", slug: "" });
  expect((await previewFor(id, eve)).article).toMatchObject({ slug, revision: 2 });
  await publishDraft(id, seen(version, 1, "It was green."), eve);
  const after = await articleBySlug(slug);
  expect(after).toMatchObject({ revision: 2, publishedAt: before?.publishedAt, html: "<p>Green tea.</p>\n" });
  expect(after?.corrections.map(({ words }) => words)).toEqual(["It was green."]);
  expect((await pollAt(slug, null)).version).toBe(1);
  expect(await database().articleDraft.findUnique({ where: { id } })).toBe(null);
});

test("one article has one draft, and saying nothing new publishes nothing", async () => {
  const slug = await aPublishedArticle();
  const [one, other] = await Promise.all([beginDraft(slug, eve), beginDraft(slug, eli)]);
  expect(one).toBe(other);
  await expect(publishDraft(one, seen(1, 1), eve)).rejects.toThrow("Nothing has changed");
});

test("what an editor set at the poll meanwhile stays, for the draft did not change it", async () => {
  const slug = await aPublishedArticle({ closes: "2098-01-01T10:00" });
  const { id, version } = await aRevision(slug, { body: "More tea." });
  await database().poll.updateMany({
    where: { article: { slug } },
    data: { closesAt: new Date("2099-01-01") },
  });
  await publishDraft(id, seen(version, 1), eve);
  expect((await pollAt(slug, null)).closesAt).toEqual(new Date("2099-01-01"));
});

test("file and browser do not write over each other unasked", async () => {
  const slug = await aPublishedArticle();
  const file = `---\ntitle: By file\nslug: ${slug}\nstandfirst: A short one.\nauthor: Eve\ndate: 2026-11-23\n---\nTea.\n`;
  await expect(publish(file, operator)).rejects.toThrow("add --over");
  const { id, version } = await aRevision(slug, { body: "By browser." });
  await publish(file, operator, { over: true });
  expect((await draftFor(id, eve)).article).toMatchObject({ revision: 2, changedSince: true });
  await expect(publishDraft(id, seen(version, 1), eve)).rejects.toThrow("published again since");
  await publishDraft(id, seen(version, 2), eve);
  expect(await articleBySlug(slug)).toMatchObject({ revision: 3, title: "On tea" });
});

test("unpublished, it is nowhere for readers with its discussion, and there for staff; published again, all of it is back", async () => {
  const slug = await aPublishedArticle();
  const { id: comment } = await post(slug, { body: "I drink coffee, and mind nobody’s tea." }, people.bo);
  const places = async () => {
    const list = await articles(null, 50);
    const mine = await commentsOfMember(people.bo.handle, { limit: 50 }, null);
    return [
      (await articleBySlug(slug)) !== null,
      list.items.some((item) => item.slug === slug),
      (await feed()).some((entry) => entry.slug === slug),
      (await wholeSitemap()).some((entry) => entry.slug === slug),
      mine.items.some(({ id }) => id === comment),
      await getComment(comment, people.cy).then(
        () => true,
        () => false,
      ),
      await pollAt(slug, null).then(
        () => true,
        () => false,
      ),
    ];
  };
  expect(await places()).not.toContain(false);
  await unpublish(slug, eve);
  await unpublish(slug, eve);
  expect(await places()).not.toContain(true);
  await expect(post(slug, { body: "Still there?" }, people.cy)).rejects.toThrow("not found");
  await expect(castVote({ article: slug, option: "tea" }, people.cy)).rejects.toThrow();
  expect((await getComment(comment, people.ada)).id).toBe(comment);
  expect((await getComment(comment, people.bo)).id).toBe(comment);
  await expect(
    publish(
      `---\ntitle: A\nslug: ${slug}\nstandfirst: B\nauthor: C\ndate: 2026-11-23\n---\nTea.\n`,
      operator,
    ),
  ).rejects.toThrow("unpublished");
  await publishAgain(slug, eve);
  expect(await places()).not.toContain(false);
});

test("unpublished, nobody reads what others wrote there by a way around it, and nobody reacts to it or reports it", async () => {
  const slug = await aPublishedArticle();
  const { id: first } = await post(slug, { body: "I drink coffee from a samovar." }, people.bo);
  const { id: answer } = await post(slug, { body: "A samovar is for tea.", parentId: first }, people.cy);
  const report = (id: string, by: Member) => reportComment(id, NewReport.parse({ reason: "person" }), by);
  await unpublish(slug, eve);
  const read = await Promise.all([
    reportableComment(first),
    inboxOf({}, people.bo).then(({ items }) => items.map(({ comment }) => comment?.excerpt)),
    getComment(answer, people.cy),
    commentsOfMember(people.cy.handle, { limit: 50 }, people.cy),
  ]);
  expect(JSON.stringify(read)).toContain("A samovar is for tea.");
  expect(JSON.stringify(read)).not.toContain("coffee");
  expect(JSON.stringify(read[1])).not.toContain("samovar");
  await expect(react(answer, "respect", people.bo)).rejects.toMatchObject({ status: 404 });
  await expect(report(answer, people.bo)).rejects.toMatchObject({ status: 404 });
  expect((await getComment(answer, people.ada)).answers).toMatchObject({
    excerpt: "I drink coffee from a samovar.",
  });
  await publishAgain(slug, eve);
  await react(answer, "respect", people.bo);
  await report(answer, people.bo);
});

test("a scheduled draft is published at its time and not before, once, by whichever process is there", async () => {
  const slug = fresh();
  const { id, version } = await aDraft(whole(slug));
  await expect(scheduleDraft(id, { ...seen(version), at: later(-1) }, eve)).rejects.toThrow("in the future");
  await expect(scheduleDraft(id, { ...seen(version), at: later(10 ** 9) }, eve)).rejects.toThrow("two years");
  await scheduleDraft(id, { ...seen(version), at: later(3_600) }, eve);
  await publishDueDrafts();
  expect(await articleBySlug(slug)).toBe(null);
  await passes(id);
  await Promise.all([publishDueDrafts(), publishDueDrafts()]);
  expect(await articleBySlug(slug)).toMatchObject({ revision: 1 });
});

test("a schedule taken back is a draft; one whose editor lost the role is, too, and says why", async () => {
  const [one, other] = [await aDraft(whole(fresh())), await aDraft(whole(fresh()))];
  await scheduleDraft(one.id, { ...seen(one.version), at: later(60) }, eve);
  await unscheduleDraft(one.id, eve);
  const gone = await anEditor();
  await scheduleDraft(other.id, { ...seen(other.version), at: later(60) }, gone);
  await asTheOwner().member.update({ where: { id: gone.id }, data: { role: "reader" } });
  await passes(other.id);
  await publishDueDrafts();
  expect(await draftFor(one.id, eve)).toMatchObject({ publishAt: null, problem: null });
  const { publishAt, problem } = await draftFor(other.id, eve);
  expect(publishAt).toBe(null);
  expect(problem).toContain("can no longer publish");
});

test("a deleted draft is gone, and its article stays", async () => {
  const slug = await aPublishedArticle();
  const { id } = await aRevision(slug, { body: "Never mind." });
  await deleteDraft(id, eve);
  await expect(draftFor(id, eve)).rejects.toThrow("does not exist");
  expect(await articleBySlug(slug)).toMatchObject({ revision: 1 });
});

test("the text is drawn as it will be published, and its words are counted in its own script", async () => {
  const { id, version } = await aDraft(
    whole(fresh(), { body: "## On tea\n\nTea[^1].\n\n[^1]: Or *coffee*." }),
  );
  const reading = await draftReading(id, eve);
  const { slug } = await publishDraft(id, seen(version), eve);
  const article = await articleBySlug(slug);
  expect(reading).toMatchObject({
    version,
    html: article?.html,
    title: article?.title,
    authors: article?.authors,
  });
  const other = await aDraft(whole(fresh(), { body: "ฉันดื่มชา" }));
  expect((await draftFor(other.id, eve)).words).toBe(3);
  await expect(draftReading(other.id, people.bo)).rejects.toMatchObject({ status: 403 });
});

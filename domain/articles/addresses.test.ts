import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { post } from "@/domain/comments/post";
import { getComment } from "@/domain/comments/get-comment";
import { anEditor, cast, type Player } from "@/test/cast";
import { whereabouts } from "./address";
import { publish } from "./commands";
import { deleteArticle } from "./delete";
import { beginDraft, saveDraft } from "./drafts/commands";
import { publishDraft } from "./drafts/publish";
import { draftFor, writtenArticle } from "./drafts/queries";
import { operator } from "./policy";
import { articleBySlug, articleForStaff, articles } from "./queries";
import { publishAgain, unpublish } from "./unpublish";

let eve: Player;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  [eve, people] = await Promise.all([anEditor(), cast()]);
});

const fresh = () => `at-${randomBytes(6).toString("hex")}`;
const file = (slug: string) =>
  `---\ntitle: On tea\nslug: ${slug}\nstandfirst: S.\nauthor: Eve\ndate: 2026-11-23\n---\nTea.\n`;

async function anArticle(): Promise<string> {
  const slug = fresh();
  await publish(file(slug), operator);
  return slug;
}

async function move(slug: string, to: string) {
  const id = await beginDraft(slug, eve);
  const draft = await draftFor(id, eve);
  const { version } = await saveDraft(
    id,
    { version: draft.version, fields: { ...draft.fields, slug: to } },
    eve,
  );
  return publishDraft(id, { version, revision: draft.article?.revision ?? 0, correction: "" }, eve);
}

test("an article gets another address, and every one it had leads to it", async () => {
  const [first, second, third] = [await anArticle(), fresh(), fresh()];
  expect(await move(first, second)).toMatchObject({ slug: second, revision: 1 });
  await move(second, third);
  expect(await articleBySlug(first)).toBe(null);
  for (const old of [first, second]) expect(await whereabouts(old)).toEqual({ slug: third, deleted: false });
  expect(await whereabouts(third)).toBe(null);
  await move(third, first);
  expect(await whereabouts(third)).toEqual({ slug: first, deleted: false });
  expect(await articleBySlug(first)).toMatchObject({ title: "On tea", revision: 1 });
});

test("an address that another article has or had is refused, in the browser and in a file", async () => {
  const [one, other, later] = [await anArticle(), await anArticle(), fresh()];
  await expect(move(one, other)).rejects.toHaveProperty("extra.fields.slug");
  await move(other, later);
  await expect(move(one, other)).rejects.toMatchObject({ status: 422 });
  await expect(publish(file(other), operator)).rejects.toThrow(later);
  expect(await articleBySlug(one)).not.toBe(null);
});

test("an unpublished article is not told by its old address", async () => {
  const [first, second] = [await anArticle(), fresh()];
  await move(first, second);
  await unpublish(second, eve);
  expect(await whereabouts(first)).toBe(null);
});

test("an article is deleted for good once it is unpublished; its discussion stays for staff", async () => {
  const slug = await anArticle();
  const { id: comment } = await post(slug, { body: "Green." }, people.bo);
  await expect(deleteArticle(slug, eve)).rejects.toMatchObject({ status: 409 });
  await unpublish(slug, eve);
  const draft = await beginDraft(slug, eve);
  await deleteArticle(slug, eve);
  await deleteArticle(slug, eve);
  expect(await whereabouts(slug)).toEqual({ slug, deleted: true });
  expect(await articleBySlug(slug)).toBe(null);
  expect((await articles(null, 100)).items.map((one) => one.slug)).not.toContain(slug);
  expect(await articleForStaff(slug, people.ada)).toMatchObject({ slug });
  expect((await writtenArticle(slug, people.ada)).deletedAt).not.toBe(null);
  expect(await getComment(comment, people.ada)).not.toBe(null);
  await expect(draftFor(draft, eve)).rejects.toMatchObject({ status: 404 });
  for (const again of [() => publishAgain(slug, eve), () => beginDraft(slug, eve)])
    await expect(again()).rejects.toMatchObject({ status: 410 });
  await expect(publish(file(slug), operator, { over: true })).rejects.toThrow("deleted for good");
});

test("only editors delete", async () => {
  const slug = await anArticle();
  for (const player of [people.ada, people.bo, people.dee])
    await expect(deleteArticle(slug, player)).rejects.toMatchObject({ status: 403 });
});

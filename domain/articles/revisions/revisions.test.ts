import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { beginDraft, saveDraft } from "@/domain/articles/drafts/commands";
import type { DraftFields } from "@/domain/articles/drafts/draft";
import { publishDraft } from "@/domain/articles/drafts/publish";
import { draftFor } from "@/domain/articles/drafts/queries";
import { anEditor, cast, type Player } from "@/test/cast";
import { articleAtRevision, comparison, draftChanges, revisionsOf } from "./queries";
import type { FieldChange } from "./revision";

let eve: Player;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  [people, eve] = await Promise.all([cast(), anEditor()]);
});

const BODY = "Tea is good.\n\nIt is warm.\n\n## Where it grows\n\nOn hills.";

async function anArticle(): Promise<string> {
  const slug = `on-tea-${randomBytes(6).toString("hex")}`;
  const fields: DraftFields = {
    ...{ title: "On tea", slug, standfirst: "A short one.", author: "Eve", body: BODY },
    ...{ question: "Tea?", label1: "Yes", side1: "yes", label2: "No", side2: "yes" },
  };
  const id = await beginDraft(null, eve);
  const { version } = await saveDraft(id, { version: 1, fields }, eve);
  await publishDraft(id, { version, revision: 0, correction: "" }, eve);
  return slug;
}

/** The next revision of it. */
async function revise(slug: string, more: DraftFields, correction = ""): Promise<void> {
  const id = await beginDraft(slug, eve);
  const { fields, version, article } = await draftFor(id, eve);
  const saved = await saveDraft(id, { version, fields: { ...fields, ...more } }, eve);
  await publishDraft(id, { version: saved.version, revision: article?.revision ?? 0, correction }, eve);
}

const told = (changes: FieldChange[]) =>
  changes.map(({ field, parts }) => [
    field,
    parts.flatMap(({ text, change }) => (change === null ? [] : `${change} ${text}`)),
  ]);

test("what changed between two revisions is told by field and by word, either way round", async () => {
  const slug = await anArticle();
  await revise(slug, { title: "On green tea", body: BODY.replace("warm", "hot") }, "It is hot.");
  const forwards = await comparison(slug, { from: 1, to: 2 }, eve);
  expect(told(forwards.changes)).toEqual([
    ["title", ["added green "]],
    ["body", ["removed warm", "added hot"]],
  ]);
  const back = await comparison(slug, { from: 2, to: 1 }, eve);
  expect(told(back.changes)).toEqual([
    ["title", ["removed green "]],
    ["body", ["removed hot", "added warm"]],
  ]);
  expect((await comparison(slug, { from: 2, to: 2 }, eve)).changes).toEqual([]);
  const { items, next } = await revisionsOf(slug, null, eve);
  expect(items.map(({ number, correction }) => [number, correction])).toEqual([
    [2, "It is hot."],
    [1, null],
  ]);
  expect(next).toBeNull();
});

test("an earlier text is read as it was, and comes back as a draft that changes the poll in nothing", async () => {
  const slug = await anArticle();
  await revise(slug, { body: "Coffee.", label2: "Never" });
  expect((await articleAtRevision(slug, 1, eve)).html).toContain("Where it grows");
  const id = await beginDraft(slug, eve, 1);
  const draft = await draftFor(id, eve);
  expect(draft.fields).toMatchObject({ body: BODY, label2: "Never" });
  expect(told((await draftChanges(draft, eve)) ?? []).map(([field]) => field)).toEqual(["body"]);
  // A draft that is there is not written over.
  await expect(beginDraft(slug, eve, 1)).rejects.toMatchObject({ status: 409 });
  expect(await beginDraft(slug, eve)).toBe(id);
  await publishDraft(id, { version: draft.version, revision: 2, correction: "" }, eve);
  expect((await comparison(slug, { from: 1, to: 3 }, eve)).changes.map(({ field }) => field)).toEqual([
    "label2",
  ]);
});

test("revisions are for editors and moderators, and what is not there is not found", async () => {
  const slug = await anArticle();
  for (const reads of [
    () => revisionsOf(slug, null, people.bo),
    () => comparison(slug, { from: 1, to: 1 }, people.bo),
    () => articleAtRevision(slug, 1, people.bo),
  ])
    await expect(reads()).rejects.toMatchObject({ status: 403 });
  expect((await revisionsOf(slug, null, people.ada)).items).toHaveLength(1);
  for (const reads of [
    () => revisionsOf("nowhere", null, eve),
    () => comparison(slug, { from: 1, to: 9 }, eve),
    () => articleAtRevision(slug, 9, eve),
    () => beginDraft(slug, eve, 9),
  ])
    await expect(reads()).rejects.toMatchObject({ status: 404 });
  expect((await revisionsOf(slug, 1, eve)).items).toEqual([]);
});

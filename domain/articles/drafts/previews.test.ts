import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { operator } from "@/domain/articles/policy";
import { articles, feed } from "@/domain/articles/queries";
import { addPicture } from "@/domain/pictures/commands";
import { pictureReference } from "@/domain/pictures/picture";
import { pictureFile } from "@/domain/pictures/queries";
import { anEditor, cast, type Player } from "@/test/cast";
import { asTheOwner } from "@/test/owner";
import { aPicture } from "@/test/pictures";
import { beginDraft, deleteDraft, saveDraft } from "./commands";
import type { DraftFields } from "./draft";
import { endPreview, makePreview } from "./previews";
import { publishDraft } from "./publish";
import { draftFor, sharedPreview } from "./queries";
import { wholeSitemap } from "@/test/whole-sitemap";

let eve: Player;
let eli: Player;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  [people, eve, eli] = await Promise.all([cast(), anEditor(), anEditor()]);
});

const fresh = () => `on-tea-${randomBytes(6).toString("hex")}`;

async function aDraft(more: DraftFields = {}) {
  const id = await beginDraft(null, eve);
  const fields = {
    title: "On tea",
    slug: fresh(),
    standfirst: "A short one.",
    author: "Eve",
    body: "Tea.",
    ...more,
  };
  const { version } = await saveDraft(id, { version: 1, fields }, eve);
  return { id, version, slug: fields.slug };
}

/** Gives the draft an address. @returns the key in it */
async function shared(id: string, days = 7): Promise<string> {
  const { preview } = await makePreview(id, { days }, eve);
  return preview?.path.replace("/previews/", "") ?? "";
}

const gone = { status: 404 };

test("whoever has its address reads the draft as it stands, and nothing else of it is listed", async () => {
  const { id, version, slug } = await aDraft();
  const key = await shared(id);
  expect((await sharedPreview(key)).article?.html).toContain("Tea.");
  const { fields } = await draftFor(id, eve);
  await saveDraft(id, { version, fields: { ...fields, body: "Coffee." } }, eve);
  expect((await sharedPreview(key)).article?.html).toContain("Coffee.");
  const listed = JSON.stringify([await articles(null), await feed(), await wholeSitemap()]);
  expect(listed).not.toContain(slug);
  // What cannot be read is no refusal: whoever was given the address is told to come again.
  await saveDraft(id, { version: version + 1, fields: { body: "Coffee." } }, eve);
  expect((await sharedPreview(key)).article).toBeNull();
});

test("an address ends when it is revoked, replaced or has expired, and with its draft", async () => {
  const { id } = await aDraft();
  const first = await shared(id);
  const second = await shared(id, 1);
  await expect(sharedPreview(first)).rejects.toMatchObject(gone);
  await sharedPreview(second);
  await asTheOwner().draftPreview.update({
    where: { draftId: id },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  await expect(sharedPreview(second)).rejects.toMatchObject(gone);
  expect((await draftFor(id, eve)).preview).toBeNull();
  const third = await shared(id);
  await endPreview(id, eli);
  await expect(sharedPreview(third)).rejects.toMatchObject(gone);
  const fourth = await shared(id);
  await deleteDraft(id, eve);
  await expect(sharedPreview(fourth)).rejects.toMatchObject(gone);
  const published = await aDraft();
  const fifth = await shared(published.id);
  await publishDraft(published.id, { version: published.version, revision: 0, correction: "" }, eve);
  await expect(sharedPreview(fifth)).rejects.toMatchObject(gone);
});

test("an address cannot be made up: neither from another, nor from what the database holds", async () => {
  const { id } = await aDraft();
  const key = await shared(id);
  const [name = "", signature = ""] = key.split(".");
  const other = signature.startsWith("A") ? "B" : "A";
  for (const wrong of [
    "",
    name,
    `${name}.`,
    `${name}.${other}${signature.slice(1)}`,
    `${key}x`,
    key.toUpperCase(),
    `${id}.${signature}`,
  ])
    await expect(sharedPreview(wrong), wrong).rejects.toMatchObject(gone);
});

test("only editors make and revoke one", async () => {
  const { id } = await aDraft();
  const key = await shared(id);
  for (const actor of [people.bo, people.ada]) {
    await expect(makePreview(id, { days: 1 }, actor)).rejects.toMatchObject({ status: 403 });
    await expect(endPreview(id, actor)).rejects.toMatchObject({ status: 403 });
  }
  await sharedPreview(key);
});

test("pictures of a draft are seen by strangers while its address works, and never kept in between", async () => {
  const picture = await addPicture(await aPicture(), operator);
  const { id } = await aDraft({ body: `![A cup](${pictureReference(picture)})` });
  const look = () => pictureFile(picture.hash, "480.webp", null);
  await expect(look()).rejects.toMatchObject(gone);
  await shared(id);
  expect(await look()).toMatchObject({ isPublic: false });
  await endPreview(id, eve);
  await expect(look()).rejects.toMatchObject(gone);
});

import { beforeAll, expect, test } from "vitest";
import { anEditor, cast, type Player } from "@/test/cast";
import { anEmptyArticle } from "@/test/discussion";
import { writtenArticle } from "./drafts/queries";
import { chosenLead, putOnTop, takeOffTheTop } from "./lead";
import { publishAgain, unpublish } from "./unpublish";

let eve: Player;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  [people, eve] = await Promise.all([cast(), anEditor()]);
});

const slugOnTop = async () => (await chosenLead())?.slug ?? null;

test("an editor's choice stands on top until another is chosen, or it is taken off", async () => {
  const [one, other] = [await anEmptyArticle(), await anEmptyArticle()];
  await putOnTop(one.slug, eve);
  await putOnTop(one.slug, eve);
  expect(await slugOnTop()).toBe(one.slug);
  await putOnTop(other.slug, eve);
  expect(await slugOnTop()).toBe(other.slug);
  expect((await writtenArticle(one.slug, eve)).isLead).toBe(false);
  await takeOffTheTop(other.slug, eve);
  await takeOffTheTop(other.slug, eve);
  expect(await slugOnTop()).toBeNull();
});

test("of several who choose at once one choice stands", async () => {
  const all = await Promise.all([anEmptyArticle(), anEmptyArticle(), anEmptyArticle()]);
  await Promise.all(all.map(({ slug }) => putOnTop(slug, eve)));
  const chosen = await Promise.all(all.map(async ({ slug }) => (await writtenArticle(slug, eve)).isLead));
  expect(chosen.filter(Boolean)).toHaveLength(1);
  await Promise.all(all.map(({ slug }) => takeOffTheTop(slug, eve)));
});

test("what readers cannot read is not on top, and nobody but editors chooses", async () => {
  const { slug } = await anEmptyArticle();
  await putOnTop(slug, eve);
  await unpublish(slug, eve);
  expect(await slugOnTop()).not.toBe(slug);
  await expect(putOnTop(slug, eve)).rejects.toMatchObject({ status: 409 });
  await publishAgain(slug, eve);
  expect(await slugOnTop()).toBe(slug);
  for (const actor of [people.bo, people.ada]) {
    await expect(putOnTop(slug, actor)).rejects.toMatchObject({ status: 403 });
    await expect(takeOffTheTop(slug, actor)).rejects.toMatchObject({ status: 403 });
  }
  await takeOffTheTop(slug, eve);
});

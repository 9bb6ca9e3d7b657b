import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { addPicture } from "@/domain/pictures/commands";
import { pictureReference } from "@/domain/pictures/picture";
import { anEditor, cast, type Player } from "@/test/cast";
import { aPicture } from "@/test/pictures";
import { publish } from "./commands";
import { beginDraft, saveDraft } from "./drafts/commands";
import type { DraftFields } from "./drafts/draft";
import { publishDraft } from "./drafts/publish";
import { draftFor } from "./drafts/queries";
import { scheduleFile } from "./drafts/schedule-file";
import { articleFileText, articleWithPictures } from "./export";
import { operator } from "./policy";
import { AskedPoll } from "./schema";

let eve: Player;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  [people, eve] = await Promise.all([cast(), anEditor()]);
});

const fresh = () => `on-tea-${randomBytes(6).toString("hex")}`;

/** Published in the browser, with everything an article can have. */
async function everything(): Promise<{ slug: string; picture: string }> {
  const slug = fresh();
  const picture = pictureReference(await addPicture(await aPicture(), operator));
  const fields: DraftFields = {
    ...{
      title: "On tea: “hot” # or not?",
      slug,
      standfirst: "One line.\nAnother.",
      author: "Eve, of course",
    },
    ...{ tags: "tea, yes, 2026-11-23", body: `Tea.\n\n![A cup](${picture} "Mine. | Eve")\n\n---\n\nMore.` },
    ...{ picture, pictureAlt: "A pot: blue", pictureCredit: "Eve" },
    ...{ callKind: "link", callLabel: "More", callHref: "https://example.org/#x", callText: "Read on." },
    ...{
      question: "Tea, or: no?",
      label1: "Yes",
      side1: "yes",
      sentence1: "# It is.",
      label2: "No",
      side2: "yes",
    },
    ...{ label3: "Undecided", results: "after_close", closes: "2099-01-31T18:00", guessing: "yes" },
    confirmedBefore: "yes",
  };
  const id = await beginDraft(null, eve);
  const { version, problems } = await saveDraft(id, { version: 1, fields }, eve);
  expect(problems).toEqual([]);
  await publishDraft(id, { version, revision: 0, correction: "" }, eve);
  return { slug, picture };
}

test("an article that was written in the browser, exported and published again, is the same article", async () => {
  const { slug } = await everything();
  const text = await articleFileText(slug, operator);
  // outline/outline#9574, docmost/docmost#2043: what a file leaves out is lost on the site it is taken to.
  for (const field of Object.keys(AskedPoll.shape)) expect(text).toContain(`\n  ${field}:`);
  expect(await publish(text, operator)).toMatchObject({ slug, revision: 1, changed: false, kept: [] });
  // What is changed in the file is a change, and asks before it goes over what the browser has.
  const changed = text.replace("More.", "Less.");
  await expect(publish(changed, operator)).rejects.toMatchObject({ status: 409 });
  expect(await publish(changed, operator, { over: true })).toMatchObject({ revision: 2, changed: true });
  expect(await articleFileText(slug, operator)).toBe(changed);
});

test("for another site its pictures lie beside it", async () => {
  const { slug, picture } = await everything();
  const { text, pictures } = await articleWithPictures(slug, operator);
  expect(text).not.toContain("/pictures/");
  expect(pictures).toHaveLength(1);
  expect(text.split(pictures[0]?.name ?? "?")).toHaveLength(3);
  expect(pictures[0]?.name).toBe(`${picture.slice("/pictures/".length, "/pictures/".length + 32)}.webp`);
  expect(
    Buffer.from(pictures[0]?.bytes ?? [])
      .subarray(8, 12)
      .toString("latin1"),
  ).toBe("WEBP");
});

test("a file is scheduled as a draft in the name of an editor, and not over a draft that is there", async () => {
  const { slug } = await everything();
  const at = new Date(Date.now() + 3_600_000);
  const text = (await articleFileText(slug, operator)).replace("More.", "Later.");
  const draft = await scheduleFile(text, { at, by: eve.handle });
  expect(draft).toMatchObject({ publishAt: at.toISOString(), problems: [], article: { slug, revision: 1 } });
  expect((await draftFor(draft.id, eve)).fields.body).toContain("Later.");
  await expect(scheduleFile(text, { at, by: eve.handle })).rejects.toMatchObject({ status: 409 });
  const another = text.replace(slug, fresh());
  for (const by of [people.bo.handle, "nobody-of-this-name"])
    await expect(scheduleFile(another, { at, by })).rejects.toMatchObject({ status: 422 });
  await expect(scheduleFile("No head.", { at, by: eve.handle })).rejects.toMatchObject({ status: 422 });
  expect(await scheduleFile(another, { at, by: eve.handle })).toMatchObject({ article: null });
});

test("what readers cannot read is exported for editors and the operator only", async () => {
  const { slug } = await everything();
  await expect(articleFileText(slug, people.bo)).rejects.toMatchObject({ status: 403 });
  await expect(articleFileText("nowhere-at-all", operator)).rejects.toMatchObject({ status: 404 });
});

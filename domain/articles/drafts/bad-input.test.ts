import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { pollAt } from "@/domain/polls/queries";
import { anEditor, type Player } from "@/test/cast";
import { beginDraft, saveDraft } from "./commands";
import type { DraftFields } from "./draft";
import { publishDraft } from "./publish";
import { draftFor, draftReading } from "./queries";
import { scheduleDraft } from "./schedule";

let eve: Player;
beforeAll(async () => {
  eve = await anEditor();
});

const fresh = () => `bad-${randomBytes(6).toString("hex")}`;
const seen = (version: number) => ({ version, revision: 0, correction: "" });
const POLL: DraftFields = { question: "Tea?", label1: "Yes", side1: "yes", label2: "No", side2: "yes" };

async function aDraft(more: DraftFields) {
  const slug = fresh();
  const fields = { title: "On tea", slug, standfirst: "S.", author: "Eve", body: "Tea.", ...more };
  const id = await beginDraft(null, eve);
  return { ...(await saveDraft(id, { version: 1, fields }, eve)), slug };
}

const notes = (many: number): string => {
  const each = Array.from({ length: many }, (_, n) => n + 1);
  return `${each.map((n) => `w[^${n}]`).join(" ")}\n\n${each.map((n) => `[^${n}]: n`).join("\n")}`;
};

test("ten thousand notes are more than an article can have: they are kept, told and not drawn; three thousand are drawn, each once", async () => {
  const many = notes(10_000);
  const { id, problems, fields } = await aDraft({ body: many });
  expect(problems).toMatchObject([{ field: "body", reason: expect.stringContaining("100000") as string }]);
  expect(fields.body).toBe(many);
  expect(await draftReading(id, eve)).toMatchObject({ html: null, words: 0 });
  const { id: other, problems: none } = await aDraft({ body: notes(3_000) });
  expect(none).toEqual([]);
  const { html } = await draftReading(other, eve);
  expect(html?.match(/<li id="note-/g)).toHaveLength(3_000);
});

test.each(["茶", "über-tee", "a b", "-tea", "te--a", "TEA", "a/b", "..", "%2e", "tea?x", "a".repeat(200)])(
  "an address such as %s is refused at its field, and kept as it was typed",
  async (slug) => {
    const { id, version, problems, fields } = await aDraft({ slug });
    expect(problems.map(({ field }) => field)).toContain("slug");
    expect(fields.slug).toBe(slug);
    await expect(publishDraft(id, seen(version), eve)).rejects.toMatchObject({ status: 422 });
  },
);

test("no address is reserved: an article stands in a room of its own", async () => {
  for (const word of ["feed", "write", "api", "admin"]) {
    const { id, version } = await aDraft({ slug: `${word}-${fresh()}` });
    expect(await publishDraft(id, seen(version), eve)).toMatchObject({ changed: true });
  }
});

test.each([
  ["1899-12-31T23:59", "must be in the future"],
  ["0001-01-01T00:00", "closing time"],
  ["9999-12-31T00:00", "closing time"],
  ["2027-02-30T12:00", "closing time"],
  ["tomorrow", "closing time"],
])("a poll that closes %s is refused in words", async (closes, sentence) => {
  const { id, version } = await aDraft({ ...POLL, closes });
  const words = await publishDraft(id, seen(version), eve).then(
    () => "",
    (problem: unknown) => String(problem),
  );
  expect(words.toLowerCase()).toContain(sentence);
});

test("an hour that clocks leap over is an hour in UTC, and a century to come is taken", async () => {
  for (const closes of ["2027-03-28T02:30", "2101-01-01T00:00"]) {
    const { id, version, slug } = await aDraft({ ...POLL, closes });
    await publishDraft(id, seen(version), eve);
    expect((await pollAt(slug, null)).closesAt?.toISOString()).toBe(`${closes}:00.000Z`);
  }
});

test.each(["1899-12-31T23:59:00Z", "2101-01-01T00:00:00Z"])("nothing is scheduled for %s", async (at) => {
  const { id, version } = await aDraft({});
  await expect(scheduleDraft(id, { ...seen(version), at: new Date(at) }, eve)).rejects.toMatchObject({
    status: 422,
  });
  expect((await draftFor(id, eve)).publishAt).toBeNull();
});

import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { publishAgain, unpublish } from "@/domain/articles/unpublish";
import { invariants } from "@/domain/articles/invariants";
import { database } from "@/platform/database";
import { anEditor, type Player } from "@/test/cast";
import { asTheOwner } from "@/test/owner";
import { beginDraft, saveDraft } from "./commands";
import { publishDraft } from "./publish";
import { draftFor } from "./queries";
import { publishDueDrafts, scheduleDraft } from "./schedule";

let eve: Player, eli: Player;
beforeAll(async () => {
  [eve, eli] = await Promise.all([anEditor(), anEditor()]);
});

const seen = (version: number, revision = 0) => ({ version, revision, correction: "" });

async function aDraft() {
  const slug = `at-once-${randomBytes(6).toString("hex")}`;
  const fields = { title: "On tea", slug, standfirst: "S.", author: "Eve", body: "Tea." };
  const id = await beginDraft(null, eve);
  const { version } = await saveDraft(id, { version: 1, fields }, eve);
  return { id, slug, version };
}

const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);

/** How each ended: done, or refused with a status. Nothing else. */
async function outcomes(all: Promise<unknown>[]): Promise<(number | "done")[]> {
  const settled = await Promise.allSettled(all);
  return settled.map((one) =>
    one.status === "fulfilled" ? "done" : (one.reason as { status: number }).status,
  );
}

test("of two schedules the later given counts, and it is published once", async () => {
  const { id, slug, version } = await aDraft();
  const asked = [later(60), later(120)].map((at, nth) =>
    scheduleDraft(id, { ...seen(version), at }, nth === 0 ? eve : eli),
  );
  for (const outcome of await outcomes(asked)) expect(["done", 409]).toContain(outcome);
  expect((await draftFor(id, eve)).publishAt).not.toBeNull();
  await asTheOwner().articleDraft.update({ where: { id }, data: { publishAt: later(-1) } });
  await Promise.all([
    publishDueDrafts(),
    publishDueDrafts(),
    publishDraft(id, seen(version), eve).catch(() => null),
  ]);
  // One that somebody has in hand is left to the next turn of the job.
  await publishDueDrafts();
  expect(await database().article.findUniqueOrThrow({ where: { slug } })).toMatchObject({ revision: 1 });
  expect(await database().articleDraft.count({ where: { id } })).toBe(0);
});

test("whoever publishes while another unpublishes: each is done whole or refused in words, and the article is one or the other", async () => {
  const { id, slug, version } = await aDraft();
  await publishDraft(id, seen(version), eve);
  for (let round = 0; round < 4; round++) {
    const next = await beginDraft(slug, eve);
    const draft = await draftFor(next, eve);
    const saved = await saveDraft(
      next,
      { version: draft.version, fields: { ...draft.fields, body: `Tea ${round}.` } },
      eve,
    );
    const revision = draft.article?.revision ?? 0;
    const publishing = publishDraft(next, seen(saved.version, revision), eve);
    const [published, taken] = await outcomes([publishing, unpublish(slug, eli)]);
    expect([published, taken]).toEqual(["done", "done"]);
    const article = await database().article.findUniqueOrThrow({ where: { slug } });
    expect(article.revision).toBe(revision + 1);
    if (article.unpublishedAt !== null) await publishAgain(slug, eve);
  }
  for (const { name, run } of invariants) expect([name, await run()]).toEqual([name, []]);
});

test("what an editor typed before they lost the role is kept, and their next words are refused", async () => {
  const { id, version } = await aDraft();
  const { fields } = await draftFor(id, eve);
  const una = { ...eve, role: "reader" as const };
  await expect(saveDraft(id, { version, fields: { ...fields, body: "More." } }, una)).rejects.toMatchObject({
    status: 403,
  });
  expect((await draftFor(id, eli)).fields.body).toBe("Tea.");
});

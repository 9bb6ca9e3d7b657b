import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { castVote } from "@/domain/polls/commands";
import { closePoll, concludePoll, pinCase, reword, setClosing } from "@/domain/polls/administration/commands";
import { PollWording } from "@/domain/polls/administration/schema";
import { steer } from "@/domain/moderation/decisions/discussions";
import { appoint } from "@/domain/moderation/moderators/commands";
import { database, query, Prisma } from "@/platform/database";
import { aMember, aModerator, anAdmin, anEditor, type Player } from "@/test/cast";
import { aPlainComment } from "@/test/desk";
import { asTheOwner } from "@/test/owner";
import { twoOptionsHaveOneLabel } from "#messages/articles";
import { publish } from "./commands";
import { operator } from "./policy";

/** An article, its poll and its discussion are set in its file and on the site. What is set in one place is not undone from the other. */

type Place = "the file" | "the site" | "both" | "nobody";

/** Where each of them is set. */
const SETTINGS: Record<string, Record<string, Place>> = {
  article: {
    id: "nobody",
    revision: "nobody",
    slug: "the file",
    published_at: "the file",
    comments_state: "the site",
    moderation: "the site",
    slow_seconds: "the site",
    closes_at: "the site",
    unpublished_at: "the site",
    deleted_at: "the site",
    lead_since: "the site",
  },
  poll: {
    id: "nobody",
    article_id: "nobody",
    version: "nobody",
    question: "both",
    closes_at: "both",
    results_shown: "the file",
    opens_at: "the file",
    detached: "the file",
    guessing: "the file",
    confirmed_before: "the file",
    closing_statement: "the site",
    closing_html: "the site",
  },
  poll_option: {
    poll_id: "nobody",
    key: "the file",
    position: "the file",
    side: "the file",
    removed_at: "the file",
    label: "both",
    sentence: "both",
  },
};

test("everything that is kept of them is in this table", async () => {
  const columns = await query<{ table: string; column: string }>(Prisma.sql`
    SELECT c.relname AS "table", a.attname AS "column" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relname = ANY(${Object.keys(SETTINGS)}::text[]) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`);
  for (const [table, settings] of Object.entries(SETTINGS))
    expect(
      columns
        .filter((one) => one.table === table)
        .map(({ column }) => column)
        .sort(),
    ).toEqual(Object.keys(settings).sort());
  const both = Object.values(SETTINGS).flatMap((settings) =>
    Object.entries(settings).flatMap(([column, place]) => (place === "both" ? [column] : [])),
  );
  expect(Object.keys(BOTH).sort()).toEqual(both.sort());
});

type Words = { question?: string; label?: string; sentence?: string; closes?: string; body?: string };

const textOf = (slug: string, { question, label, sentence, closes, body }: Words = {}) => `---
title: On tea
slug: ${slug}
standfirst: A short one.
author: Bo
date: 2026-11-23
poll:
  question: ${question ?? "Tea or coffee?"}
  options:
    - { key: tea, label: ${label ?? "Tea"}, sentence: ${sentence ?? "From leaves."} }
    - { key: coffee, label: Coffee }
${closes ? `  closes: ${closes}\n` : ""}---
${body ?? "Tea."}
`;

let eve: Player, ada: Player, max: Player, bo: Player;
beforeAll(async () => {
  [eve, ada, max, bo] = await Promise.all([anEditor(), aModerator(), anAdmin(), aMember({ name: "Bo" })]);
});

async function published(words: Words = {}) {
  const slug = `on-tea-${randomBytes(6).toString("hex")}`;
  await publish(textOf(slug, words), operator);
  const { id, poll } = await database().article.findUniqueOrThrow({
    where: { slug },
    include: { poll: true },
  });
  return { slug, id, poll: poll?.id ?? "" };
}

const kept = (slug: string) =>
  database().article.findUniqueOrThrow({
    where: { slug },
    include: { poll: { include: { options: { orderBy: { position: "asc" } } } }, moderators: true },
  });

/** The site's words for the poll, all but one as they are in the file. */
const reworded = (poll: string, { question, label, sentence }: Words) =>
  reword(
    poll,
    {
      question: question ?? "Tea or coffee?",
      options: [
        { key: "tea", label: label ?? "Tea", sentence: sentence ?? "From leaves." },
        { key: "coffee", label: "Coffee" },
      ],
    },
    eve,
  );

type Both = {
  set: (poll: string, value: string) => Promise<void>;
  read: (now: Awaited<ReturnType<typeof kept>>) => string | undefined;
  inFile: (value: string) => Words;
  values: [file: string, site: string, fileAgain: string, siteAgain: string];
};

const wordsOf = (name: "question" | "label" | "sentence", read: Both["read"]): Both => ({
  set: (poll, value) => reworded(poll, { [name]: value }),
  read,
  inFile: (value) => ({ [name]: value }),
  values: ["In the file", "On the site", "In the file again", "On the site again"],
});

/** What can be set in both places. */
const BOTH: Record<string, Both> = {
  question: wordsOf("question", ({ poll }) => poll?.question),
  label: wordsOf("label", ({ poll }) => poll?.options[0]?.label),
  sentence: wordsOf("sentence", ({ poll }) => poll?.options[0]?.sentence),
  closes_at: {
    set: (poll, value) => setClosing(poll, new Date(value), eve),
    read: ({ poll }) => poll?.closesAt?.toISOString(),
    inFile: (closes) => ({ closes }),
    values: ["2040", "2041", "2042", "2043"].map((year) => `${year}-01-01T00:00:00.000Z`) as Both["values"],
  },
};

describe.each(Object.entries(BOTH))("the %s", (_name, { set, read, inFile, values }) => {
  const [file, site, fileAgain, siteAgain] = values;
  for (const votes of [false, true])
    test(`is what was said last, in the file or on the site${votes ? ", with votes too" : ""}`, async () => {
      const { slug, poll } = await published(inFile(file));
      if (votes) await castVote({ poll, option: "tea" }, bo);
      expect(read(await kept(slug))).toBe(file);
      await set(poll, site);
      expect(read(await kept(slug))).toBe(site);
      const again = await publish(textOf(slug, { ...inFile(file), body: "A comma, mended." }), operator);
      expect(read(await kept(slug))).toBe(site);
      expect(again.kept).toHaveLength(1);
      const meant = await publish(textOf(slug, { ...inFile(fileAgain), body: "A comma, mended." }), operator);
      expect([read(await kept(slug)), meant.kept]).toEqual([fileAgain, []]);
      await set(poll, siteAgain);
      expect(read(await kept(slug))).toBe(siteAgain);
    });
});

test("what is only set on the site stays, whatever the file says anew", async () => {
  const { slug, id, poll } = await published();
  const day = new Date("2040-01-01T00:00:00Z");
  const steered = { comments: "closed", moderation: "pre", slowSeconds: 60, closesAt: day } as const;
  await steer(slug, { ...steered, ground: "person", explanation: "" }, ada);
  await concludePoll(poll, "It was *close*.", eve);
  await appoint({ slug, handle: bo.handle }, max);
  const comment = await aPlainComment({ id }, bo);
  await asTheOwner().comment.update({ where: { id: comment.id }, data: { stance: "tea" } });
  await castVote({ poll, option: "tea" }, max);
  await pinCase(poll, { side: "tea", comment: comment.id }, max);
  const { revision, ...before } = await kept(slug);
  await publish(textOf(slug, { body: "Another text.", closes: "2041-01-01T00:00:00Z" }), operator);
  const after = await kept(slug);
  expect(after).toMatchObject({
    ...before,
    revision: revision + 1,
    poll: { ...before.poll, closesAt: new Date("2041-01-01T00:00:00Z") },
  });
  expect(await database().bestCase.count({ where: { pollId: poll, pinned: true } })).toBe(1);
});

test("a poll that was closed on the site stays closed, and who publishes is told", async () => {
  const { slug, poll } = await published({ closes: "2040-01-01T00:00:00Z" });
  await closePoll(poll, eve);
  const closed = (await kept(slug)).poll?.closesAt;
  for (const closes of ["2040-01-01T00:00:00Z", "2041-01-01T00:00:00Z"]) {
    const again = await publish(textOf(slug, { closes, body: `Until ${closes}.` }), operator);
    expect((await kept(slug)).poll?.closesAt).toEqual(closed);
    expect(again.kept.join()).toMatch(/clos/);
  }
});

// zulip/zulip#20164, matterpoll/matterpoll#115, nextcloud/polls#433
test("two answers are never called the same, whichever way they are named", async () => {
  const { slug, poll } = await published();
  await expect(reworded(poll, { label: "coffee" })).rejects.toMatchObject({
    status: 422,
    extra: { fields: { "options.1.label": twoOptionsHaveOneLabel } },
  });
  await reword(poll, { question: "Which?", options: [{ key: "coffee", label: "Mate" }] }, eve);
  await expect(publish(textOf(slug, { label: "mate" }), operator)).rejects.toThrow(/Line 10: Two options/);
  const labels = async () => (await kept(slug)).poll?.options.map(({ label }) => label);
  expect(await labels()).toEqual(["Tea", "Mate"]);
  // And on one line, as in a file.
  const typed = { question: "Which?", options: [{ key: "tea", label: "Green\n tea" }] };
  await reword(poll, PollWording.parse(typed), eve);
  expect(await labels()).toEqual(["Green tea", "Mate"]);
});

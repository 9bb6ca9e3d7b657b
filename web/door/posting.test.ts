import pg from "pg";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { getComment } from "@/domain/comments/get-comment";
import { post } from "@/domain/comments/post";
import type { NewComment } from "@/domain/comments/schema";
import { castVote } from "@/domain/polls/commands";
import { database, transaction } from "@/platform/database";
import { aMember, anEstablishedReader, type Player } from "@/test/cast";
import { aPlainArticle } from "@/test/desk";
import { aCrowd, anEmptyArticle } from "@/test/discussion";
import { serve } from "@/test/serve";
import { statementsIn } from "@/test/statements";

const site = await serve();
let bo: Player;
/** Another one each time: nobody may post more than six times a minute. */
beforeEach(async () => {
  bo = await anEstablishedReader();
});
afterAll(() => site.close());

const Posted = z.object({ comment: z.object({ id: z.uuid() }) });
const inArticle = ({ slug }: { slug: string }) => `/articles/${slug}/comments`;

test("a post under a key asks the database four times: who it is, how often, what is around, and the write with its key", async () => {
  const article = await anEmptyArticle();
  const said = (body: string) =>
    site.ask("POST", inArticle(article), bo, { body }, { "idempotency-key": body });
  await said("The first, by which everything is known.");
  const asked = vi.spyOn(pg.Client.prototype, "query");
  expect((await said("The second.")).status).toBe(201);
  const statements = statementsIn(asked.mock.calls);
  asked.mockRestore();
  const words = ["FROM session", "INSERT INTO rate_window", "FROM article a", "INSERT INTO comment "];
  expect(statements.map((text) => words.findIndex((word) => text.includes(word)))).toEqual([0, 1, 2, 3]);
  expect(statements[3]).toContain("INSERT INTO idempotency");
});

/** Rows that a transaction inserted, changed and removed, by PostgreSQL's own count. */
const rowsTouchedBy = (work: () => Promise<unknown>): Promise<Record<string, number>> =>
  transaction(async (tx) => {
    const touched = () => tx.$queryRaw<{ tab: string; rows: number }[]>`
      SELECT relname::text AS tab, (n_tup_ins + n_tup_upd + n_tup_del)::int AS rows FROM pg_stat_xact_user_tables`;
    const before = new Map((await touched()).map(({ tab, rows }) => [tab, rows]));
    await work();
    const now = (await touched()).map(({ tab, rows }) => [tab, rows - (before.get(tab) ?? 0)] as const);
    return Object.fromEntries(now.filter(([, rows]) => rows > 0));
  });

test("it touches a row of each table that has to know", async () => {
  const article = await anEmptyArticle();
  const [one, two] = await aCrowd(2);
  if (!one || !two) throw new Error("Nobody came.");
  const first = await post(article.slug, { body: "The first of all." }, one);
  const always = {
    comment_revision: 1,
    event: 1,
    page_change: 1,
    search_entry: 1,
    queue_item: 1,
    announcement: 1,
    article_count: 1,
    queue_count: 1,
    author_turn: 1,
    member: 1,
  };
  const root = await rowsTouchedBy(() => post(article.slug, { body: "A thought of its own." }, one));
  expect(root).toEqual({ ...always, comment: 1 });
  const answer = await rowsTouchedBy(() =>
    post(article.slug, { body: "An answer to that.", parentId: first.id }, two),
  );
  // What it answers counts it, and its author hears of it; whoever takes part for the first time follows.
  expect(answer).toEqual({ ...always, comment: 2, notice: 1, following: 1 });
});

test("what is answered is what is read afterwards", async () => {
  const article = await anEmptyArticle({ poll: "always" });
  await database().articleRevision.updateMany({
    where: { articleId: article.id },
    data: { html: "<p>Why is the bread so good?</p>" },
  });
  if (article.pollId) await castVote({ poll: article.pollId, option: "approach" }, bo);
  const cy = await aMember({ name: "Cy" });
  const reads = async (as: Player, input: NewComment, slug = article.slug) => {
    const said = await post(slug, input, as);
    // Neither of them has done anything in between, but the clock went on.
    expect(await getComment(said.id, as)).toEqual(said);
    return said;
  };
  const root = await reads(bo, { body: "A thought with *words*.", showStance: true });
  expect(root.stance?.option).toBe("approach");
  const reply = await reads(cy, { body: "An answer.", parentId: root.id });
  expect(reply.answers).toMatchObject({ handle: bo.handle, excerpt: "A thought with words." });
  await reads(bo, { body: "An answer to the answer.", parentId: reply.id });
  await reads(cy, { body: "About the bread.", passage: { exact: "the bread", prefix: "", suffix: "" } });
  const premoderated = await aPlainArticle({ moderation: "pre" });
  expect((await reads(cy, { body: "This waits." }, premoderated.slug)).state).toBe("held");
});

test("of many that come at once under one key one is written, and all get its answer", async () => {
  const article = await anEmptyArticle();
  const said = () =>
    site.ask("POST", inArticle(article), bo, { body: "Once." }, { "idempotency-key": "many" });
  const answers = await Promise.all([said(), said(), said(), said(), said()]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await database().comment.count({ where: { articleId: article.id } })).toBe(1);
});

test("a key goes on answering what it answered, whatever has become of the article; for anything else it is refused", async () => {
  const article = await anEmptyArticle();
  const said = (body: string) =>
    site.ask("POST", inArticle(article), bo, { body }, { "idempotency-key": "kept" });
  const first = await said("Before it went.");
  const other = await said("Something else.");
  expect([first.status, other.status]).toEqual([201, 422]);
  await database().article.update({ where: { id: article.id }, data: { unpublishedAt: new Date() } });
  const again = await said("Before it went.");
  expect([again.status, Posted.parse(again.body)]).toEqual([201, Posted.parse(first.body)]);
});

test("what is refused leaves its key free", async () => {
  const article = await anEmptyArticle();
  const said = () =>
    site.ask("POST", inArticle(article), bo, { body: "Now?" }, { "idempotency-key": "refused" });
  await database().article.update({ where: { id: article.id }, data: { commentsState: "closed" } });
  expect((await said()).status).toBe(403);
  await database().article.update({ where: { id: article.id }, data: { commentsState: "open" } });
  expect((await said()).status).toBe(201);
});

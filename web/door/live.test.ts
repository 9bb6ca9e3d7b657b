import { afterAll, beforeAll, expect, test } from "vitest";
import { withdraw } from "@/domain/comments/withdraw";
import { firstView } from "@/domain/comments/queries";
import { forgetEvents } from "@/domain/events/forget";
import { post } from "@/domain/comments/post";
import type { Member } from "@/domain/members/member";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { database, transaction } from "@/platform/database";
import { aMember, aModerator } from "@/test/cast";
import { aComment, aCrowd, anEmptyArticle, type AnArticle } from "@/test/discussion";
import { serve } from "@/test/serve";
import { runShutdownListeners } from "@/web/server/shutdown";
import { sessionCookie } from "@/web/sessions/session-cookie";

let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

type Said = { lastId: string; kind: string; id?: string; rootId?: string };

/** Listens; `until` waits for enough to be said, or gives up after a while. */
async function listen(article: AnArticle, headers: Record<string, string> = {}, query = "") {
  const gone = new AbortController();
  const answer = await fetch(`${site.url}/articles/${article.slug}/live${query}`, {
    headers,
    signal: gone.signal,
  });
  const said: Said[] = [];
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let ended = false;
  void (async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const blocks = (rest + part.value).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const [, lastId, data] = /^id: (.*)\ndata: (.*)$/.exec(block) ?? [];
        if (lastId !== undefined && data !== undefined)
          said.push({ lastId, ...(JSON.parse(data) as Omit<Said, "lastId">) });
      }
    }
    ended = true;
  })().catch(() => undefined);
  const until = async (enough: (said: Said[]) => boolean) => {
    for (let tries = 0; tries < 100 && !enough(said); tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return said;
  };
  return { status: answer.status, said, until, leave: () => gone.abort(), hasEnded: () => ended };
}

const kinds = (said: Said[]) => said.map(({ kind }) => kind);

test("what happens in a discussion is heard there, by ids, and nowhere else", async () => {
  const [bo, cy] = (await aCrowd(2)) as [Member, Member];
  const [here, elsewhere] = [await anEmptyArticle(), await anEmptyArticle()];
  const stream = await listen(here);
  await stream.until((said) => said.length > 0);
  const root = await aComment(here, bo);
  await aComment(elsewhere, bo);
  const reply = await aComment(here, cy, { parent: root.id });
  await withdraw(reply.id, cy);
  const said = await stream.until((heard) => heard.some(({ kind }) => kind === "comment.removed"));
  expect(said[0]?.kind).toBe("hello");
  expect(said.filter(({ id }) => id === root.id)).toHaveLength(1);
  expect(said.find(({ id }) => id === reply.id)).toMatchObject({ rootId: root.id });
  expect(JSON.stringify(said)).not.toContain("Thought");
  stream.leave();
});

test("after a break, Last-Event-ID brings what was missed, once; a page's `asOf` brings what happened since it was drawn", async () => {
  const [bo] = (await aCrowd(1)) as [Member];
  const article = await anEmptyArticle();
  const before = await listen(article);
  await before.until((said) => said.length > 0);
  const first = await aComment(article, bo);
  const heard = await before.until((said) => said.some(({ id }) => id === first.id));
  before.leave();
  const { asOf } = await firstView(article.slug, "best", null);
  const missed = await aComment(article, bo);
  for (const [headers, query] of [
    [{ "last-event-id": heard.at(-1)?.lastId ?? "" }, ""],
    [{}, `?since=${asOf}`],
  ] as const) {
    const again = await listen(article, headers, query);
    const said = await again.until((some) => some.some(({ id }) => id === missed.id));
    expect(said.map(({ id }) => id).filter(Boolean)).toEqual([missed.id]);
    again.leave();
  }
});

test("an id that is none, or lies too far back, says to read anew", async () => {
  const article = await anEmptyArticle();
  await database().$executeRaw`
    INSERT INTO event (kind, article_id, subject_id) SELECT 'thread.locked', ${article.id}::uuid, uuid_v7() FROM generate_series(1, 700)`;
  const answerTo = async (id: string) => {
    const stream = await listen(article, { "last-event-id": id });
    const [first] = kinds(await stream.until((said) => said.length > 0));
    stream.leave();
    return first;
  };
  // Events are heard of once no earlier transaction is under way any more, and other tests have theirs on this server.
  for (const id of ["hello", "1.1", "99999999999999999999.1"])
    await expect.poll(() => answerTo(id), { timeout: 60_000 }).toBe("reset");
});

test("who was away for longer than what happened is kept reads anew, and is not told that nothing was missed", async () => {
  const article = await anEmptyArticle();
  const since = async (place: string) =>
    (await (await fetch(`${site.url}/articles/${article.slug}/events?since=${place}`)).json()) as {
      reset: boolean;
      events: unknown[];
    };
  // Before everything that is kept here, whatever other tests did.
  expect(await since("3.1")).toMatchObject({ reset: false, events: [] });
  await database().$executeRaw`
    INSERT INTO event (id, tx, kind, article_id, subject_id, at)
    SELECT -n, 3, 'thread.locked', ${article.id}::uuid, uuid_v7(), now() - interval '8 days' FROM generate_series(1, 3) n`;
  await forgetEvents();
  expect(await since("2.1")).toMatchObject({ reset: true, events: [] });
  expect(await since("3.1")).toMatchObject({ reset: false, events: [] });
});

test("what waits for a moderator, or was rolled back, is not heard of", async () => {
  const article = await anEmptyArticle();
  const [bo] = (await aCrowd(1)) as [Member];
  const newcomer = { ...bo, approvedCount: 0, joinedAt: new Date() };
  const stream = await listen(article);
  await stream.until((said) => said.length > 0);
  expect(
    (await post(article.slug, { body: "See https://example.org/offers for more." }, newcomer)).state,
  ).toBe("held");
  await expect(
    transaction(async () => {
      await aComment(article, bo);
      throw new Error("and back");
    }),
  ).rejects.toThrow("and back");
  const seen = await aComment(article, bo);
  const said = await stream.until((heard) => heard.some(({ id }) => id === seen.id));
  expect(said.map(({ id }) => id).filter(Boolean)).toEqual([seen.id]);
  stream.leave();
});

test("an unknown article is not found, and every stream ends when we do", async () => {
  const article = await anEmptyArticle();
  expect((await listen({ ...article, slug: "nowhere" })).status).toBe(404);
  const stream = await listen(article);
  await stream.until((said) => said.length > 0);
  runShutdownListeners();
  for (let tries = 0; tries < 40 && !stream.hasEnded(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(stream.hasEnded()).toBe(true);
});

test("asking only for the head of a stream holds no seat", async () => {
  const here = await anEmptyArticle();
  for (let nth = 0; nth < 110; nth++) {
    const answer = await fetch(`${site.url}/articles/${here.slug}/live`, { method: "HEAD" });
    expect(answer.status).toBe(200);
  }
  const stream = await listen(here);
  expect(stream.status).toBe(200);
  stream.leave();
});

test("a member who is banned in the middle of a stream is gone from it, in every tab, and others read on", async () => {
  const [ada, dee] = await Promise.all([aModerator(), aMember({ name: "Dee" })]);
  const article = await anEmptyArticle();
  const cookie = (await sessionCookie(dee.sessionToken)).split(";")[0] ?? "";
  const tabs = await Promise.all([1, 2, 3, 4, 5].map(() => listen(article, { cookie })));
  const other = await listen(article);
  await Promise.all([...tabs, other].map((tab) => tab.until((said) => said.length > 0)));
  await sanction(
    dee.handle,
    { kind: "ban", ground: "person", explanation: "", days: undefined, cleanUp: "none" },
    ada,
  );
  for (const tab of tabs) await tab.until(() => tab.hasEnded());
  expect(tabs.map((tab) => tab.hasEnded())).toEqual([true, true, true, true, true]);
  expect(other.hasEnded()).toBe(false);
  const again = await fetch(`${site.url}/account`, { headers: { cookie } });
  expect(again.status).toBe(401);
  other.leave();
});

test("who reconnects for ever finds a seat each time; who opens more and more of them is told to come again", async () => {
  const article = await anEmptyArticle();
  for (let nth = 0; nth < 150; nth++) {
    const stream = await listen(article);
    expect(stream.status).toBe(200);
    stream.leave();
  }
  const many = await Promise.all(Array.from({ length: 120 }, () => listen(article)));
  const away = many.filter(({ status }) => status === 429);
  expect(away.length).toBeGreaterThanOrEqual(20);
  expect(many.length - away.length).toBeGreaterThan(50);
  for (const { leave } of many) leave();
  await expect.poll(async () => (await listen(article)).status, { timeout: 5_000 }).toBe(200);
});

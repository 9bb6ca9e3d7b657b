import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { castVote } from "@/domain/polls/commands";
import { publishDueTallies } from "@/domain/polls/publishing";
import { PollAnswerSchema } from "@/domain/polls/answers";
import { CROWD } from "@/domain/polls/statistics/publish";
import { openFormFlash } from "@/web/route/form-flash";

import { serve } from "@/test/serve";
import { aPoll, inTime, tallyOf, voters, type PollOfTest, type Voter } from "@/test/voters";

const site = await serve();
let poll: PollOfTest;
let bo: Voter;

beforeAll(async () => {
  poll = await aPoll();
  [bo] = (await voters(1)) as [Voter];
});
afterAll(() => site.close());

const ask = (method: string, path: string, as: Voter | null, body?: unknown) =>
  site.ask(method, `/articles/${poll.slug}/poll${path}`, as, body);

describe("through the door", () => {
  test("a member votes, changes, withdraws, and each answer is the poll as it now is for them", async () => {
    const cast = await ask("PUT", "/vote", bo, { option: "approach" });
    expect(cast.status).toBe(200);
    expect(PollAnswerSchema.parse(cast.body).mine).toMatchObject({ choice: "approach", voted: true });
    await ask("PUT", "/vote", bo, { option: "unsure" });
    expect(await tallyOf(poll)).toMatchObject({ approach: 0, unsure: 1 });
    const back = await ask("DELETE", "/vote", bo);
    expect(PollAnswerSchema.parse(back.body).mine).toMatchObject({ choice: null, voted: false });
  });

  test("nobody signed out votes, and nobody reads somebody else's vote", async () => {
    expect((await ask("PUT", "/vote", null, { option: "approach" })).status).toBe(401);
    await ask("PUT", "/vote", bo, { option: "approach" });
    const [cy] = (await voters(1)) as [Voter];
    for (const viewer of [null, cy]) {
      const { body } = await ask("GET", "", viewer);
      const { mine, results } = PollAnswerSchema.parse(body);
      expect(mine?.choice ?? null).toBe(null);
      expect(results.visible).toBe(false);
    }
  });

  test.each([
    ["two options", { option: ["approach", "unsure"] }],
    ["an option of no poll", { option: "both" }],
    ["nothing", {}],
    ["a thing besides", { option: "approach", member: "bo" }],
    ["a number", { option: 1 }],
    ["a NUL", { option: "a\0" }],
  ])("a vote for %s is refused in words", async (_, body) => {
    const refused = await ask("PUT", "/vote", bo, body);
    expect(refused.status).toBe(422);
    expect(z.object({ detail: z.string().min(10) }).parse(refused.body)).toBeTruthy();
  });

  test("an article without a poll, or no article, is not there", async () => {
    const answer = await site.ask("GET", "/articles/no-such-article/poll");
    expect(answer.status).toBe(404);
  });

  test("whatever somebody votes, the answers they get have one length", async () => {
    const [cy] = (await voters(1)) as [Voter];
    const lengths = new Map<string, Set<string | null>>();
    for (const option of ["approach", "complementary", "unsure", "approach"])
      for (const [method, path, body] of [
        ["PUT", "/poll/vote", { option }],
        ["GET", "/poll", undefined],
        ["GET", "/viewer", undefined],
      ] as const) {
        const answer = await site.ask(method, `/articles/${poll.slug}${path}`, cy, body);
        expect(answer.status).toBe(200);
        const seen = lengths.get(`${method} ${path}`) ?? new Set();
        lengths.set(`${method} ${path}`, seen.add(answer.headers.get("content-length")));
      }
    for (const [asked, seen] of lengths) expect([asked, seen.size]).toEqual([asked, 1]);
  });

  test("asking to just be shown is remembered, and shows", async () => {
    const people = await voters(CROWD + 1);
    await Promise.all(people.slice(1).map((voter) => castVote({ poll: poll.id, option: "unsure" }, voter)));
    await inTime(publishDueTallies);
    const cy = people[0] as Voter;
    const shown = PollAnswerSchema.parse((await ask("PUT", "/pass", cy)).body);
    expect(shown.mine).toMatchObject({ asked: true, can: { ask: false } });
    expect(shown.results.visible).toBe(true);
    expect(PollAnswerSchema.parse((await ask("GET", "", cy)).body).results.visible).toBe(true);
  });
});

describe("a plain form", () => {
  const post = (fields: Record<string, string>, as: Voter | null) =>
    ask(
      "POST",
      "/vote",
      as,
      new URLSearchParams({ _method: "put", _return: `/articles/${poll.slug}/vote`, ...fields }),
    );

  test("votes and comes back to the page it stood on", async () => {
    const answer = await post({ option: "complementary" }, bo);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/articles/${poll.slug}/vote`);
    expect(await tallyOf(poll)).toMatchObject({ complementary: 1 });
  });

  test("by somebody signed out goes through sign-in, and keeps what was chosen", async () => {
    const answer = await post({ option: "complementary" }, null);
    const location = answer.headers.get("location") ?? "";
    expect(location).toMatch(/^\/sign-in\?next=/);
    const next = new URL(location, site.url).searchParams.get("next") ?? "";
    const id = new URL(next, site.url).searchParams.get("kept") ?? undefined;
    const kept = await openFormFlash(id, answer.headers.getSetCookie()[0]?.split(";")[0]);
    expect(kept?.fields.option).toBe("complementary");
  });
});

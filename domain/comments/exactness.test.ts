import fc from "fast-check";
import { expect, test } from "vitest";
import { invariants } from "./invariants";
import { edit } from "./edit";
import { react, takeBackReaction } from "./react";
import { undoWithdraw, withdraw } from "./withdraw";
import type { Member } from "@/domain/members/member";
import { database } from "@/platform/database";
import { isRefusal } from "@/platform/refusal";
import { aComment, aCrowd, anEmptyArticle, type AnArticle } from "@/test/discussion";
import { effort } from "@/test/effort";

async function everythingAddsUp(): Promise<void> {
  for (const { name, run } of invariants) expect([name, await run()]).toEqual([name, []]);
}

/** Works the list with so many at once; a refusal is an answer, anything else a bug. */
async function together<T>(
  things: readonly T[],
  work: (thing: T, nth: number) => Promise<unknown>,
  hands = 12,
): Promise<void> {
  let next = 0;
  const hand = async () => {
    for (let nth = next++; nth < things.length; nth = next++) {
      const thing = things[nth];
      if (thing === undefined) return;
      await work(thing, nth).catch((problem: unknown) => {
        if (!isRefusal(problem) || problem.status >= 500) throw problem;
      });
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
}

test("of many replies to comments that are taken away in the same instant, each stands under a tombstone or was refused", async () => {
  const races = effort(150, 1_000);
  const article = await anEmptyArticle();
  const crowd = await aCrowd(2 * races);
  const places: { id: string; author: Member }[] = [];
  await together(crowd.slice(0, races), async (author) => {
    places.push({ id: (await aComment(article, author)).id, author });
  });
  const outcomes = { replied: 0, refused: 0 };
  const away = [
    ({ id, author }: (typeof places)[number]) => withdraw(id, author),
    ({ id }: (typeof places)[number]) => database().$executeRaw`
      WITH c AS (UPDATE comment SET state = 'rejected', moved_by = 'reject' WHERE id = ${id}::uuid RETURNING id)
      INSERT INTO removal (comment_id, by, reason) SELECT id, 'moderator', 'spam' FROM c`,
    ({ id }: (typeof places)[number]) =>
      database().$executeRaw`UPDATE comment SET locked = true WHERE id = ${id}::uuid`,
  ];
  await together(places, async (place, nth) => {
    const answerer = someone(crowd, races + nth);
    const [reply] = await Promise.allSettled([
      aComment(article, answerer, { parent: place.id }),
      away[nth % away.length]?.(place),
    ]);
    if (reply.status === "fulfilled") outcomes.replied++;
    else if (isRefusal(reply.reason) && [403, 409].includes(reply.reason.status)) outcomes.refused++;
    else throw reply.reason;
  });
  expect(outcomes.replied + outcomes.refused).toBe(races);
  const [seen] = await database().$queryRaw<[{ replies: number; stones: number }]>`
    SELECT count(*) FILTER (WHERE parent_id IS NOT NULL)::int AS replies, count(*) FILTER (WHERE state <> 'visible')::int AS stones
    FROM comment WHERE article_id = ${article.id}::uuid`;
  expect(seen.replies).toBe(outcomes.replied);
  expect(seen.stones).toBe(races - Math.floor(races / 3));
  await everythingAddsUp();
}, 900_000);

type Deed = {
  what: "post" | "react" | "unreact" | "withdraw" | "undo" | "edit";
  where: number;
  who: number;
  kind: "respect" | "unconvinced";
};
const deeds = fc.array(
  fc.record<Deed>({
    what: fc.constantFrom("post", "post", "react", "react", "react", "unreact", "withdraw", "undo", "edit"),
    where: fc.nat(200),
    who: fc.nat(119),
    kind: fc.constantFrom("respect", "unconvinced"),
  }),
  { minLength: 60, maxLength: 120 },
);

test("whatever people do at once, every count is what a recount says", async () => {
  const RUNS = effort(3, 30);
  // Whoever opens a run does nothing else, so that no rule against haste stops it.
  const crowd = await aCrowd(120 + RUNS);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(deeds, async (all) => {
      const article = await anEmptyArticle();
      const first = await aComment(article, someone(crowd, 120 + (run++ % RUNS)));
      const ids = [first.id];
      await together(all, (deed) => act(article, deed, crowd, ids));
      await everythingAddsUp();
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 900_000);

async function act(
  article: AnArticle,
  { what, where, who, kind }: Deed,
  crowd: Member[],
  ids: string[],
): Promise<void> {
  const id = ids[where % ids.length] ?? "";
  const [comment] = await database().$queryRaw<[{ author_id: string; revision: number }]>`
    SELECT author_id, revision FROM comment WHERE id = ${id}::uuid`;
  const author = someone(
    crowd,
    crowd.findIndex(({ id }) => id === comment.author_id),
  );
  const actor = someone(crowd, who);
  const doing = {
    post: async () => {
      ids.push((await aComment(article, actor, { parent: where % 5 === 0 ? undefined : id })).id);
    },
    react: () => react(id, kind, actor),
    unreact: () => takeBackReaction(id, actor),
    withdraw: () => withdraw(id, author),
    undo: () => undoWithdraw(id, author),
    edit: () =>
      edit(id, { body: `Changed, after ${where} things were said.`, revision: comment.revision }, author),
  };
  await doing[what]();
}

function someone(crowd: Member[], nth: number): Member {
  const one = crowd[nth];
  if (!one) throw new Error("Somebody is missing.");
  return one;
}

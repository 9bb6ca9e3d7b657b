import { beforeAll, describe, expect, test } from "vitest";
import { SORTS } from "./comment";
import { page } from "./queries";
import { readSide, sidePlan } from "./sides";
import { seedThread } from "./seed/commands";
import { treeQuery } from "./tree";
import { castVote } from "@/domain/polls/commands";
import { database, Prisma } from "@/platform/database";
import { env } from "@/platform/env";
import { effort } from "@/test/effort";
import { aPoll, asOwner, voters, type PollOfTest, type Voter } from "@/test/voters";
import { asTheOwner } from "@/test/owner";

const SIDES = ["approach", "complementary", "unsure", null] as const;
const EACH = 30;

let poll: PollOfTest;
let bo: Voter;

beforeAll(async () => {
  poll = await aPoll({ resultsShown: "always" });
  [bo] = (await voters(1)) as [Voter];
  for (const stance of SIDES) await write(poll, stance, EACH);
  // Replies, deep in the thread, and one that was taken down.
  await asTheOwner().$executeRaw`
    INSERT INTO comment (article_id, article_revision, author_id, parent_id, root_id, depth, source, html, stance)
    SELECT article_id, 1, author_id, id, id, 1, 'Indeed.', '<p>Indeed.</p>', 'approach' FROM comment
    WHERE article_id = ${poll.articleId}::uuid AND stance = 'complementary' ORDER BY id LIMIT 5`;
  await database().$executeRaw`
    UPDATE comment SET state = 'rejected', moved_by = 'reject' WHERE id = (SELECT id FROM comment
      WHERE article_id = ${poll.articleId}::uuid AND stance = 'approach' AND parent_id IS NULL ORDER BY id LIMIT 1)`;
});

const write = (of: PollOfTest, stance: string | null, count: number): Promise<number> =>
  asTheOwner().$executeRaw`
    INSERT INTO comment (article_id, article_revision, author_id, source, html, stance, best, bridging)
    SELECT ${of.articleId}::uuid, 1, ${bo.id}::uuid, 'I think so.', '<p>I think so.</p>', ${stance}, n % 7 / 10.0, n % 5 / 10.0
    FROM generate_series(1, ${count}::int) n`;

/** Everything of one side, page by page. */
async function walked(side: string, sort: (typeof SORTS)[number], limit = 7): Promise<string[]> {
  const met: string[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await readSide(poll.slug, { side, sort, limit, after }, null);
    for (const { id, stance, state } of items) {
      expect(stance?.option).toBe(side);
      expect(state).toBe("visible");
      met.push(id);
    }
    after = next ?? undefined;
  } while (after);
  return met;
}

describe("one side of a discussion", () => {
  test.each(SORTS)(
    "is read whole, root and reply, each comment once, and nobody else's: %s",
    async (sort) => {
      const met = await walked("approach", sort);
      expect(met).toHaveLength(EACH - 1 + 5);
      expect(new Set(met).size).toBe(met.length);
      const there = await asOwner<{ id: string }>(
        "SELECT id FROM comment WHERE article_id = $1 AND stance = 'approach' AND state = 'visible'",
        [poll.articleId],
      );
      expect(met.toSorted()).toEqual(there.map(({ id }) => id).toSorted());
    },
  );

  test("stands in the order asked for, and an answer that is no side of the question can be read, too", async () => {
    const newest = await walked("unsure", "newest");
    expect(newest).toEqual(newest.toSorted().toReversed());
    expect(await walked("unsure", "oldest")).toEqual(newest.toReversed());
  });

  test("leads to the replies of each comment by the usual pages", async () => {
    const { items } = await readSide(poll.slug, { side: "complementary", sort: "oldest", limit: 1 }, null);
    const [first] = items;
    expect(first?.replies.items).toEqual([]);
    const after = first?.replies.next ?? "";
    const below = await page(poll.slug, { parent: first?.id, sort: "oldest", limit: 5, after }, null);
    expect(below.items.map(({ parentId }) => parentId)).toEqual([first?.id]);
  });

  test("reads a bounded part of a long thread", async () => {
    const long = await aPoll({ resultsShown: "always" });
    const shape = {
      comments: effort(2_500, 15_000),
      wide: effort(700, 3_000),
      deep: 100,
      depth: 10,
      votes: 0,
      seed: 1,
    };
    await seedThread(long.slug, shape, env.migrationUrl);
    await asOwner("UPDATE comment SET stance = 'approach' WHERE article_id = $1 AND posted_at < now()", [
      long.articleId,
    ]);
    await asOwner("ANALYZE comment");
    for (const sort of SORTS) {
      const query = treeQuery(sidePlan(long.slug, { side: "approach", sort, limit: 20 }), null);
      const [row] = await database().$queryRaw<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }[]>(
        Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${query}`,
      );
      const plan = row?.["QUERY PLAN"][0].Plan;
      expect((plan?.["Shared Hit Blocks"] ?? 1e9) + (plan?.["Shared Read Blocks"] ?? 0), sort).toBeLessThan(
        600,
      );
    }
  });
});

describe("a side is refused in words", () => {
  const ask = { side: "approach", sort: "best", limit: 20 } as const;

  test("until one has answered, and then shown", async () => {
    const blind = await aPoll({ resultsShown: "after_vote" });
    const [voter] = (await voters(1)) as [Voter];
    await write(blind, "approach", 1);
    await expect(readSide(blind.slug, ask, null)).rejects.toThrow(/after you vote/);
    await expect(readSide(blind.slug, ask, voter)).rejects.toMatchObject({ status: 403 });
    await castVote({ poll: blind.id, option: "complementary" }, voter);
    expect((await readSide(blind.slug, ask, voter)).items).toHaveLength(1);
  });

  test("until the close, to those who voted as well", async () => {
    const late = await aPoll({ resultsShown: "after_close", closesAt: new Date(Date.now() + 86_400_000) });
    const [voter] = (await voters(1)) as [Voter];
    await castVote({ poll: late.id, option: "complementary" }, voter);
    await expect(readSide(late.slug, ask, voter)).rejects.toThrow(/when the poll closes/);
  });

  test("with the marker of another list, of the other side or of another's page", async () => {
    const { next } = await readSide(poll.slug, { ...ask, limit: 2 }, null);
    const after = next ?? "";
    await expect(readSide(poll.slug, { ...ask, side: "complementary", after }, null)).rejects.toMatchObject({
      status: 400,
    });
    await expect(page(poll.slug, { sort: "best", limit: 20, after }, null)).rejects.toMatchObject({
      status: 400,
    });
    const blind = await aPoll({ resultsShown: "after_vote" });
    await expect(readSide(blind.slug, { ...ask, after }, null)).rejects.toMatchObject({ status: 403 });
  });

  test("where the poll has no such answer, or there is none", async () => {
    await expect(readSide(poll.slug, { ...ask, side: "neither" }, null)).rejects.toThrow(/no such answer/);
    await expect(readSide("nowhere", ask, null)).rejects.toMatchObject({ status: 404 });
  });
});

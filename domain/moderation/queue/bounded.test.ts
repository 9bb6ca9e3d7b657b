import { beforeAll, expect, test } from "vitest";
import { queueCounts, queuePage, waiting } from "@/domain/moderation/queue/queries";
import { database } from "@/platform/database";
import { aMember, aModerator, type Player } from "@/test/cast";
import { deskDifferences } from "@/test/desk-agrees";
import { aPlainArticle } from "@/test/desk";

const MANY = 10_000;

let ada: Player, bo: Player, article: { id: string; slug: string };
beforeAll(async () => {
  [ada, bo, article] = [await aModerator(), await aMember({ name: "Bo" }), await aPlainArticle()];
});

const wait = (howMany: number) => database().$executeRaw`
  INSERT INTO comment (article_id, article_revision, author_id, state, listed, source, html)
  SELECT ${article.id}::uuid, 1, ${bo.id}::uuid, 'held', false, 'Thought ' || n, '<p>Thought ' || n || '</p>' FROM generate_series(1, ${howMany}::int) n`;

/** Milliseconds, the middle of nine. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 9; i += 1) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return times.toSorted((a, b) => a - b)[4] ?? 0;
}

test(
  "with 10,000 waiting the desk opens about as fast as with ten, and the counts are right",
  { timeout: 120_000 },
  async () => {
    const open = () => Promise.all([queuePage({ queue: "held", limit: 10 }, ada), queueCounts()]);
    await wait(10);
    const few = await timeOf(open);
    for (let i = 0; i < 5; i += 1) await wait((MANY - 10) / 5);
    await database().$executeRaw`ANALYZE queue_item, comment`;
    const many = await timeOf(open);
    expect(await waiting()).toBe(MANY);
    expect((await queueCounts()).held).toBe(MANY);
    // Twice as long would be a page that reads twice as much; the slack is for the machine's other work.
    expect(many).toBeLessThan(few * 3 + 15);
    expect(await deskDifferences()).toEqual([]);
  },
);

import { beforeAll, expect, test } from "vitest";
import { queueCounts, queuePage, waiting } from "./queries";
import { COUNTED_AT_MOST } from "./queue";
import { database } from "@/platform/database";
import { aMember, aModerator, type Player } from "@/test/cast";
import { deskDifferences } from "@/test/desk-agrees";
import { aPlainArticle } from "@/test/desk";
import { effort } from "@/test/effort";
import { asOwner } from "@/test/voters";
import { rowsReadBy } from "@/test/rows-read";

/** Among fewer PostgreSQL may rightly read all of them. */
const MANY = effort(3_000, 10_000);

let ada: Player, bo: Player, article: { id: string; slug: string };
beforeAll(async () => {
  [ada, bo, article] = [await aModerator(), await aMember({ name: "Bo" }), await aPlainArticle()];
});

const SLICE = 400;
const wait = (howMany: number) => database().$executeRaw`
  INSERT INTO comment (article_id, article_revision, author_id, state, listed, source, html)
  SELECT ${article.id}::uuid, 1, ${bo.id}::uuid, 'held', false, 'Thought ' || n, '<p>Thought ' || n || '</p>' FROM generate_series(1, ${howMany}::int) n`;

/** A page of ten with everything one decides by, and the counts in their shards. */
const ROWS = 500;

test(
  `with ${MANY} waiting the desk opens by reading as little as with ten, and the counts are right; also for who moderates that article alone`,
  { timeout: 120_000 },
  async () => {
    await wait(10);
    // In slices, because no statement of the site may take as long as all of them would on a busy machine.
    for (let missing = MANY - 10; missing > 0; missing -= SLICE) await wait(Math.min(SLICE, missing));
    // As the tables' owner: of anybody else PostgreSQL only says that it did not.
    await asOwner("ANALYZE");
    expect(await waiting(ada)).toBe(MANY);
    expect((await queueCounts(ada)).held).toBe(MANY);
    expect(await rowsReadBy(() => queuePage({ queue: "held", limit: 10 }, ada))).toBeLessThan(ROWS);
    expect(await rowsReadBy(() => queueCounts(ada))).toBeLessThan(ROWS);

    const cy = { ...bo, moderates: [article.id] };
    expect((await queuePage({ queue: "held", limit: 10 }, cy)).items).toHaveLength(10);
    expect((await queueCounts(cy)).held).toBe(COUNTED_AT_MOST);
    expect(await rowsReadBy(() => queuePage({ queue: "held", limit: 10 }, cy))).toBeLessThan(ROWS);
    expect(await rowsReadBy(() => queueCounts(cy))).toBeLessThan(ROWS + COUNTED_AT_MOST);
    expect(await deskDifferences()).toEqual([]);
  },
);

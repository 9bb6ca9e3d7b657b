import pg from "pg";
import { expect, test, vi } from "vitest";
import { asPublisher, database, Prisma, query, transaction } from "./database";

const WHICH = Prisma.sql`SELECT pg_current_xact_id()::text AS xact, pg_backend_pid() AS pid`;
type Which = { xact: string; pid: number };

test("inside a transaction both ways of asking are a part of it", async () => {
  const [short, long, nested] = await transaction(async () => [
    await query<Which>(WHICH),
    await database().$queryRaw<Which[]>(WHICH),
    await transaction(() => query<Which>(WHICH)),
  ]);
  expect(long).toEqual(short);
  expect(nested).toEqual(short);
  expect(await query<Which>(WHICH)).not.toEqual(short);
});

test("the publisher works on a connection of its own, as its own role, and sees nothing that could still be rolled back", async () => {
  const WHO = Prisma.sql`SELECT current_user AS role, pg_backend_pid() AS pid,
    (SELECT count(*)::int FROM threshold) > 0 AS reads`;
  type Who = { role: string; pid: number; reads: boolean };
  await transaction(async () => {
    const [site] = await query<Who>(WHO);
    const [short, long] = await asPublisher(async () => [
      (await query<Who>(WHO))[0],
      (await database().$queryRaw<Who[]>(WHO))[0],
    ]);
    expect(long).toEqual(short);
    expect(short).toMatchObject({ role: "moot_publisher", reads: true });
    expect(site?.role).toBe("moot_app");
    expect(short?.pid).not.toBe(site?.pid);
    // Its own transaction is still the one it was.
    expect((await query<Who>(WHO))[0]).toEqual(site);
  });
});

test("what the publisher fails at is rolled back, and its caller's transaction goes on", async () => {
  await transaction(async () => {
    const failing = asPublisher(async () => {
      await query(Prisma.sql`SELECT FROM vote`);
    });
    await expect(failing).rejects.toThrow(/permission denied/);
    expect(await query<{ one: number }>(Prisma.sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });
});

test("transactions side by side keep apart", async () => {
  const seen = await Promise.all(
    Array.from({ length: 8 }, () =>
      transaction(async () => {
        const [before] = await query<Which>(WHICH);
        await new Promise((resolve) => setTimeout(resolve, 5));
        const [after] = await query<Which>(WHICH);
        expect(after).toEqual(before);
        return before?.xact;
      }),
    ),
  );
  expect(new Set(seen).size).toBe(8);
});

test("what a transaction asks for together it asks one after another, and pg has nothing to warn of", async () => {
  const warned = vi.spyOn(process, "emitWarning");
  const seen = await transaction(() => Promise.all(Array.from({ length: 5 }, () => query<Which>(WHICH))));
  expect(new Set(seen.map(([row]) => row?.xact)).size).toBe(1);
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
});

test("nor of what Prisma asks together in a transaction of its own, where a row is written with those below it", async () => {
  const asked: number[] = [];
  const ask = Reflect.get(pg.Client.prototype, "query") as (...words: unknown[]) => unknown;
  const spied = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client & { _queryQueue?: unknown[] },
    ...words: unknown[]
  ) {
    asked.push(this._queryQueue?.length ?? 0);
    return Reflect.apply(ask, this, words) as never;
  });
  const revision = {
    number: 1,
    title: "A question",
    standfirst: "",
    author: "Ada",
    source: "",
    html: "",
    words: 0,
  };
  await database().article.create({
    data: { slug: `in-turn-${Date.now()}`, publishedAt: new Date(), revisions: { create: revision } },
    include: { revisions: true, comments: true, moderators: true, addresses: true, listings: true },
  });
  spied.mockRestore();
  expect(asked.length).toBeGreaterThan(5);
  expect(Math.max(...asked)).toBe(0);
});

test("what a failed transaction wrote the short way is not there", async () => {
  const writing = transaction(async () => {
    await query(Prisma.sql`INSERT INTO site_setting (key, value) VALUES ('a test', '1')`);
    throw new Error("Changed my mind.");
  });
  await expect(writing).rejects.toThrow("Changed my mind.");
  expect(await query(Prisma.sql`SELECT FROM site_setting WHERE key = 'a test'`)).toEqual([]);
});

test("what is asked while a transaction fails is not written behind its end", async () => {
  let late: Promise<unknown> | undefined;
  const failing = transaction(async () => {
    const slow = query(Prisma.sql`SELECT pg_sleep(0.05)`);
    late = slow.then(() => query(Prisma.sql`INSERT INTO site_setting (key, value) VALUES ('late', '1')`));
    await Promise.all([late, Promise.reject(new Error("The other half failed."))]);
  });
  await expect(failing).rejects.toThrow("The other half failed.");
  await expect(late).rejects.toThrow();
  expect(await query(Prisma.sql`SELECT FROM site_setting WHERE key = 'late'`)).toEqual([]);
});

test("whoever still asks when the transaction is over is refused, and not let into somebody else's", async () => {
  let late: Promise<unknown> | undefined;
  await transaction(async () => {
    await query(WHICH);
    late = new Promise((resolve) => setTimeout(resolve, 50)).then(() => query(WHICH));
  });
  await expect(late).rejects.toThrow(/closed|already/i);
});

test.each([
  ["by the client", (sql: Prisma.Sql) => database().$executeRaw(sql)],
  ["the short way", (sql: Prisma.Sql) => query(sql)],
] as const)(
  "of two transactions that wait for each other, asked %s, both are done, one of them again",
  async (_, ask) => {
    const keys = ["deadlock-one", "deadlock-other"];
    for (const key of keys) await database().siteSetting.create({ data: { key, value: 0 } });
    let holding = 0;
    let runs = 0;
    const addToBoth = (first: string, second: string) =>
      transaction(async () => {
        runs++;
        await ask(Prisma.sql`UPDATE site_setting SET value = to_jsonb(value::int + 1) WHERE key = ${first}`);
        holding++;
        await vi.waitUntil(() => holding >= 2, { timeout: 5_000 });
        await ask(Prisma.sql`UPDATE site_setting SET value = to_jsonb(value::int + 1) WHERE key = ${second}`);
      });
    const [one = "", other = ""] = keys;
    await Promise.all([addToBoth(one, other), addToBoth(other, one)]);
    expect(runs).toBe(3);
    const rows = await database().siteSetting.findMany({ where: { key: { in: keys } } });
    expect(rows.map(({ value }) => value)).toEqual([2, 2]);
    await database().siteSetting.deleteMany({ where: { key: { in: keys } } });
  },
);

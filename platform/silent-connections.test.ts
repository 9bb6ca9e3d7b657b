import { afterAll, expect, test } from "vitest";
import { openTcpProxy } from "@/test/tcp-proxy";

// Before the pool is made, which reads it.
const proxy = await openTcpProxy(process.env.DATABASE_URL ?? "");
process.env.DATABASE_URL = proxy.url;
process.env.MOOT_DATABASE_CONNECTIONS = "4";
const { closeDatabase, pool, query, Prisma, transaction } = await import("./database");
const { isDatabaseAway } = await import("@/web/route/problem");

afterAll(async () => {
  try {
    await closeDatabase();
  } finally {
    await proxy.close();
  }
});

const ONE = Prisma.sql`SELECT 1 AS one`;
const asked = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => "answered",
    (error: unknown) => error,
  );

test("when the host of the database vanishes what is under way ends as the database being away, and then all goes on", async () => {
  await Promise.all(Array.from({ length: 4 }, () => query(ONE)));
  expect(pool.totalCount).toBe(4);
  const begun = performance.now();
  let inTransaction: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (inTransaction = resolve));
  const under = [
    asked(() =>
      transaction(async (tx) => {
        await tx.$queryRaw(ONE);
        await held;
        return tx.$queryRaw(ONE);
      }),
    ),
  ];
  await query(ONE);
  proxy.freeze("those that are open");
  inTransaction();
  under.push(asked(() => query(ONE)));
  for (const error of await Promise.all(under)) expect(isDatabaseAway(error), String(error)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(15_000);

  const again = performance.now();
  expect(await Promise.all(Array.from({ length: 8 }, () => asked(() => query(ONE))))).toEqual(
    Array(8).fill("answered"),
  );
  expect(performance.now() - again).toBeLessThan(2_000);
});

test("a slow statement is not taken for silence, and a connection that rests is left in peace", async () => {
  expect(await asked(() => query(Prisma.sql`SELECT pg_sleep(4)`))).toBe("answered");
  const before = pool.totalCount;
  expect(await asked(() => query(ONE))).toBe("answered");
  expect(pool.totalCount).toBe(before);
});

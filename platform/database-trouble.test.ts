import { expect, test } from "vitest";
import { asOwner } from "@/scripts/schema";
import { database, Prisma, query, transaction } from "./database";
import { noteTrouble, presentTrouble, troubleOf } from "./database-trouble";

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "no error",
    (error: unknown) => error,
  );

/** Each of the three ways in which we ask. */
const writes: Record<string, () => Promise<unknown>> = {
  "the client": () => database().siteSetting.create({ data: { key: "a test", value: 1 } }),
  "the client, in SQL": () =>
    database().$executeRaw`INSERT INTO site_setting (key, value) VALUES ('a test', '1')`,
  "the short way": () => query(Prisma.sql`INSERT INTO site_setting (key, value) VALUES ('a test', '1')`),
};

test.each(Object.entries(writes))(
  "a locked table, asked by %s, is a database that is busy",
  async (_, write) => {
    await asOwner(process.env.DATABASE_URL ?? "", async (owner) => {
      await owner.query("BEGIN; LOCK TABLE site_setting");
      expect(troubleOf(await errorOf(write()))).toBe("busy");
      await owner.query("ROLLBACK");
    });
  },
);

test.each(Object.entries(writes))("one that takes no writes, asked by %s, is read-only", async (_, write) => {
  const refused = transaction(async (tx) => {
    await tx.$executeRaw`SET TRANSACTION READ ONLY`;
    await write();
  });
  expect(troubleOf(await errorOf(refused))).toBe("read-only");
});

test("a statement that takes too long is a database that is busy", async () => {
  const slow = transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = 50`;
    await tx.$queryRaw`SELECT pg_sleep(1)::text`;
  });
  expect(troubleOf(await errorOf(slow))).toBe("busy");
});

test.each([
  ["53100", "full"],
  ["P2037", "no connections"],
  ["53300", "no connections"],
  ["40001", "busy"],
  ["57P04", "away"],
  ["EAI_AGAIN", "away"],
  ["23505", null],
  ["42703", null],
] as const)("%s means %s", (code, trouble) => {
  expect(troubleOf(Object.assign(new Error(""), { code }))).toBe(trouble);
  expect(troubleOf(new Error("wrapped", { cause: { kind: "postgres", originalCode: code } }))).toBe(trouble);
});

test("what keeps the whole site from working is remembered for a moment, one busy row is not", () => {
  noteTrouble(Object.assign(new Error(""), { code: "55P03" }));
  expect(presentTrouble()).toBeNull();
  noteTrouble(Object.assign(new Error(""), { code: "53100" }));
  expect(presentTrouble()).toBe("full");
});

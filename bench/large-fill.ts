import { writeFileSync } from "node:fs";
import type { LargeProps } from "./large-props";
import { slugOf } from "@/domain/site/seed/articles";
import { openSampleSession } from "@/domain/members/sample-session";
import { closeDatabase, Prisma, query } from "@/platform/database";
import { sessionCookie } from "@/web/sessions/session-cookie";
import { asOwner } from "@/test/voters";

/** Finds on a seeded site whom to be and what to look at, and writes it to the file it is told. */
const [READER, ADMIN, FOLLOWER] = ["cast-0038", "cast-0006", "cast-0020"] as const;

const one = async (found: Prisma.Sql): Promise<string> => {
  const [row] = await query<{ id: string }>(found);
  if (!row) throw new Error(`Nothing is found by: ${found.sql}`);
  return row.id;
};

await asOwner("UPDATE member SET role = 'admin' WHERE handle = $1", [ADMIN]);
await asOwner(
  `INSERT INTO following (member_id, article_id, subject_id, state) SELECT m.id, a.id, a.id, 'followed' FROM member m, article a
   WHERE m.handle = $1 ON CONFLICT DO NOTHING`,
  [FOLLOWER],
);
await asOwner("ANALYZE following");
const as = async (handle: string) => {
  const { token } = await openSampleSession(handle);
  return { handle, cookie: (await sessionCookie(token)).split(";", 1)[0] ?? "" };
};
const article = slugOf(0);
const under = Prisma.sql`FROM comment WHERE article_id = (SELECT id FROM article WHERE slug = ${article})`;
const reader = Prisma.sql`(SELECT id FROM member WHERE handle = ${READER})`;
const props: LargeProps = {
  reader: await as(READER),
  admin: await as(ADMIN),
  follower: await as(FOLLOWER),
  article,
  closed: slugOf(1),
  comment: await one(Prisma.sql`SELECT id ${under} AND state = 'visible' ORDER BY reply_count DESC LIMIT 1`),
  own: await one(
    Prisma.sql`SELECT id FROM comment WHERE author_id = ${reader} AND state = 'visible' ORDER BY id DESC LIMIT 1`,
  ),
  held: await one(Prisma.sql`SELECT id ${under} AND state = 'held' LIMIT 1`),
  decision: await one(
    Prisma.sql`SELECT id FROM decision WHERE member_id = ${reader} AND action = 'reject' ORDER BY seq DESC LIMIT 1`,
  ).catch(() => one(Prisma.sql`SELECT id FROM decision WHERE action = 'reject' LIMIT 1`)),
  year: new Date().getUTCFullYear(),
};
writeFileSync(process.argv[2] ?? "large-props.json", JSON.stringify(props));
await closeDatabase();

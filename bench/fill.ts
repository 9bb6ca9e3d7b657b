import { writeFileSync } from "node:fs";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { seedThread } from "@/domain/comments/seed/commands";
import { openSampleSession } from "@/domain/members/sample-session";
import { closeDatabase, database } from "@/platform/database";
import { env } from "@/platform/env";
import { sessionCookie } from "@/web/sessions/session-cookie";
import { SIZES, slugOf, type Props } from "./props";

/** Fills the bench's database, and writes what the loads need to the file it is told. A process of its own, because the settings are read once. */
const SEED = 7;
/** Enough people that nobody has to write faster than a fast writer does, nor to have more tabs than one may. */
const PEOPLE = 1_000;
const TARGETS = 400;

for (const size of SIZES) {
  await publish(article(slugOf(size), size), operator);
  const large = size >= 10_000;
  const wanted = { comments: size, depth: 12, wide: large ? 5_000 : 0, deep: large ? 500 : 0, seed: SEED };
  await seedThread(slugOf(size), { ...wanted, votes: 0 }, env.migrationUrl);
}
const props: Props = { cookies: await sessions(), comments: await targets() };
writeFileSync(process.argv[2] ?? "props.json", JSON.stringify(props));
await closeDatabase();

function article(slug: string, size: number): string {
  const words = "A paragraph of ordinary length, as an article has many of them. ".repeat(8);
  return `---
title: A discussion of ${size} comments
slug: ${slug}
standfirst: What this costs must not grow with it.
author: The bench
date: 2026-11-23
poll:
  question: Which?
  results: always
  options:
    - { key: approach, label: One of approach }
    - { key: complementary, label: Complementary }
---

${Array.from({ length: 12 }, () => words).join("\n\n")}
`;
}

/** Sessions of members who have been here for a year, as sign-in makes them. */
async function sessions(): Promise<string[]> {
  const people = await database().$queryRaw<{ handle: string }[]>`
    INSERT INTO member (handle, name, sample, joined_at, approved_count)
    SELECT 'writer-' || n, 'Writer ' || n, true, now() - interval '1 year', 50 FROM generate_series(1, ${PEOPLE}::int) n RETURNING handle`;
  const cookies: string[] = [];
  for (const { handle } of people) {
    const { token } = await openSampleSession(handle);
    cookies.push((await sessionCookie(token)).split(";", 1)[0] ?? "");
  }
  return cookies;
}

/** Comments anybody can read and react to, from all over the largest discussion. */
async function targets(): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM comment c JOIN article a ON a.id = c.article_id
    WHERE a.slug = ${slugOf(20_000)} AND c.state = 'visible' ORDER BY md5(c.id::text) LIMIT ${TARGETS}::int`;
  return rows.map(({ id }) => id);
}

import { writeFileSync } from "node:fs";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { seedThread } from "@/domain/comments/seed/commands";
import { closeDatabase, database } from "@/platform/database";
import { env } from "@/platform/env";

/** Fills a database with a discussion of which every comment has a page, and writes their ids to the file it is told. */
const COMMENTS = 6_500;
const SLUG = "a-long-test";

await publish(
  `---
title: A discussion with many pages
slug: ${SLUG}
standfirst: Each of them is asked for once.
author: The long test
date: 2026-11-23
poll:
  question: Which?
  results: always
  options:
    - { key: one, label: One }
    - { key: other, label: The other }
---

${"A paragraph of ordinary length, as an article has many of them. ".repeat(40)}
`,
  operator,
);
await seedThread(
  SLUG,
  { comments: COMMENTS, depth: 8, wide: 0, deep: 0, seed: 7, votes: 0 },
  env.migrationUrl,
);
const rows = await database().$queryRaw<
  { id: string }[]
>`SELECT id FROM comment WHERE state = 'visible' ORDER BY id`;
writeFileSync(process.argv[2] ?? "ids.json", JSON.stringify(rows.map(({ id }) => id)));
await closeDatabase();

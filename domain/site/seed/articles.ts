import "server-only";

import { DAY, type PlannedArticle } from "./plan";
import { publish } from "@/domain/articles/commands";
import { operator } from "@/domain/articles/policy";
import { database } from "@/platform/database";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** Articles that are published at once: each waits for the disk. */
const AT_ONCE = 8;
const TOLD_EVERY = 2_000;
const AUTHORS = 20;
const TAGS = ["work", "school", "health", "traffic", "housing", "money", "climate", "culture"];
const PARAGRAPH = "A paragraph of ordinary length, as an article has many of them. ".repeat(6);

/** Publishes what is planned as an editor would, the oldest first. @returns their ids, in the order of the plan */
export async function beginArticles(
  plan: readonly PlannedArticle[],
  tell: (line: string) => void,
): Promise<string[]> {
  const now = Date.now();
  for (let from = 0; from < plan.length; from += AT_ONCE) {
    await Promise.all(plan.slice(from, from + AT_ONCE).map((one) => publish(fileOf(one, now), operator)));
    if ((from / AT_ONCE + 1) % (TOLD_EVERY / AT_ONCE) === 0)
      tell(say(t.articlesPublished, { articles: from + AT_ONCE }));
  }
  tell(say(t.articlesPublished, { articles: plan.length }));
  const rows = await database().$queryRaw<{ id: string; slug: string }[]>`
    SELECT id, slug FROM article WHERE slug LIKE 'seeded-%'`;
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  return plan.map(({ nth }) => ids.get(slugOf(nth)) ?? "");
}

/** The largest is the first. */
export const slugOf = (nth: number): string => `seeded-${nth + 1}`;

function fileOf({ nth, begins, poll }: PlannedArticle, now: number): string {
  const day = new Date(Math.floor((now - begins) / DAY) * DAY).toISOString().slice(0, 10);
  return `---
title: Seeded question ${nth + 1}
slug: ${slugOf(nth)}
standfirst: What this costs must not grow with the site.
author: Author ${(nth % AUTHORS) + 1}
date: ${day}
tags: [${TAGS[nth % TAGS.length]}, ${TAGS[(nth * 3 + 1) % TAGS.length]}2]
${
  poll === "none"
    ? ""
    : `poll:
  question: Which?
  results: always
  options:
    - { key: approach, label: One of approach }
    - { key: complementary, label: Complementary }
    - { key: unsure, label: Unsure, side: false }
`
}---

${Array.from({ length: 4 }, () => PARAGRAPH).join("\n\n")}
`;
}

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { once } from "@/platform/jobs";
import { aMember } from "@/test/cast";
import { aComment, anEmptyArticle } from "@/test/discussion";
import { asTheOwner } from "@/test/owner";
import { jobs } from "@/web/jobs";

const owner = asTheOwner();

const section =
  readFileSync("docs/SCALING.md", "utf8")
    .split(/^(?=## )/m)
    .find((part) => part.startsWith("## What grows")) ?? "";
/** Of each line of the table: the tables it is about, and what ends their rows. */
const fates = section
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => {
    const cells = line.split("|");
    return { tables: named(cells[1] ?? ""), ends: cells[3] ?? "" };
  });

function named(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

test("every table of the database stands once in the table of what grows, with what ends its rows", () => {
  const structure = readFileSync("prisma/structure.sql", "utf8");
  const tables = [...structure.matchAll(/^CREATE (?:UNLOGGED )?TABLE (\w+)/gm)].map(([, name = ""]) => name);
  expect(fates.flatMap((one) => one.tables).sort()).toEqual(tables.sort());
  for (const { ends } of fates) expect(ends.trim()).not.toBe("");
});

test("a job that is said to end rows is one that the site has", () => {
  const said = fates.flatMap(({ ends }) => named(ends));
  expect(said.length).toBeGreaterThan(10);
  for (const name of said) expect(jobs.map((job) => job.name)).toContain(name);
});

/** Hours after which a row goes, and how one of some age is written; `at` is SQL. */
type Forgotten = readonly [
  table: string,
  job: string,
  hours: number,
  write: (at: string, nth: number) => string,
];

const bytes = (nth: number) => `decode(lpad('${nth}', 64, '0'), 'hex')`;
const DAY = 24;
const article = await anEmptyArticle();
const member = await aMember();
const comment = await aComment(article, member);
const [whose, where, which] = [member.id, article.id, comment.id].map((id) => `'${id}'::uuid`) as [
  string,
  string,
  string,
];

const forgotten: readonly Forgotten[] = [
  [
    "idempotency",
    "tidy the door",
    DAY,
    (at, nth) => `(who, key, request, at) VALUES ('g', '${nth}', '', ${at})`,
  ],
  ["kept_form", "tidy the door", 1, (at) => `(sealed, at) VALUES ('', ${at})`],
  ["rate_window", "tidy the door", DAY, (at, nth) => `(key, start, count) VALUES ('g ${nth}', ${at}, 1)`],
  [
    "session",
    "tidy the door",
    0,
    (at, nth) => `(token_hash, member_id, expires_at) VALUES (${bytes(nth)}, ${whose}, ${at})`,
  ],
  [
    "spent_challenge",
    "forget spent challenges",
    0.5,
    (at, nth) => `(challenge_hash, at) VALUES (${bytes(nth)}, ${at})`,
  ],
  [
    "mail",
    "tidy mails and proofs",
    30 * DAY,
    (at, nth) =>
      `(kind, cause, by_stranger, recipient, at) VALUES ('reply', 'g ${nth}', false, 'a@example.org', ${at})`,
  ],
  [
    "proof",
    "tidy mails and proofs",
    30 * DAY,
    (at, nth) =>
      `(purpose, address, token_hash, expires_at) VALUES ('password', 'a@example.org', ${bytes(nth)}, ${at})`,
  ],
  [
    "announcement",
    "forget announcements",
    30 * DAY,
    (at, nth) =>
      `(kind, cause, article_id, at, done_at) VALUES ('followed', 'g ${nth}', ${where}, ${at}, ${at})`,
  ],
  [
    "notice",
    "forget old notices",
    365 * DAY,
    (at, nth) =>
      `(id, member_id, kind, comment_id, at, cause) VALUES (uuid_v7(${at}), ${whose}, 'reply', ${which}, ${at}, 'g ${nth}')`,
  ],
];

test.each(forgotten)(
  "a row of %s is forgotten by the job “%s” after %d hours, and not before",
  async (table, name, hours, write) => {
    const line = fates.find(({ tables }) => tables.includes(table));
    expect(named(line?.ends ?? "")).toContain(name);
    const count = async () =>
      (await owner.$queryRawUnsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`))[0]
        ?.count;
    await owner.$executeRawUnsafe(`DELETE FROM ${table}`);
    // More than a minute to each side, and a session that ends tomorrow stays.
    for (const [nth, minutes] of [hours * 60 + 2, hours * 60 + 500, hours * 60 - 2].entries())
      await owner.$executeRawUnsafe(
        `INSERT INTO ${table} ${write(`now() - interval '${minutes} minutes'`, nth)}`,
      );
    expect(await count()).toBe(3);
    const job = jobs.find((one) => one.name === name);
    if (!job) throw new Error(`There is no job "${name}".`);
    await once(job);
    expect(await count()).toBe(1);
  },
);

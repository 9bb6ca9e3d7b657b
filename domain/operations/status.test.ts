import { expect, test } from "vitest";
import { describeStatus, type Facts } from "./status";

const now = new Date("2026-05-04T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const ran = (succeededAt: Date | null, failedAt: Date | null = null, why = "") => ({
  succeededAt,
  failedAt,
  why,
});
const MB = 1024 * 1024;

const fine: Facts = {
  now,
  database: {
    migrations: { applied: 30, expected: 30 },
    writable: true,
    walled: true,
    bytes: 84 * MB,
    queue: { waiting: 0, since: null },
    mail: { waiting: 0, dead: 0 },
    longestWait: 0,
  },
  pool: { most: 16, busy: 1, waiting: 0 },
  jobs: [{ name: "publish counts", everySeconds: 3, succeededAt: ago(2), failedAt: null }],
  pages: { running: 1, queued: 0 },
  streams: 12,
  sendsMail: true,
  backups: { backup: ran(ago(7_300)), verify: ran(ago(3 * 86_400)) },
  process: { seconds: 7_260, memory: 210 * MB, heap: 90 * MB, heapLimit: 400 * MB, lag: 0.004 },
};

const withDatabase = (more: Partial<NonNullable<Facts["database"]>>): Facts => ({
  ...fine,
  database: { ...(fine.database as NonNullable<Facts["database"]>), ...more },
});

test("where nothing is the matter every line says how it is, and none what to do", () => {
  const { level, lines } = describeStatus(fine);
  expect(level).toBe("good");
  expect(lines.map(({ text, advice }) => [text, advice])).toEqual([
    ["It answers and accepts writes. It holds 84 MB.", null],
    ["30 of 30 are applied.", null],
    ["This site works as a database role that cannot read votes.", null],
    ["1 of 16 database connections in use; nobody waits for one.", null],
    ["1 job is on time.", null],
    ["No e-mails are queued; none was given up.", null],
    ["Nothing is waiting for a moderator.", null],
    ["The last backup was made 2 hours ago; one was last restored to try it 3 days ago.", null],
    ["1 page is being rendered, 0 waiting; 12 live readers.", null],
    ["Running for 2 h 1 min, using 210 MB; responds up to 4 ms late.", null],
  ]);
});

test.each<[string, Facts, string, "look" | "bad"]>([
  ["a database that is away", { ...fine, database: null }, "Database", "bad"],
  ["a standby", withDatabase({ writable: false }), "Database", "bad"],
  [
    "a migration that lacks",
    withDatabase({ migrations: { applied: 29, expected: 30 } }),
    "Migrations",
    "bad",
  ],
  ["a role that reads votes", withDatabase({ walled: false }), "Secrecy of votes", "bad"],
  [
    "a request without a connection",
    { ...fine, pool: { most: 16, busy: 16, waiting: 2 } },
    "Connections",
    "look",
  ],
  [
    "a job that fails",
    { ...fine, jobs: [{ name: "keep records", everySeconds: 600, succeededAt: null, failedAt: ago(5) }] },
    "Scheduled jobs",
    "bad",
  ],
  ["a mail given up", withDatabase({ mail: { waiting: 0, dead: 1 } }), "E-mail", "bad"],
  ["a mail that waits", withDatabase({ mail: { waiting: 3, dead: 0 }, longestWait: 900 }), "E-mail", "bad"],
  ["no mail server", { ...fine, sendsMail: false }, "E-mail", "look"],
  [
    "a comment that waits for two days",
    withDatabase({ queue: { waiting: 1, since: ago(172_800) } }),
    "Moderation",
    "look",
  ],
  ["a site without backups", { ...fine, backups: null }, "Backups", "look"],
  [
    "a first backup to come",
    { ...fine, backups: { backup: ran(null), verify: ran(null) } },
    "Backups",
    "look",
  ],
  [
    "a backup of two days ago",
    { ...fine, backups: { backup: ran(ago(172_800)), verify: ran(ago(5)) } },
    "Backups",
    "bad",
  ],
  [
    "a backup that failed since",
    { ...fine, backups: { backup: ran(ago(90_000), ago(60), "No space left."), verify: ran(ago(5)) } },
    "Backups",
    "bad",
  ],
  [
    "a backup that cannot be restored",
    { ...fine, backups: { backup: ran(ago(60)), verify: ran(null, ago(60), "It is cut off.") } },
    "Backups",
    "bad",
  ],
  [
    "one that nobody tried for two weeks",
    { ...fine, backups: { backup: ran(ago(60)), verify: ran(ago(14 * 86_400)) } },
    "Backups",
    "bad",
  ],
  ["pages that wait", { ...fine, pages: { running: 2, queued: 9 } }, "Readers", "look"],
  ["memory that ends", { ...fine, process: { ...fine.process, heap: 390 * MB } }, "This process", "bad"],
  ["a late loop", { ...fine, process: { ...fine.process, lag: 0.6 } }, "This process", "look"],
])("%s is named, with what to do", (_what, facts, about, level) => {
  const status = describeStatus(facts);
  expect(status.level).toBe(level);
  expect(status.lines.filter(({ advice }) => advice !== null)).toEqual([
    expect.objectContaining({ about, level }),
  ]);
});

test("a fresh backup that was not tried yet is no trouble", () => {
  const backups = { backup: ran(ago(60)), verify: ran(null) };
  expect(describeStatus({ ...fine, backups }).level).toBe("good");
});

test("a job that failed once and has gone round since is on time", () => {
  const jobs = [{ name: "keep records", everySeconds: 600, succeededAt: ago(5), failedAt: ago(700) }];
  expect(describeStatus({ ...fine, jobs }).level).toBe("good");
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { backUp, backupRuns, tryTheLast } from "./backups";
import { database } from "@/platform/database";
import { withSettings } from "@/test/with-settings";

const folder = join(tmpdir(), "moot-none");
withSettings({ backups: { folder, kept: 3 } });
let where = { folder, kept: 3 };
const said: string[][] = [];
/** Writes a file where one is asked for. */
const moot = (...args: string[]) => {
  said.push(args);
  if (args.length === 2) writeFileSync(args[1] ?? "", "rows");
  return Promise.resolve();
};
const files = () => readdirSync(where.folder).sort();
const later = (hours: number) => database().$executeRaw`
  UPDATE backup_run SET begun_at = begun_at - make_interval(hours => ${hours}), succeeded_at = succeeded_at - make_interval(hours => ${hours}),
    failed_at = failed_at - make_interval(hours => ${hours})`;

beforeEach(async () => {
  where = { ...where, folder: mkdtempSync(join(tmpdir(), "moot backups ")) };
  said.length = 0;
  await database()
    .$executeRaw`UPDATE backup_run SET begun_at = NULL, succeeded_at = NULL, failed_at = NULL, why = ''`;
});
afterAll(() => rmSync(where.folder, { recursive: true, force: true }));

test("a day has one backup, whichever of four processes looks, and however often", async () => {
  await Promise.all([1, 2, 3, 4].map(() => backUp(where, moot)));
  await later(5);
  await backUp(where, moot);
  expect(said).toHaveLength(1);
  expect(files()).toEqual([expect.stringMatching(/^moot-\d{8}T\d{6}Z\.backup$/)]);
  await later(24);
  await backUp(where, moot);
  expect(said).toHaveLength(2);
});

test("the oldest beyond the number kept go, and nothing else does", async () => {
  for (const day of [11, 12, 13]) writeFileSync(join(where.folder, `moot-202001${day}T000000Z.backup`), "");
  writeFileSync(join(where.folder, "mine.backup"), "");
  await backUp(where, moot);
  expect(files()).toHaveLength(4);
  expect(files()).toContain("mine.backup");
  expect(files()).not.toContain("moot-20200111T000000Z.backup");
});

test("the newest is tried once a week, and none where there is none", async () => {
  await tryTheLast(where, moot);
  expect(said).toEqual([]);
  writeFileSync(join(where.folder, "moot-20200111T000000Z.backup"), "");
  writeFileSync(join(where.folder, "moot-20200112T000000Z.backup"), "");
  await tryTheLast(where, moot);
  await later(6 * 24);
  await tryTheLast(where, moot);
  expect(said).toEqual([["backup", "verify", join(where.folder, "moot-20200112T000000Z.backup")]]);
  await later(25);
  await tryTheLast(where, moot);
  expect(said).toHaveLength(2);
});

test("what fails is told with its reason, removes no older backup, and is tried again after three hours", async () => {
  for (const day of [11, 12, 13, 14])
    writeFileSync(join(where.folder, `moot-202001${day}T000000Z.backup`), "");
  const fails = () => Promise.reject(new Error("No space left on the disk."));
  await expect(backUp(where, fails)).rejects.toThrow("No space left");
  expect(files()).toHaveLength(4);
  expect(await backupRuns()).toMatchObject({
    backup: { succeededAt: null, failedAt: expect.any(Date) as Date, why: "No space left on the disk." },
    verify: { failedAt: null },
  });
  await backUp(where, moot);
  expect(said).toHaveLength(0);
  await later(4);
  await backUp(where, moot);
  expect(await backupRuns()).toMatchObject({ backup: { succeededAt: expect.any(Date) as Date, why: "" } });
});

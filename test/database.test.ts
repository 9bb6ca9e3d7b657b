import { expect, test } from "vitest";
import { pool } from "@/platform/database";

test("a test file works in a migrated database of its own, as the site would, and finds it empty", async () => {
  const { rows } = await pool.query<{ database: string; worker: string; members: number }>(
    `SELECT current_database() AS database, current_user AS worker, (SELECT count(*)::int FROM member) AS members`,
  );
  expect(rows[0]).toEqual({
    database: expect.stringMatching(/^moot_test_[0-9a-f]{8}_worker_\d+$/) as string,
    worker: "moot_app",
    members: 0,
  });
});

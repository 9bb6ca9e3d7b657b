import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settingsDocument, showSettings } from "./show-settings";

const FROM = { file: new Set(["PORT"]), both: new Set(["MOOT_LOG"]) };

test("docs/SETTINGS.md is what the schema says (npx moot settings --markdown > docs/SETTINGS.md)", () => {
  expect(readFileSync("docs/SETTINGS.md", "utf8")).toBe(`${settingsDocument().join("\n")}\n`);
});

test("what is in force is shown with where it comes from, and no secret is", () => {
  const { lines, code } = showSettings(
    [],
    {
      DATABASE_URL: "postgresql://moot:hunter2@db.example/moot",
      MOOT_SECRET: "hunter2 hunter2 hunter2 hunter2 hunter2",
      MOOT_URL: "https://moot.example",
      MOOT_CHECK_URL: "https://me:hunter2@check.example/ask?key=hunter2",
      MOOT_CHECK_SECRET: "hunter2",
      MOOT_METRICS_TOKEN: "hunter2 hunter2 hunter2 hunter2 hunter2",
      PORT: "8080",
      MOOT_LOG: "warn",
    },
    FROM,
  );
  expect(code).toBe(0);
  const told = lines.join("\n");
  expect(told).not.toContain("hunter2");
  expect(told).toMatch(
    /^DATABASE_URL +postgresql:\/\/moot:…@db\.example:5432\/moot {2}\(from the environment\)$/m,
  );
  expect(told).toMatch(/^PORT +8080 {2}\(from \.env\)$/m);
  expect(told).toMatch(/^MOOT_LOG +warn {2}\(from the environment, which overrides/m);
  expect(told).toMatch(/^MOOT_DATABASE_WAIT +2 {2}\(default\)$/m);
  expect(told).toMatch(/^MOOT_CHECK_URL +https:\/\/check\.example\/ask {2}/m);
});

test("what is wrong is said below, and the exit code tells", () => {
  const { lines, code } = showSettings([], { MOOT_LIMIT: "off" }, FROM);
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe("MOOT_LIMIT is not a setting of Moot. Did you mean MOOT_LIMITS?");
});

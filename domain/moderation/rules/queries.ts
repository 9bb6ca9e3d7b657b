import "server-only";

import { FIRST_RULES, type HouseRules } from "./rules";
import { Rules } from "./schema";
import { database } from "@/platform/database";

/** The house rules in force. */
export async function currentRules(): Promise<HouseRules> {
  const row = await database().houseRules.findFirst({ orderBy: { version: "desc" } });
  return row ? viewOf(row) : beginRules();
}

/** The house rules of one version, or null when there never was one. */
export async function rulesOf(version: number): Promise<HouseRules | null> {
  const row = await database().houseRules.findUnique({ where: { version } });
  return row && viewOf(row);
}

/** Every version there was, newest first. */
export async function ruleVersions(): Promise<HouseRules[]> {
  await currentRules();
  return (await database().houseRules.findMany({ orderBy: { version: "desc" }, take: 100 })).map(viewOf);
}

/** Written down at the first need, so that a decision can always name the version it rests on. */
async function beginRules(): Promise<HouseRules> {
  await database().houseRules.createMany({
    data: [{ version: 1, rules: FIRST_RULES }],
    skipDuplicates: true,
  });
  return viewOf(await database().houseRules.findUniqueOrThrow({ where: { version: 1 } }));
}

const viewOf = (row: { version: number; rules: unknown; at: Date }): HouseRules => ({
  version: row.version,
  at: row.at.toISOString(),
  rules: Rules.parse(row.rules),
});

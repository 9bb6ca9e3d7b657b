import "server-only";

import { readSettings, type Settings } from "@/domain/moderation/settings/settings";
import { database } from "@/platform/database";

/** How the site moderates now. */
export async function currentSettings(): Promise<Settings> {
  const row = await database().siteSetting.findUnique({ where: { key: "moderation" } });
  return readSettings(row?.value);
}

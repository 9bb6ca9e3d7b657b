import "server-only";

import { readSettings, type Settings } from "./settings";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import type { Member } from "@/domain/members/member";
import { database } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/house-rules";

/** How the site moderates now. */
export async function currentSettings(): Promise<Settings> {
  const row = await database().siteSetting.findUnique({ where: { key: "moderation" } });
  return readSettings(row?.value);
}

/** The same, for the desk. */
export async function settingsFor(viewer: Member): Promise<Settings> {
  authorize(mayModerateEverywhere(viewer), viewer, t.theDeskIsForModerators);
  return currentSettings();
}

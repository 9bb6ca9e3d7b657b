import "server-only";

import { EVENTS_KEPT_DAYS, PAGE_CHANGES_KEPT_MINUTES } from "./kept";
import { database } from "@/platform/database";
import { inSlices } from "@/platform/slices";
import type { Job } from "@/platform/jobs";

/** @returns how many went */
export const forgetEvents = (slice?: number): Promise<number> =>
  inSlices(async (most) => {
    const [row] = await database().$queryRaw<{ gone: number }[]>`
      SELECT forget_events(${EVENTS_KEPT_DAYS}::int, ${most}::int) AS gone`;
    return row?.gone ?? 0;
  }, slice);

export const forgetPageChanges = (): Promise<number> =>
  inSlices(async (most) => {
    const [row] = await database().$queryRaw<{ gone: number }[]>`
      SELECT forget_page_changes(make_interval(mins => ${PAGE_CHANGES_KEPT_MINUTES}::int), ${most}::int) AS gone`;
    return row?.gone ?? 0;
  });

export const forgetOldEvents: Job = {
  name: "forget old events",
  everySeconds: 600,
  run: async () => {
    await forgetEvents();
    await forgetPageChanges();
  },
  long: true,
};

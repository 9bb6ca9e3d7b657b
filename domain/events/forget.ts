import "server-only";

import { database } from "@/platform/database";
import { inSlices } from "@/platform/slices";
import type { Job } from "@/platform/jobs";

/** @returns how many went */
export const forgetEvents = (slice?: number): Promise<number> =>
  inSlices(async (most) => {
    const [row] = await database().$queryRaw<{ gone: number }[]>`
      SELECT forget_old_events(${most}::int) AS gone`;
    return row?.gone ?? 0;
  }, slice);

export const forgetPageChanges = (): Promise<number> =>
  inSlices(async (most) => {
    const [row] = await database().$queryRaw<{ gone: number }[]>`
      SELECT forget_old_page_changes(${most}::int) AS gone`;
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

import { z } from "zod";

/** A raid: many new accounts that come at once to disturb. While the site is in raid mode they wait, for so many hours at most. */
export const RAID_HOURS = { least: 1, most: 72, usual: 6 } as const;

/** With fewer approved comments than this a reader counts as new here. */
export const NEW_BELOW = 3;

/** Raid mode as it is kept. Times are ISO 8601. */
const Raid = z.object({
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  signUpClosed: z.boolean(),
  /** The moderator's handle. */
  by: z.string(),
});
export type Raid = z.infer<typeof Raid>;

/** Raid mode, while it lasts. */
export function readRaid(kept: unknown, now: Date): Raid | null {
  const raid = Raid.safeParse(kept).data;
  return raid && Date.parse(raid.until) > now.getTime() ? raid : null;
}

import { z } from "zod";
import { answerSchema } from "@/domain/answer-schema";
import { numberSaid } from "@/platform/number";
import { RAID_HOURS, type Raid } from "./raid";

const { least, most } = RAID_HOURS;

/** A form sends hours as text, and no box that is not ticked. */
export const StartedRaidMode = z.strictObject({
  hours: numberSaid(z.number().int().min(least).max(most)),
  signUpClosed: z.union([z.boolean(), z.enum(["yes"]).transform(() => true)]).default(false),
});
export type StartedRaidMode = z.output<typeof StartedRaidMode>;

export const RaidSchema = answerSchema<Raid>()(
  "RaidMode",
  z.strictObject({
    since: z.iso.datetime(),
    until: z.iso.datetime(),
    signUpClosed: z.boolean(),
    by: z.string(),
  }),
);

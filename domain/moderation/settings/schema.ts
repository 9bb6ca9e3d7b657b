import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { Settings } from "./settings";

const number = numberSaid(z.number().int());
const {
  holdNewcomersUntil,
  holdLinksUntil,
  mostLinks,
  slowSeconds,
  closeAfterDays,
  tellAfterHours,
  mode,
  off,
  rolesThatComment,
} = Settings.shape;
/** From a form: a number is text, a list has commas, and a box that is not ticked is not sent, so it is a choice of words. */
const as = (schema: z.ZodType<number, number>) => number.pipe(schema).optional();
const yesOrNo = z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]).optional();
const list = <T extends z.ZodType>(schema: T) =>
  z
    .preprocess(
      (value) => (typeof value === "string" ? value.split(",").filter((one) => one !== "") : value),
      schema,
    )
    .optional();

export const ChangedSettings = z.strictObject({
  mode: mode.unwrap().optional(),
  holdNewcomersUntil: as(holdNewcomersUntil.unwrap()),
  holdLinksUntil: as(holdLinksUntil.unwrap()),
  holdEveryLink: yesOrNo,
  mostLinks: as(mostLinks.unwrap()),
  slowSeconds: as(slowSeconds.unwrap()),
  closeAfterDays: as(closeAfterDays.unwrap()),
  tellAfterHours: as(tellAfterHours.unwrap()),
  publicLog: yesOrNo,
  off: list(off.unwrap()),
  rolesThatComment: list(rolesThatComment.unwrap()),
});

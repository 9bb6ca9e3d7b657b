import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { Rules } from "@/domain/moderation/rules/schema";
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

/** A form sends all rules in one text: a key, a title and a sentence, one a line, and an empty line between two rules. */
export const ChangedRules = z.strictObject({
  version: numberSaid(z.number().int().positive()),
  rules: z.preprocess((value) => (typeof value === "string" ? rulesIn(value) : value), Rules),
});

function rulesIn(text: string): unknown {
  return text
    .trim()
    .split(/\n\s*\n/u)
    .map((block) => {
      const [key = "", title = "", ...sentence] = block.split("\n").map((line) => line.trim());
      return { key, title, sentence: sentence.join(" ") };
    });
}

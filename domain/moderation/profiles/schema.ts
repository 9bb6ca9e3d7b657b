import { z } from "zod";
import { Explanation, Ground } from "@/domain/moderation/decisions/schema";
import { PROFILE_ACTIONS } from "./profile";

/** A box that is not ticked is not sent. */
const ticked = z.preprocess(
  (said) => (said === "on" || said === "true" ? true : said === "" ? false : said),
  z.boolean().default(false),
);

/** `name` and `bio` say what comes down; `seen` is the mark of the words that were read. */
export const OnProfile = z.strictObject({
  action: z.enum(PROFILE_ACTIONS),
  name: ticked,
  bio: ticked,
  seen: z.string().max(64),
  ground: Ground,
  explanation: Explanation,
});
export type OnProfile = z.infer<typeof OnProfile>;

export const UndoReset = z.strictObject({ explanation: Explanation });

import { z } from "zod";
import { answerSchema } from "@/domain/answer-schema";
import { ROLES } from "@/domain/members/member";
import type { Settings } from "./settings";

/** How the site moderates; here every setting is given. */
export const SettingsSchema = answerSchema<Settings>()(
  "ModerationSettings",
  z.strictObject({
    mode: z.enum(["post", "pre"]),
    holdNewcomersUntil: z.int(),
    holdLinksUntil: z.int(),
    holdEveryLink: z.boolean(),
    mostLinks: z.int(),
    slowSeconds: z.int(),
    closeAfterDays: z.int(),
    tellAfterHours: z.int(),
    rolesThatComment: z.array(z.enum(ROLES)),
    off: z.array(z.string()),
    publicLog: z.boolean(),
  }),
);

export const WordsChangedSchema = z.strictObject({ version: z.int() });

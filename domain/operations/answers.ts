import { z } from "zod";
import { Time, answerSchema } from "@/domain/answer-schema";
import type { SiteStatus } from "./status";

const Level = z.enum(["good", "look", "bad"]);

export const SiteStatusSchema = answerSchema<SiteStatus>()(
  "SiteStatus",
  z.strictObject({
    level: Level,
    at: Time,
    lines: z.array(
      z.strictObject({ about: z.string(), level: Level, text: z.string(), advice: z.string().nullable() }),
    ),
  }),
);

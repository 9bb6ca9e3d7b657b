import { z } from "zod";
import { answerSchema, Time } from "@/domain/answer-schema";
import { ROLES } from "@/domain/members/member";
import type { ProfileAtTheDesk } from "./profile";

const Words = z.strictObject({ name: z.string(), bio: z.string() });

export const ProfileAtTheDeskSchema = answerSchema<ProfileAtTheDesk>()(
  "ProfileAtTheDesk",
  z.strictObject({
    id: z.uuid(),
    handle: z.string(),
    role: z.enum(ROLES),
    ...Words.shape,
    seen: z.string(),
    reports: z.array(
      z.strictObject({
        id: z.uuid(),
        reason: z.string(),
        detail: z.string(),
        at: Time,
        by: z.string().nullable(),
        notice: z.strictObject({ law: z.string(), name: z.string(), email: z.string() }).nullable(),
        words: Words.nullable(),
      }),
    ),
    taken: z.array(
      z.strictObject({
        decision: z.uuid(),
        at: Time,
        name: z.string().nullable(),
        bio: z.string().nullable(),
      }),
    ),
    can: z.strictObject({ decide: z.boolean() }),
  }),
);

export const ReportedProfilesSchema = z.strictObject({
  items: z.array(ProfileAtTheDeskSchema),
  waiting: z.int(),
});
export const ProfileDecidedSchema = z.strictObject({ decision: z.uuid() });

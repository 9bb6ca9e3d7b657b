import { z } from "zod";
import { ROLES, type Author } from "./member";
import { answerSchema, Time } from "@/domain/answer-schema";

export const AuthorSchema = answerSchema<Author>()(
  "Author",
  z.strictObject({
    handle: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
  }),
);

export const ProfileSchema = z
  .strictObject({
    ...AuthorSchema.shape,
    bio: z.string(),
    joinedAt: Time,
    approvedCount: z.int(),
    honourCount: z.int(),
    sample: z.boolean(),
  })
  .meta({ id: "Profile" });

export const AccountSchema = z
  .strictObject({ ...ProfileSchema.shape, email: z.string(), sessions: z.int() })
  .meta({ id: "Account" });

export const SignedInSchema = z.strictObject({ member: AuthorSchema });
export const OneProfileSchema = z.strictObject({ member: ProfileSchema });
export const OwnAccountSchema = z.strictObject({ account: AccountSchema });
export const ChangedProfileSchema = z.strictObject({
  member: z.strictObject({ ...AuthorSchema.shape, bio: z.string() }),
});

/** The reader as every page's header shows them: unread notices, and for those who keep order what is waiting. */
export const MeSchema = z
  .union([
    z.strictObject({ member: z.null() }),
    z.strictObject({
      member: z.strictObject({ ...AuthorSchema.shape, suspended: z.boolean() }),
      unread: z.int(),
      queue: z.int().optional(),
    }),
  ])
  .meta({ id: "Me" });
export type Me = z.output<typeof MeSchema>;

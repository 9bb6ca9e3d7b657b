import { z } from "zod";
import { ROLES, type Author } from "./member";
import { SECURITY_KINDS } from "./security-event";
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
  .strictObject({
    ...ProfileSchema.shape,
    email: z.string(),
    proven: z.boolean(),
    sessions: z.int(),
    mailRefusedAt: Time.nullable(),
  })
  .meta({ id: "Account" });

export const SignedInSchema = z.strictObject({ member: AuthorSchema });
export const OneProfileSchema = z.strictObject({ member: ProfileSchema });
export const OwnAccountSchema = z.strictObject({ account: AccountSchema });
export const ChangedProfileSchema = z.strictObject({
  member: z.strictObject({ ...AuthorSchema.shape, bio: z.string() }),
});

export const SessionsSchema = z.strictObject({
  sessions: z.array(
    z.strictObject({ id: z.uuid(), browser: z.string(), since: Time, seen: Time, here: z.boolean() }),
  ),
});
export const SecurityEventsSchema = z.strictObject({
  events: z.array(z.strictObject({ kind: z.enum(SECURITY_KINDS), at: Time, browser: z.string() })),
});

/** The reader as every page's header shows them: unread notices, and for those who keep order what is waiting. */
export const MeSchema = z
  .union([
    z.strictObject({ member: z.null() }),
    z.strictObject({
      member: z.strictObject({
        ...AuthorSchema.shape,
        suspended: z.boolean(),
        unproven: z.boolean(),
        heldBack: z.boolean(),
      }),
      unread: z.int(),
      queue: z.int().optional(),
      can: z.strictObject({ write: z.boolean(), listMembers: z.boolean() }),
    }),
  ])
  .meta({ id: "Me" });
export type Me = z.output<typeof MeSchema>;

export const OwnHandlesSchema = z.strictObject({
  until: z.iso.datetime().nullable(),
  earlier: z.array(z.strictObject({ handle: z.string(), leads: z.boolean() })),
});

import { z } from "zod";
import { isReserved } from "@/domain/members/handle";
import { HANDLE_PATTERN, ROLES } from "@/domain/members/member";
import { normaliseText } from "@/domain/prose/text";
import { PASSWORD_LENGTH, weaknessOf } from "@/domain/members/password";

export const NAME_LIMIT = 50;
export const BIO_LIMIT = 500;
/** A browser stays signed in this long; every request still asks whether the session stands. */
export const SESSION_DAYS = 30;
/** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
const EMAIL_LIMIT = 254;
/** Longer paths to come back to are not ours. */
const NEXT_LIMIT = 2_000;

/** What normalising leaves and nobody sees, or what turns what stands around it: a name is read in the middle of others' words. */
const UNSEEN = /[\u034f\u061c\u115f\u1160\u200b\u200e\u200f\u2800\u3164\ufe0e\uffa0\ufffd\p{Co}\p{Cn}]/u;
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(EMAIL_LIMIT, "That address is too long.")
  .pipe(z.email("That does not look like an e-mail address."));

/** As typed; compared in one form of Unicode (NFKC), so that the keyboard it was typed on does not matter. */
const Password = z
  .string()
  .max(4 * PASSWORD_LENGTH.max, "That password is too long.")
  .transform((password) => password.normalize("NFKC"));

export const NewPassword = Password.superRefine((password, context) => {
  const characters = Array.from(password).length;
  const problem =
    characters < PASSWORD_LENGTH.min
      ? `A password has at least ${PASSWORD_LENGTH.min} characters.`
      : characters > PASSWORD_LENGTH.max
        ? `A password has at most ${PASSWORD_LENGTH.max} characters.`
        : weaknessOf(password);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

export const Handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(HANDLE_PATTERN, "A handle has 2 to 30 of the letters a to z, figures, _ and -.")
  .refine((handle) => LETTER_OR_FIGURE.test(handle), "A handle has at least a letter or a figure.")
  .refine((handle) => !isReserved(handle), "That handle is kept for the site itself.");

export const Name = z
  .string()
  .transform((name) => normaliseText(name).trim().replace(/\s+/gu, " "))
  .refine((name) => LETTER_OR_FIGURE.test(name), "A name has at least a letter.")
  .refine((name) => Array.from(name).length <= NAME_LIMIT, `A name has at most ${NAME_LIMIT} characters.`)
  .refine((name) => !UNSEEN.test(name), "That name has characters that cannot be shown.")
  .refine((name) => !isReserved(name), "That name would be taken for the site itself.");

export const Bio = z
  .string()
  .transform((bio) => normaliseText(bio).trim())
  .refine((bio) => Array.from(bio).length <= BIO_LIMIT, `At most ${BIO_LIMIT} characters, please.`);

/** A path of this site to come back to; whether it is one is decided where it is used. */
const Next = z.string().max(NEXT_LIMIT).optional();

export const SignIn = z.strictObject({ email: Email, password: Password, next: Next });
export type SignIn = z.infer<typeof SignIn>;

export const NewMember = z
  .strictObject({
    email: Email,
    handle: Handle,
    name: z.union([z.literal("").transform(() => undefined), Name]).optional(),
    password: NewPassword,
    next: Next,
  })
  .superRefine(({ email, handle, name, password }, context) => {
    const problem = weaknessOf(password, [email, handle, name ?? handle]);
    if (problem) context.addIssue({ code: "custom", path: ["password"], message: problem });
  });
export type NewMember = z.infer<typeof NewMember>;

export const ChangedPassword = z.strictObject({ current: Password, password: NewPassword });
export type ChangedPassword = z.infer<typeof ChangedPassword>;

export const NewProfile = z.strictObject({ name: Name, bio: Bio.default("") });
export type NewProfile = z.infer<typeof NewProfile>;

/** A part of the profile; what is not given stays. */
export const ProfileChange = z.strictObject({ name: Name.optional(), bio: Bio.optional() });

export const NewRole = z.strictObject({ role: z.enum(ROLES) });

/** The parts of the sample cast that a stranger may try with one click. */
export const DEMO_PARTS = ["reader", "moderator", "editor"] as const;
export type DemoPart = (typeof DEMO_PARTS)[number];
export const DemoSignIn = z.strictObject({ as: z.enum(DEMO_PARTS), next: Next });

import { z } from "zod";
import { readEmail } from "./email-address";
import { isReserved } from "./handle";
import { HANDLE_PATTERN, ROLES } from "./member";
import { isBlank, isWhole, normaliseText } from "@/domain/prose/text";
import { ChangedSite } from "@/domain/site/schema";
import { numberSaid } from "@/platform/number";
import { PASSWORD_LENGTH, weaknessOf } from "./password";
import { typedCode } from "./typed-code";
import * as signs from "#messages/api";
import * as t from "#messages/members";
import { say } from "@/messages/say";

export const NAME_LIMIT = 50;
export const BIO_LIMIT = 500;
/** A browser stays signed in this long, thirty days, by its cookie and by the row it names; every request still asks whether that stands. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;
/** What a banned member comes to lasts so long: time to read, to think and to write. */
export const REDRESS_SECONDS = 3_600;
/** What a path to come back to may have. Characters. */
const NEXT_LIMIT = 2_000;

/** What normalising leaves and nobody sees, or what turns what stands around it: a name is read in the middle of others' words. */
const UNSEEN =
  /[\u034f\u061c\u115f\u1160\u200b\u200e\u200f\u2800\u2066-\u2069\u3164\ufe0e\uffa0\ufffd\p{Co}\p{Cn}]/u;
/** A joiner that joins nothing: neither letters of a script that writes with it nor pictures. */
const LOOSE_JOINER =
  /[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}][\u200c\u200d]/u;
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;

/** An address in its one spelling. */
export const Email = z.string().transform((typed, context) => {
  const { address, problem } = readEmail(typed);
  if (address !== undefined) return address;
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
});

/** An account keeps the address it was made with, also one that would be refused today. */
const KnownEmail = z.string().transform((typed, context) => {
  const { address, problem } = readEmail(typed);
  const asItWas = typed.trim().toLowerCase();
  if (address !== undefined || z.email().safeParse(asItWas).success) return address ?? asItWas;
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
});

/** As typed; in one form of Unicode (NFC), so that the keyboard it was typed on does not matter. */
export const Password = z
  .string()
  .max(4 * PASSWORD_LENGTH.max, t.thatPasswordIsTooLong)
  .transform((password) => password.normalize("NFC"));

export const NewPassword = Password.superRefine((password, context) => {
  const characters = Array.from(password).length;
  const problem =
    characters < PASSWORD_LENGTH.min
      ? say(t.aPasswordHasAtLeastCharacters, { min: PASSWORD_LENGTH.min })
      : characters > PASSWORD_LENGTH.max
        ? say(t.aPasswordHasAtMostCharacters, { max: PASSWORD_LENGTH.max })
        : weaknessOf(password);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

export const Handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(HANDLE_PATTERN, t.aHandleHas2To30)
  .refine((handle) => LETTER_OR_FIGURE.test(handle), t.aHandleHasAtLeast)
  .refine((handle) => !isReserved(handle), t.thatHandleIsKept);

export const Name = z
  .string()
  .refine(isWhole, { error: signs.thereIsACharacterWeCannotStore, abort: true })
  .transform((name) => normaliseText(name).trim().replace(/\s+/gu, " "))
  .refine((name) => LETTER_OR_FIGURE.test(name), t.aNameHasAtLeast)
  .refine(
    (name) => Array.from(name).length <= NAME_LIMIT,
    say(t.aNameHasAtMostCharacters, { nameLimit: NAME_LIMIT }),
  )
  .refine((name) => !UNSEEN.test(name) && !LOOSE_JOINER.test(name), t.thatNameHasCharacters)
  .refine((name) => !isReserved(name), t.thatNameWouldBeTaken);

export const Bio = z
  .string()
  .refine(isWhole, { error: signs.thereIsACharacterWeCannotStore, abort: true })
  .transform((bio) => (isBlank(bio) ? "" : normaliseText(bio).trim()))
  .refine(
    (bio) => Array.from(bio).length <= BIO_LIMIT,
    say(t.atMostBioLimitCharacters, { bioLimit: BIO_LIMIT }),
  );

/**
 * A path of this site to come back to; whether it is one is decided where it is used. Whoever followed a link with a long tail does not
 * come back to it, and signs in all the same.
 */
export const Next = z
  .string()
  .transform((path) => (path.length > NEXT_LIMIT ? undefined : path))
  .optional();

export const SignIn = z.strictObject({ email: KnownEmail, password: Password, next: Next });
export type SignIn = z.infer<typeof SignIn>;

/** 256 bits in base64url: what a link by mail carries. */
const Token = z.string().regex(/^[\w-]{43}$/, t.thatLinkIsNotGood);

/** How somebody comes to join; the form sends all of it, a program what it has. */
const Joining = {
  /** Of an invitation; one that is not good is no hindrance where none is needed. */
  invitation: z
    .string()
    .max(NEXT_LIMIT)
    .transform((token) => Token.safeParse(token).data)
    .optional(),
  /** The versions of the house rules, the terms and the privacy page that were shown; a page that nobody has written yet has version 0. */
  rules: numberSaid(z.number().int().positive()).optional(),
  terms: numberSaid(z.number().int().min(0)).optional(),
  privacy: numberSaid(z.number().int().min(0)).optional(),
  /** The minimum age that was shown, and whether they have it. */
  age: numberSaid(z.number().int().min(0)).optional(),
  ofAge: z
    .literal(["on", "true", true])
    .transform(() => true)
    .optional(),
  agreed: z
    .literal(["on", "true", true])
    .transform(() => true)
    .optional(),
  drawn: z.string().max(200).optional(),
  homepage: z.string().max(NEXT_LIMIT).optional(),
};

/** Whoever has no name of their own is called by their handle. */
const Newcomer = {
  email: Email,
  handle: Handle,
  name: z.union([z.literal("").transform(() => undefined), Name]).optional(),
  password: NewPassword,
};

export const NewMember = z
  .strictObject({
    ...Newcomer,
    next: Next,
    ...Joining,
  })
  .superRefine(refuseOwnNames);
export type NewMember = z.infer<typeof NewMember>;

/** `site` is what the site is called from then on; left out it keeps its name. */
export const FirstAdmin = z
  .strictObject({ token: Token, ...Newcomer, site: ChangedSite.shape.name })
  .superRefine(refuseOwnNames);
export type FirstAdmin = z.infer<typeof FirstAdmin>;

type Named = { email: string; handle: string; name?: string | undefined; password: string };

/** Beside all else a password is no name of its owner's. */
function refuseOwnNames(
  { email, handle, name, password }: Named,
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
): void {
  const problem = weaknessOf(password, [email, handle, name ?? handle]);
  if (problem) context.addIssue({ code: "custom", path: ["password"], message: problem });
}

export const ChangedPassword = z.strictObject({ current: Password, password: NewPassword });
export type ChangedPassword = z.infer<typeof ChangedPassword>;

/** Six figures. */
const Code = z
  .string()
  .max(40)
  .transform(typedCode)
  .pipe(z.string().regex(/^\d{6}$/, t.aCodeHasSixFigures));

export const ForgottenPassword = z.strictObject({ email: Email });
export const RecoveredPassword = z.strictObject({ token: Token, password: NewPassword });
export const RecoveredByCode = z.strictObject({ code: Code, password: NewPassword });

/** To whom the mail goes again. */
export const Claim = z.strictObject({ email: Email });
export const LinkWanted = z.strictObject({ email: Email });
/** What a mail's link carries, and what its code is. */
export const LinkUsed = z.strictObject({ token: Token });
export const CodeTyped = z.strictObject({ code: Code, next: Next });

export const NewAddress = z.strictObject({ email: Email });
export type NewAddress = z.infer<typeof NewAddress>;
export const AddressProof = z.strictObject({ token: Token });

/** What becomes of one's comments: they go, or stay without a name. */
export const TEXTS = ["stay", "go"] as const;
const Sure = z.literal(["on", "true", true], t.pleaseConfirm);
export const AskedErasure = z.strictObject({ texts: z.enum(TEXTS), sure: Sure });
export type AskedErasure = z.infer<typeof AskedErasure>;

export const NewProfile = z.strictObject({ name: Name, bio: Bio.default("") });
export type NewProfile = z.infer<typeof NewProfile>;

/** A part of the profile; what is not given stays. */
export const ProfileChange = z.strictObject({ name: Name.optional(), bio: Bio.optional() });

/** A box that is not ticked is not sent. */
const Ticked = z
  .literal(["on", "true", true, "false", false])
  .transform((said) => said === true || said === "on" || said === "true")
  .default(false);
export const NewHandle = z.strictObject({ handle: Handle, leads: Ticked });
export type NewHandle = z.infer<typeof NewHandle>;
export const EarlierHandles = z.strictObject({ leads: Ticked });

export const NewRole = z.strictObject({ role: z.enum(ROLES) });

/** The parts of the sample cast that a stranger may try with one click. */
export const DEMO_PARTS = [
  "reader",
  "moved",
  "suspended",
  "article-moderator",
  "moderator",
  "editor",
  "admin",
] as const;
export type DemoPart = (typeof DEMO_PARTS)[number];
export const DemoSignIn = z.strictObject({ as: z.enum(DEMO_PARTS), next: Next });

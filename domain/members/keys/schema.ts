import { z } from "zod";
import { KEY_NAME_LIMIT } from "./key";
import { isBlank, isWhole, normaliseText } from "@/domain/prose/text";
import { Next, Password } from "@/domain/members/schema";
import { typedCode } from "@/domain/members/typed-code";
import * as signs from "#messages/api";
import * as t from "#messages/keys";
import { say } from "@/messages/say";

/** Attestations of some keys bring certificates along. Characters. */
const LONG = 20_000;
const Base64Url = z
  .string()
  .max(LONG)
  .regex(/^[\w-]+$/, t.thatIsNoPasskey);

const TRANSPORTS = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

/** What a browser answers, as an object or, from a form, as its text. What we do not read is left out. */
const answer = <T extends z.ZodType>(response: T) =>
  z.preprocess(
    (given) => (typeof given === "string" ? parsed(given) : given),
    z.object({ id: Base64Url, response }, t.thatIsNoPasskey),
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const Made = answer(
  z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z
      .array(z.string().max(40))
      .max(20)
      .default([])
      .transform((given) => TRANSPORTS.filter((one) => given.includes(one))),
  }),
);
export type MadePasskey = z.output<typeof Made>;

const Signed = answer(
  z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.nullish(),
  }),
);
export type SignedChallenge = z.output<typeof Signed>;

const KeyName = z
  .string()
  .refine(isWhole, { error: signs.thereIsACharacterWeCannotStore, abort: true })
  .transform((name) => normaliseText(name).trim().replace(/\s+/gu, " "))
  .refine((name) => !isBlank(name), t.aPasskeyNeedsAName)
  .refine(
    (name) => Array.from(name).length <= KEY_NAME_LIMIT,
    say(t.aNameOfAPasskeyIsShort, { limit: KEY_NAME_LIMIT }),
  );

/** Hyphens come along when codes are copied. */
const typed = (pattern: RegExp, sentence: string) =>
  z
    .string()
    .max(60)
    .transform((code) =>
      typedCode(code)
        .replace(/\p{Pd}/gu, "")
        .toLowerCase(),
    )
    .pipe(z.string().regex(pattern, sentence));

/** Six figures of an app, or one of the ten recovery codes: 24 signs of base 32. */
const AnyCode = typed(/^(\d{6}|[a-z2-7]{24})$/, t.aCodeIsSixFiguresOr);
export const isRecoveryCode = (code: string): boolean => code.length > 6;

export const NewPasskey = z.strictObject({ credential: Made });
export const PasskeyName = z.strictObject({ name: KeyName });
export const PasskeyUsed = z.strictObject({ credential: Signed, next: Next });
export const CodeGiven = z.strictObject({ code: AnyCode, next: Next });
export const AppCode = z.strictObject({ code: typed(/^\d{6}$/, t.aCodeOfAnAppHasSixFigures) });
export const PasswordGiven = z.strictObject({ current: Password, next: Next });

/** A box that is not ticked is not sent. */
const Box = z
  .union([z.boolean(), z.literal("on")])
  .default(false)
  .transform((ticked) => ticked !== false);
export const SecondFactorDemand = z.strictObject({ editor: Box, moderator: Box, admin: Box });
export type SecondFactorDemand = z.output<typeof SecondFactorDemand>;

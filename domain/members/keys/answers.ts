import { z } from "zod";
import type { AppSecret, OwnFactors, OwnPasskey } from "./key";
import { answerSchema, Time } from "@/domain/answer-schema";

const OwnPasskeySchema = answerSchema<OwnPasskey>()(
  "Passkey",
  z.strictObject({ id: z.uuid(), name: z.string(), since: Time, usedAt: Time.nullable() }),
);

export const OwnFactorsSchema = answerSchema<OwnFactors>()(
  "Factors",
  z.strictObject({ passkeys: z.array(OwnPasskeySchema), app: z.boolean(), codes: z.int() }),
);

export const AppSecretSchema = answerSchema<AppSecret>()(
  "AppSecret",
  z.strictObject({ address: z.string(), groups: z.array(z.string()) }),
);

export const NewRecoveryCodesSchema = z.strictObject({ codes: z.array(z.string()) });
export const NewPasskeySchema = z.strictObject({ id: z.uuid() });
export const DemandSchema = z
  .strictObject({ editor: z.boolean(), moderator: z.boolean(), admin: z.boolean() })
  .meta({ id: "SecondFactorDemand" });

const KNOWN = z.strictObject({
  id: z.string(),
  type: z.literal("public-key"),
  transports: z.array(z.string()).optional(),
});

/** What `navigator.credentials.get` is given (Web Authentication, level 3). */
export const SignInOptionsSchema = z
  .strictObject({
    challenge: z.string(),
    timeout: z.int(),
    rpId: z.string(),
    userVerification: z.literal("required"),
  })
  .meta({ id: "PasskeySignInOptions" });
export type SignInOptions = z.output<typeof SignInOptionsSchema>;

/** What `navigator.credentials.create` is given. */
export const PasskeyOptionsSchema = z
  .strictObject({
    challenge: z.string(),
    timeout: z.int(),
    rp: z.strictObject({ id: z.string(), name: z.string() }),
    user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal("public-key") })),
    excludeCredentials: z.array(KNOWN),
    attestation: z.literal("none"),
    authenticatorSelection: z.strictObject({
      residentKey: z.literal("required"),
      requireResidentKey: z.literal(true),
      userVerification: z.literal("required"),
    }),
  })
  .meta({ id: "PasskeyOptions" });
export type PasskeyOptions = z.output<typeof PasskeyOptionsSchema>;

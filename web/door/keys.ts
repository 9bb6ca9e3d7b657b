import "server-only";

import {
  AppSecretSchema,
  DemandSchema,
  NewPasskeySchema,
  NewRecoveryCodesSchema,
  OwnFactorsSchema,
  PasskeyOptionsSchema,
} from "@/domain/members/keys/answers";
import { beginApp, begunApp, confirmApp, removeApp } from "@/domain/members/keys/app-codes";
import { demandFor, demandSecondFactor } from "@/domain/members/keys/demand";
import { factorsOf } from "@/domain/members/keys/factors";
import { addPasskey, passkeyOptions, removePasskey, renamePasskey } from "@/domain/members/keys/passkeys";
import { renewRecoveryCodes } from "@/domain/members/keys/recovery-codes";
import { AppCode, NewPasskey, PasskeyName, SecondFactorDemand } from "@/domain/members/keys/schema";
import { NotFound } from "@/platform/refusal";
import { perHour } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { created, done, ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { member } from "@/web/route/who";
import { noRecoveryCodesCookie, recoveryCodesCookie } from "@/web/sessions/recovery-codes-cookie";

const TRIED = 60;
/** Codes of an app that are typed to switch them on. */
const FIRST_CODES = 20;
const HERE = "/account/keys";
const A_CREDENTIAL = { id: "q", response: { clientDataJSON: "q", attestationObject: "q" } };

/** Passkeys, codes from an app and recovery codes of one's own. */
export function keys(door: Door): void {
  door.get("/account/keys", {
    who: member,
    output: { 200: OwnFactorsSchema },
    summary: "Your passkeys, and whether codes from an app are on",
    run: async ({ actor }) => ok(await factorsOf(actor)),
  });

  passkeys(door);
  app(door);

  door.post("/account/recovery-codes", {
    who: member,
    output: { 200: NewRecoveryCodesSchema },
    summary: "Create ten recovery codes; earlier ones stop working, and these are shown once",
    limit: perHour(TRIED),
    replay: false,
    run: async ({ actor }) => {
      const codes = await renewRecoveryCodes(actor);
      logSecurity("recovery codes made", { member: actor.id });
      const cookies = [recoveryCodesCookie(actor.id, codes)];
      return ok({ codes }, { location: `${HERE}#codes`, cookies });
    },
  });
}

function passkeys(door: Door): void {
  door.post("/account/passkeys/options", {
    who: member,
    output: { 200: PasskeyOptionsSchema },
    summary: "What a browser is given to make a passkey",
    limit: perHour(TRIED),
    replay: false,
    run: async ({ actor }) => ok(await passkeyOptions(actor)),
  });

  door.post("/account/passkeys", {
    who: member,
    output: { 201: NewPasskeySchema },
    summary: "Add a passkey, by what the browser answered",
    input: NewPasskey,
    example: { credential: A_CREDENTIAL },
    limit: perHour(TRIED),
    replay: false,
    run: async ({ input, actor }) => {
      const id = await addPasskey(input.credential, actor);
      logSecurity("passkey added", { member: actor.id });
      return created({ id }, { location: `${HERE}?said=passkey` });
    },
  });

  door.patch("/account/passkeys/{id}", {
    who: member,
    output: { 204: null },
    summary: "Rename a passkey",
    input: PasskeyName,
    example: { name: "Telephone" },
    run: async ({ params, input, actor }) => {
      await renamePasskey(params.id, input.name, actor);
      return done({ location: `${HERE}?said=renamed` });
    },
  });

  door.delete("/account/passkeys/{id}", {
    who: member,
    output: { 204: null },
    summary: "Remove a passkey",
    run: async ({ params, actor }) => {
      await removePasskey(params.id, actor);
      logSecurity("passkey removed", { member: actor.id });
      return done({ location: `${HERE}?said=removed` });
    },
  });
}

function app(door: Door): void {
  door.post("/account/app", {
    who: member,
    output: { 200: AppSecretSchema },
    summary: "Begin to set up codes from an app: the key it makes them from",
    limit: perHour(TRIED),
    replay: false,
    run: async ({ actor }) => {
      await beginApp(actor);
      const secret = await begunApp(actor);
      if (!secret) throw new NotFound();
      return ok(secret, { location: `${HERE}#app` });
    },
  });

  door.put("/account/app", {
    who: member,
    output: { 200: NewRecoveryCodesSchema },
    summary: "Switch codes from an app on, by a first code; answers recovery codes, which are shown once",
    input: AppCode,
    example: { code: "123456" },
    limit: perHour(FIRST_CODES),
    run: async ({ input, actor }) => {
      const codes = await confirmApp(input.code, actor);
      logSecurity("codes switched on", { member: actor.id });
      const cookies = [recoveryCodesCookie(actor.id, codes)];
      return ok({ codes }, { location: `${HERE}?said=on#codes`, cookies });
    },
  });

  door.delete("/account/app", {
    who: member,
    output: { 204: null },
    summary: "Switch codes from an app off",
    run: async ({ actor }) => {
      await removeApp(actor);
      logSecurity("codes switched off", { member: actor.id });
      return done({ location: `${HERE}?said=off`, cookies: [noRecoveryCodesCookie()] });
    },
  });
}

/** Of which roles a second factor is demanded. */
export function secondFactorDemand(door: Door): void {
  door.get("/moderation/second-factor", {
    who: member,
    output: { 200: DemandSchema },
    summary: "The roles that need a second factor, for admins",
    run: async ({ actor }) => ok(await demandFor(actor)),
  });

  door.put("/moderation/second-factor", {
    who: member,
    output: { 204: null },
    summary: "Say which roles need a second factor; without one they have a reader's rights",
    input: SecondFactorDemand,
    example: { editor: false, moderator: true, admin: true },
    run: async ({ input, actor }) => {
      await demandSecondFactor(input, actor);
      logSecurity("second factor demanded", { member: actor.id });
      return done({ location: "/moderation/settings" });
    },
  });
}

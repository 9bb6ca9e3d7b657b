import { print, type Command } from "@/bin/command";
import { renewSecrets, SEALED } from "@/domain/operations/renew-secrets";
import { env } from "@/platform/env";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

const WHAT = {
  apps: t.sealedApps,
  invitations: t.sealedInvitations,
  mails: t.sealedMails,
  bans: t.sealedBans,
} as const;

export const secrets: Command = {
  name: "secrets renew",
  usage: "",
  does: t.bringUnderTheSecretInForce,
  run: async () => {
    const renewals = await renewSecrets();
    for (const kind of SEALED) print(say(t.renewalOf, { what: WHAT[kind], ...renewals[kind] }));
    // The old secret must not be thrown away while something still needs it.
    if (SEALED.some((kind) => renewals[kind].lost > 0))
      throw new Error(env.oldSecrets.length === 0 ? t.nameTheOldSecret : t.noneOfTheOldSecrets);
  },
};

import { randomUUID } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { beginApp, begunApp, confirmApp } from "@/domain/members/keys/app-codes";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { aMember, anAdmin, aModerator, CAST_PASSWORD } from "./cast";

/*
 * The site's secret is changed: what was sealed and signed under the old one is good as long as that is named in MOOT_OLD_SECRETS, and
 * lost without it, as docs/OPERATING.md says of each. The modules are loaded anew for each secret, as a new process has them.
 */

const OLD = process.env.MOOT_SECRET ?? "";
const NEW = "the secret that comes after the first one";

async function under<T>(secret: string, old: string, run: () => Promise<T>): Promise<T> {
  vi.resetModules();
  // Nor has it opened a cookie before.
  Reflect.deleteProperty(globalThis, Symbol.for("moot.opened cookies"));
  Object.assign(process.env, { MOOT_SECRET: secret, MOOT_OLD_SECRETS: old });
  return run();
}
afterAll(() => void Object.assign(process.env, { MOOT_SECRET: OLD, MOOT_OLD_SECRETS: "" }));

/** Whether what was made under the old secret still does what it is for, asked of the modules of now. */
type Opens = () => Promise<boolean>;

const made: Record<string, Opens> = {};

const cookieOf = (line: string): string => line.split(";", 1)[0] ?? "";

/** By the file that seals or signs it. Each is made under the old secret. */
const MAKE: Record<string, () => Promise<Opens>> = {
  "web/sessions/session-cookie.ts": async () => {
    const bo = await aMember();
    const { sessionCookie } = await import("@/web/sessions/session-cookie");
    const cookie = cookieOf(await sessionCookie(bo.sessionToken));
    return async () => (await (await import("@/web/sessions/session-cookie")).viewerOf(cookie))?.id === bo.id;
  },
  "web/sessions/auth-options.ts": async () => {
    const { encode } = await import("next-auth/jwt");
    const token = await encode({ token: { session: "one" }, secret: OLD });
    return async () => {
      const { authOptions } = await import("@/web/sessions/auth-options");
      const claims = await authOptions.jwt.decode({ token, secret: authOptions.secret });
      return claims?.session === "one";
    };
  },
  "domain/articles/drafts/preview-address.ts": async () => {
    const { sharedPreviewPath } = await import("@/domain/articles/drafts/preview-address");
    const id = randomUUID();
    const key = sharedPreviewPath(id).replace("/previews/", "");
    return async () => (await import("@/domain/articles/drafts/preview-address")).previewIdIn(key) === id;
  },
  "domain/members/keys/app-codes.ts": async () => {
    const bo = await aMember();
    await beginApp(bo);
    const begun = await begunApp(bo);
    const totp = new TOTP({ secret: Secret.fromBase32((begun?.groups ?? []).join("")) });
    await confirmApp(totp.generate(), bo);
    return async () => {
      const { isAppCode } = await import("@/domain/members/keys/app-codes");
      const { database } = await import("@/platform/database");
      await database().totp.update({ where: { memberId: bo.id }, data: { lastStep: 0 } });
      return isAppCode(bo.id, totp.generate());
    };
  },
  "domain/mail/seal.ts": async () => {
    const { database } = await import("@/platform/database");
    const { askForPassword } = await import("@/domain/members/recovery");
    const { email } = await aMember();
    await askForPassword(email);
    return async () => {
      const { sealed } = await database().mail.findFirstOrThrow({ where: { recipient: email } });
      const { unseal } = await import("@/domain/mail/seal");
      return sealed !== null && unseal(sealed) !== null;
    };
  },
  "domain/members/joining/invitations.ts": async () => {
    const { makeInvitation } = await import("@/domain/members/joining/invitations");
    const max = await anAdmin();
    const { id } = await makeInvitation({ uses: 1, days: 300, note: "" }, max);
    return async () => {
      const { invitationsFor } = await import("@/domain/members/joining/invitations");
      return (await invitationsFor(max)).some((one) => one.id === id && one.link !== null);
    };
  },
  "domain/members/barred-address.ts": async () => {
    const dee = await aMember();
    await sanction(
      dee.handle,
      { kind: "ban", ground: "person", explanation: "", cleanUp: "none" },
      await aModerator(),
    );
    return async () =>
      (await (await import("@/domain/members/barred-address")).whoIsBarredBy(dee.email)) === dee.id;
  },
  "domain/members/reserved-handle.ts": async () => {
    const { reserveHandle } = await import("@/domain/members/reserved-handle");
    const { database } = await import("@/platform/database");
    await reserveHandle(database(), "somebody-who-left");
    return async () => {
      const { refuseReservedHandle } = await import("@/domain/members/reserved-handle");
      return refuseReservedHandle(database(), "somebody-who-left").then(
        () => false,
        () => true,
      );
    };
  },
  "domain/members/proofs.ts": async () => {
    const { askForPassword } = await import("@/domain/members/recovery");
    const { sentTo } = await import("./mails");
    const { email, id } = await aMember();
    const browser = await askForPassword(email);
    const { code } = await sentTo(email);
    return async () => {
      const { proofByCode } = await import("@/domain/members/proofs");
      return (await proofByCode("password", browser, code))?.memberId === id;
    };
  },
  "domain/members/second-factor-ticket.ts": async () => {
    const { CodeNeeded } = await import("@/domain/members/second-factor-ticket");
    const { database } = await import("@/platform/database");
    const { id } = await aMember();
    const { passwordHash } = await database().member.findUniqueOrThrow({ where: { id } });
    const { ticket } = new CodeNeeded({ id, passwordHash });
    return async () =>
      (await (await import("@/domain/members/second-factor-ticket")).holderOfTicket(ticket))?.id === id;
  },
  "domain/members/keys/challenge.ts": async () => {
    const { newChallenge } = await import("@/domain/members/keys/challenge");
    const asked = Buffer.from(newChallenge("sign in")).toString("base64url");
    return async () => (await import("@/domain/members/keys/challenge")).isOurChallenge("sign in", asked);
  },
  "domain/members/joining/sign-up-form.ts": async () => {
    const { drawnNow, refuseMachine } = await import("@/domain/members/joining/sign-up-form");
    const drawn = drawnNow(Date.now() - 60_000);
    refuseMachine({ drawn });
    return async () => {
      const { refuseMachine: refuse } = await import("@/domain/members/joining/sign-up-form");
      try {
        refuse({ drawn });
        return true;
      } catch {
        return false;
      }
    };
  },
  "domain/following/reply-feed.ts": async () => {
    const { makeReplyFeed } = await import("@/domain/following/reply-feed");
    const bo = await aMember();
    const key = (await makeReplyFeed(bo)).split("/").at(-1) ?? "";
    return async () => (await (await import("@/domain/following/reply-feed")).replyFeedOwner(key)) === bo.id;
  },
  "domain/inbox/mails/token.ts": async () => {
    const { endMailsToken } = await import("@/domain/inbox/mails/token");
    const { id, email } = await aMember();
    const token = endMailsToken(id, null, email);
    return async () => (await import("@/domain/inbox/mails/token")).readEndMails(token)?.memberId === id;
  },
  "domain/comments/cursor.ts": async () => {
    const level = { article: "a", parent: null, sort: "newest" } as const;
    const { cursorWriter } = await import("@/domain/comments/cursor");
    const at = { after: null, snapshot: "1:1:" };
    const written = cursorWriter(level, at.snapshot)(null, at.after);
    return async () => {
      const { readCursor } = await import("@/domain/comments/cursor");
      try {
        readCursor(level, written);
        return true;
      } catch {
        return false;
      }
    };
  },
  "web/sessions/device-cookie.ts": async () => {
    const { deviceCookie } = await import("@/web/sessions/device-cookie");
    const cookie = cookieOf(deviceCookie("bo@example.org", undefined));
    return async () =>
      (await import("@/web/sessions/device-cookie")).deviceOf("bo@example.org", cookie) !== null;
  },
  "web/sessions/banned-access.ts": async () => {
    const { bannedAccessCookie } = await import("@/web/sessions/banned-access");
    const cookie = cookieOf(bannedAccessCookie("a token"));
    return async () => (await import("@/web/sessions/banned-access")).redressToken(cookie) === "a token";
  },
  "web/sessions/recovery-codes-cookie.ts": async () => {
    const { recoveryCodesCookie } = await import("@/web/sessions/recovery-codes-cookie");
    const { id } = await aMember();
    const cookie = cookieOf(recoveryCodesCookie(id, ["one"]));
    return async () =>
      (await import("@/web/sessions/recovery-codes-cookie")).recoveryCodesIn(cookie, id).length === 1;
  },
  "web/sessions/providers/way-cookie.ts": async () => {
    const { wayCookie } = await import("@/web/sessions/providers/way-cookie");
    const cookie = cookieOf(wayCookie({ provider: "oidc", next: "/", joins: null }));
    return async () => (await import("@/web/sessions/providers/way-cookie")).wayIn(cookie) !== null;
  },
};

/** What is good under the new secret alone once all was renewed: it lies in the database, and can be sealed anew. */
const RENEWED = [
  "domain/mail/seal.ts",
  "domain/members/barred-address.ts",
  "domain/members/joining/invitations.ts",
  "domain/members/keys/app-codes.ts",
];
/** Seal and sign nothing with it that anybody comes back with: keys of counters, next-auth's own check, and a browser's own key. */
const NOTHING_KEPT = [
  "platform/secret-keys.ts",
  "web/protection/client-ip.ts",
  "web/route/form-flash.ts",
  "web/sessions/providers/next-auth.ts",
];

beforeAll(async () => {
  for (const [file, make] of Object.entries(MAKE)) made[file] = await under(OLD, "", make);
}, 120_000);

async function good(): Promise<string[]> {
  const open: string[] = [];
  for (const [file, opens] of Object.entries(made)) if (await opens()) open.push(file);
  return open.sort();
}

test("everything that is sealed or signed with the site's secret is looked at here", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "domain", "web", "platform"], {
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."));
  const uses = files.filter((file) =>
    /from "@\/platform\/(encryption|signature)"|env\.secret\b/.test(readFileSync(file, "utf8")),
  );
  const operations = "domain/operations/renew-secrets.ts";
  expect(uses.filter((file) => file !== operations).sort()).toEqual(
    [...Object.keys(MAKE), ...NOTHING_KEPT].sort(),
  );
});

test("without the old secret all of it is lost, and people sign in by their passwords and recovery codes", async () => {
  expect(await under(OLD, "", good)).toEqual(Object.keys(MAKE).sort());
  expect(await under(NEW, "", good)).toEqual([]);
  await under(NEW, "", async () => {
    const { signIn } = await import("@/domain/members/sign-in");
    const { email, id } = await aMember();
    expect(await signIn({ email, password: CAST_PASSWORD })).toMatchObject({ member: { id } });
  });
});

test("with the old secret named beside the new one nothing is lost; renewed, what lies in the database needs only the new one", async () => {
  expect(await under(NEW, OLD, good)).toEqual(Object.keys(MAKE).sort());
  const renewals = await under(NEW, OLD, async () =>
    (await import("@/domain/operations/renew-secrets")).renewSecrets(),
  );
  expect(Object.values(renewals).every(({ renewed, lost }) => renewed > 0 && lost === 0)).toBe(true);
  expect(await under(NEW, "", good)).toEqual(RENEWED);
  const again = await under(NEW, "", async () =>
    (await import("@/domain/operations/renew-secrets")).renewSecrets(),
  );
  expect(Object.values(again).every(({ renewed, lost }) => renewed === 0 && lost === 0)).toBe(true);
});

test("what opens under no known secret is counted, and stays as it is", async () => {
  const { apps } = await under("a third secret, which nothing was sealed with", "", async () =>
    (await import("@/domain/operations/renew-secrets")).renewSecrets(),
  );
  expect(apps).toMatchObject({ current: 0, renewed: 0 });
  expect(apps.lost).toBeGreaterThan(0);
  expect(await under(NEW, "", good)).toEqual(RENEWED);
});

import { expect, test } from "vitest";
import { changePassword } from "./passwords";
import { memberBySession } from "./queries";
import { securityEventsOf } from "./security-events";
import { signOutEverywhere } from "./sessions";
import { signIn } from "./sign-in";
import { asClient } from "@/platform/client";
import { aMember, CAST_PASSWORD } from "@/test/cast";
import { mailsTo } from "@/test/mails";

const LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const NEWER = LINUX.replaceAll("140.0", "141.0");
const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/604.1";

test("a browser that an account has not seen is written down and told by mail, but for its first; also after signing out it is known", async () => {
  const bo = await aMember();
  const from = (agent: string, password = CAST_PASSWORD) =>
    asClient({ address: "192.0.2.7", network: "192.0.2.7", agent }, () =>
      signIn({ email: bo.email, password }),
    );
  const told = async () => (await mailsTo(bo.email)).filter(({ kind }) => kind === "new-browser");
  const seen = async () =>
    (await securityEventsOf(bo)).filter(({ kind }) => kind === "new-browser").map(({ browser }) => browser);
  await signOutEverywhere(bo);
  const { member } = await from(LINUX);
  expect([await seen(), await told()]).toEqual([["Firefox on Linux"], []]);
  await signOutEverywhere(member);
  await from(NEWER);
  expect(await told()).toEqual([]);
  await expect(from(PHONE, "a guess at it")).rejects.toThrow();
  expect(await told()).toEqual([]);
  await from(PHONE);
  await from(PHONE);
  expect(await seen()).toEqual(["Safari on iPhone", "Firefox on Linux"]);
  expect((await told()).map(({ paragraphs }) => paragraphs[0])).toEqual([
    "Safari on iPhone has signed in to your account for the first time.",
  ]);
  const again = await memberBySession((await from(LINUX)).token);
  if (!again) throw new Error("Signed out.");
  await asClient({ address: "192.0.2.7", network: "192.0.2.7", agent: LINUX }, () =>
    changePassword({ current: CAST_PASSWORD, password: "four grey herons" }, again),
  );
  expect(await told()).toHaveLength(1);
});

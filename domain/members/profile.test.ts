import { beforeAll, expect, test } from "vitest";
import { signUp } from "./sign-up";
import { changeProfile } from "./profile";
import { memberByHandle, memberBySession } from "./queries";
import { changeWords } from "@/domain/moderation/settings/commands";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { aMember, aModerator, anAdmin, CAST_PASSWORD, type Player } from "@/test/cast";

let ada: Player, dan: Player;
beforeAll(async () => {
  [ada, dan] = await Promise.all([aModerator(), aMember({ name: "Dan" })]);
});
const REASON = { ground: "person", explanation: "", cleanUp: "none" } as const;

test("who is suspended changes neither name nor bio, nor does what was on its way", async () => {
  await changeProfile({ bio: "Before." }, dan);
  await sanction(dan.handle, { kind: "suspension", days: 3, ...REASON }, ada);
  const now = await memberBySession(dan.sessionToken);
  for (const actor of [now ?? dan, dan])
    await expect(changeProfile({ name: "Insult", bio: "Insult" }, actor)).rejects.toMatchObject({
      status: 403,
    });
  expect(await memberByHandle(dan.handle)).toMatchObject({ name: dan.name, bio: "Before." });
});

test("a ban takes away what its member said of themselves", async () => {
  const gil = await aMember({ name: "Gil" });
  await changeProfile({ name: "Insult", bio: "Insult" }, gil);
  await sanction(gil.handle, { kind: "ban", days: undefined, ...REASON }, ada);
  expect(await memberByHandle(gil.handle)).toMatchObject({ name: gil.handle, bio: "" });
});

test("watched words are taken in no name and no bio", async () => {
  await changeWords({ block: "snake oil", hold: "miracle", mark: "wonder" }, await anAdmin());
  const hal = await aMember({ name: "Hal" });
  await expect(changeProfile({ name: "Snake Oil" }, hal)).rejects.toMatchObject({ status: 422 });
  await expect(changeProfile({ bio: "A miracle." }, hal)).rejects.toMatchObject({ status: 422 });
  expect(await changeProfile({ bio: "A wonder." }, hal)).toMatchObject({ bio: "A wonder." });
  const newcomer = {
    email: "oil@example.org",
    handle: "snake-oil",
    name: "Snake oil",
    password: CAST_PASSWORD,
  };
  await expect(signUp(newcomer)).rejects.toMatchObject({ status: 422 });
});

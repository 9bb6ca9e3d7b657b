import { beforeAll, beforeEach, expect, test } from "vitest";
import { changeProfile } from "@/domain/members/profile";
import { memberByHandle } from "@/domain/members/queries";
import { inboxOf } from "@/domain/inbox/queries";
import { sentenceOf } from "@/domain/inbox/notice";
import { answer, appeal } from "@/domain/moderation/appeals/commands";
import { statementOf } from "@/domain/moderation/decisions/statements";
import { publicLogPage } from "@/domain/moderation/log/queries";
import { receiptOf } from "@/domain/moderation/reports/queries";
import { lift, sanction } from "@/domain/moderation/sanctions/commands";
import { transparencyReport } from "@/domain/moderation/transparency/queries";
import { decideOnProfile, undoReset } from "./commands";
import { profileAtTheDesk, reportedProfiles, waitingProfiles } from "./queries";
import { reportProfile } from "./report";
import { database } from "@/platform/database";
import { aMember, aModerator, anAdmin, anEstablishedReader, type Player } from "@/test/cast";
import { asOwner } from "@/test/voters";

const INSULT = { name: "Bo is a fool", bio: "Bo cannot count to three." };
const REPORT = {
  reason: "person",
  detail: "About me.",
  law: "",
  name: "",
  email: "",
  goodFaith: false,
} as const;

let ada: Player, max: Player, bo: Player, dan: Player;
beforeAll(async () => {
  [ada, max, bo] = await Promise.all([aModerator(), anAdmin(), anEstablishedReader()]);
});
beforeEach(async () => {
  dan = await aMember({ name: "Dan" });
  await changeProfile(INSULT, dan);
});
const shown = async () => {
  const { name, bio } = (await memberByHandle(dan.handle)) ?? {};
  return { name, bio };
};
const decide = async (
  input: { action?: "reset" | "keep"; name?: boolean; bio?: boolean },
  actor: Player,
  seen?: string,
) =>
  decideOnProfile(
    dan.handle,
    {
      action: "reset",
      name: false,
      bio: false,
      ground: "person",
      explanation: "",
      seen: seen ?? (await profileAtTheDesk(dan.handle, max))?.seen ?? "",
      ...input,
    },
    actor,
  );

test("a reported name or bio waits for a moderator, who takes down the one and leaves the other; who reported hears of it", async () => {
  const before = await waitingProfiles(ada);
  const receipt = await reportProfile(dan.handle, REPORT, bo);
  expect(await waitingProfiles(ada)).toBe(before + 1);
  const item = (await reportedProfiles(ada)).find(({ handle }) => handle === dan.handle);
  expect(item).toMatchObject({ ...INSULT, reports: [{ by: bo.name, detail: "About me.", words: null }] });

  const { decision } = await decide({ name: true }, ada);
  expect(await shown()).toEqual({ name: dan.handle, bio: INSULT.bio });
  expect(await receiptOf(receipt.id)).toMatchObject({ member: dan.handle, state: "upheld" });
  expect((await inboxOf({}, bo)).items.map(sentenceOf)).toEqual([
    "A moderator looked at the name or bio you reported and took it down. Thank you.",
  ]);
  expect((await reportedProfiles(ada)).map(({ handle }) => handle)).not.toContain(dan.handle);
  expect(await statementOf(decision, dan)).toMatchObject({
    action: "reset",
    statement: { source: "report", automatedDecision: false },
    can: { appeal: true },
  });
});

test("without a report, too; what was taken down is not put up again, in no other letters, while the decision stands", async () => {
  const { decision } = await decide({ name: true, bio: true }, ada);
  expect(await shown()).toEqual({ name: dan.handle, bio: "" });
  await expect(changeProfile({ name: "B0 ls a f00l" }, dan)).rejects.toMatchObject({ status: 422 });
  await expect(changeProfile({ bio: INSULT.bio }, dan)).rejects.toMatchObject({ status: 422 });
  await changeProfile({ name: dan.handle, bio: "Likes bread." }, dan);
  await undoReset(decision, "", ada);
  expect(await shown()).toEqual({ name: INSULT.name, bio: "Likes bread." });
  await expect(undoReset(decision, "", ada)).rejects.toMatchObject({ status: 409 });
});

test("undoing opens the reports again; letting it stand answers them, and the same words are not reported again", async () => {
  await reportProfile(dan.handle, REPORT, bo);
  await expect(reportProfile(dan.handle, REPORT, bo)).rejects.toMatchObject({ status: 409 });
  const { decision } = await decide({ bio: true }, ada);
  await undoReset(decision, "", ada);
  expect((await reportedProfiles(ada)).map(({ handle }) => handle)).toContain(dan.handle);
  await decide({ action: "keep" }, ada);
  expect(await shown()).toEqual(INSULT);
  await expect(reportProfile(dan.handle, REPORT, bo)).rejects.toMatchObject({ status: 409 });
  await changeProfile({ bio: "Bo cannot even count to two." }, dan);
  await reportProfile(dan.handle, REPORT, bo);
});

test("the decision is about the words that were read", async () => {
  const seen = (await profileAtTheDesk(dan.handle, ada))?.seen;
  await reportProfile(dan.handle, REPORT, bo);
  await changeProfile({ bio: "Something kind." }, dan);
  await expect(decide({ bio: true }, ada, seen)).rejects.toMatchObject({ status: 409 });
  const item = (await reportedProfiles(ada)).find(({ handle }) => handle === dan.handle);
  expect(item).toMatchObject({ bio: "Something kind.", reports: [{ words: INSULT }] });
});

test("it can be appealed; another moderator brings it back", async () => {
  const { decision } = await decide({ name: true, bio: true }, ada);
  const { appeal: id } = await appeal(decision, "It is a line from a song.", dan);
  await expect(answer(id, { outcome: "upheld", answer: "True." }, ada)).rejects.toMatchObject({
    status: 403,
  });
  await answer(id, { outcome: "upheld", answer: "True." }, max);
  expect(await shown()).toEqual(INSULT);
});

const SEATS = [
  { who: "themselves", actor: "dan", may: false },
  { who: "a reader", actor: "bo", may: false },
  { who: "a moderator of the site", actor: "ada", may: true },
  { who: "an admin", actor: "max", may: true },
] as const;
test.each(SEATS)("who decides about a reader's profile: $who, $may", async ({ actor, may }) => {
  const cast = { dan, bo, ada, max };
  const asked = decide({ bio: true }, cast[actor]);
  if (may) await asked;
  else await expect(asked).rejects.toMatchObject({ status: 403 });
});

test("nobody reads the reports of their own profile, or judges it, and only an admin an admin's", async () => {
  for (const person of [ada, max]) {
    await reportProfile(person.handle, { ...REPORT, detail: `About ${person.handle}.` }, bo);
    expect(JSON.stringify(await reportedProfiles(person))).not.toContain(`About ${person.handle}.`);
    const own = await profileAtTheDesk(person.handle, person);
    expect(own).toMatchObject({ reports: [], can: { decide: false } });
    const input = { action: "keep", name: false, bio: false, ground: undefined, explanation: "" } as const;
    await expect(
      decideOnProfile(person.handle, { ...input, seen: own?.seen ?? "" }, person),
    ).rejects.toMatchObject({ status: 403 });
  }
  expect(await profileAtTheDesk(max.handle, ada)).toMatchObject({ reports: [], can: { decide: false } });
  await expect(reportProfile(bo.handle, REPORT, bo)).rejects.toMatchObject({ status: 403 });
});

test("a ban answers the reports and takes all down; lifted, it is back", async () => {
  const receipt = await reportProfile(dan.handle, REPORT, bo);
  const why = { kind: "ban", ground: "person", explanation: "", days: undefined, cleanUp: "none" } as const;
  const { sanction: id } = await sanction(dan.handle, why, ada);
  expect(await shown()).toEqual({ name: dan.handle, bio: "" });
  expect((await receiptOf(receipt.id))?.state).toBe("upheld");
  await lift(id, { explanation: "", restore: false }, ada);
  expect(await shown()).toEqual(INSULT);
});

test("anybody gives notice under the law; the log and the figures have it, and no words of it", async () => {
  const notice = {
    reason: "illegal",
    detail: "It names a victim.",
    law: "privacy",
    name: "Fay",
    email: "fay@example.org",
    goodFaith: true,
  } as const;
  await reportProfile(dan.handle, notice, null);
  await expect(reportProfile(dan.handle, REPORT, null)).rejects.toMatchObject({ status: 401 });
  await decide({ name: true, bio: true }, ada);
  expect((await publicLogPage({ action: undefined, after: undefined })).items[0]).toMatchObject({
    action: "reset",
    source: "notice",
  });
  const period = { from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000) };
  const said = await transparencyReport(period, ada);
  expect(said.dsa.decision_visibility.map(({ key }) => key)).toContain("DECISION_VISIBILITY_CONTENT_REMOVED");
  const rows = await asOwner<{ words: string }>(
    "SELECT d::text AS words FROM decision d WHERE member_id = $1",
    [dan.id],
  );
  expect(rows.map(({ words }) => words).join()).not.toContain("fool");
});

test("an erased member's words are kept nowhere", async () => {
  await reportProfile(dan.handle, REPORT, bo);
  await decide({ name: true, bio: true }, ada);
  await asOwner("UPDATE member SET erased_at = now() WHERE id = $1", [dan.id]);
  expect(await asOwner("SELECT FROM profile_removal WHERE member_id = $1", [dan.id])).toHaveLength(0);
  const [report] = await database().report.findMany({ where: { memberId: dan.id } });
  expect(report?.profile).toBeNull();
});

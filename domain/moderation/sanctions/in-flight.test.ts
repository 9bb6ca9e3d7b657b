import { beforeAll, expect, test } from "vitest";
import { edit } from "@/domain/comments/edit";
import { react } from "@/domain/comments/react";
import { undoWithdraw, withdraw } from "@/domain/comments/withdraw";
import { report } from "@/domain/moderation/reports/commands";
import { sanction } from "./commands";
import { castVote } from "@/domain/polls/commands";
import { outsideTransaction, database, transaction } from "@/platform/database";
import { isRefusal } from "@/platform/refusal";
import { aModerator, type Player } from "@/test/cast";
import { aComment, aCrowd, anEmptyArticle } from "@/test/discussion";
import { asOwner, aPoll, voters } from "@/test/voters";

let ada: Player;
beforeAll(async () => {
  ada = await aModerator();
});

const why = { ground: "person", explanation: "", days: 7, cleanUp: "none" as const };
const aReport = {
  reason: "person",
  detail: "",
  law: "" as const,
  name: "",
  email: "" as const,
  goodFaith: false,
};

/** Long enough for whatever was started to come to the row that the sanction holds. Should it be slower, it is refused all the same. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 150));

test.each(["ban", "suspension"] as const)(
  "what a member is writing while a %s is on its way is not written: no comment, reply, edit, reaction, report or vote",
  async (kind) => {
    const [dee] = await voters(1);
    const [bo] = await aCrowd(1);
    if (!dee || !bo) throw new Error("The company is not here.");
    const poll = await aPoll();
    const article = await anEmptyArticle();
    const [root, own, taken] = [
      await aComment(article, bo),
      await aComment(article, dee),
      await aComment(article, dee),
    ];
    await withdraw(taken.id, dee);
    const before = await database().comment.findMany({ where: { authorId: dee.id }, orderBy: { id: "asc" } });

    const writing: Promise<unknown>[] = [];
    await transaction(async () => {
      await sanction(dee.handle, { kind, ...why }, ada);
      await outsideTransaction(async () => {
        for (const start of [
          () => aComment(article, dee),
          () => aComment(article, dee, { parent: root.id }),
          () => edit(own.id, { body: "Better said.", revision: 1 }, dee),
          () => undoWithdraw(taken.id, dee),
          () => react(root.id, "respect", dee),
          () => report(root.id, aReport, dee),
          () => castVote({ poll: poll.id, option: "approach" }, dee),
        ])
          writing.push(Promise.resolve(start()));
        for (const one of writing) void one.catch(() => undefined);
        await aMoment();
      });
    });
    for (const one of await Promise.allSettled(writing)) {
      if (one.status === "fulfilled") throw new Error("Something was written all the same.");
      expect(isRefusal(one.reason) && [401, 403].includes(one.reason.status), String(one.reason)).toBe(true);
    }

    expect(
      await database().comment.findMany({ where: { authorId: dee.id }, orderBy: { id: "asc" } }),
    ).toEqual(before);
    expect(await database().reaction.count({ where: { memberId: dee.id } })).toBe(0);
    expect(await database().report.count({ where: { reporterId: dee.id } })).toBe(0);
    expect(await asOwner("SELECT FROM vote WHERE member_id = $1", [dee.id])).toHaveLength(0);
  },
);

test("a moderator decides about a banned member's comment as before: that is not the member's writing", async () => {
  const [dee] = await aCrowd(1);
  if (!dee) throw new Error("Dee is not here.");
  const article = await anEmptyArticle();
  const own = await aComment(article, dee);
  await sanction(dee.handle, { kind: "ban", ...why, cleanUp: "all" }, ada);
  expect((await database().comment.findUniqueOrThrow({ where: { id: own.id } })).state).toBe("rejected");
});

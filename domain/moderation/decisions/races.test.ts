import { beforeAll, expect, test } from "vitest";
import { edit } from "@/domain/comments/edit";
import { decide } from "@/domain/moderation/decisions/commands";
import { undo } from "@/domain/moderation/decisions/undo";
import { report } from "@/domain/moderation/reports/commands";
import { lift, sanction } from "@/domain/moderation/sanctions/commands";
import { isRefusal } from "@/platform/refusal";
import { database } from "@/platform/database";
import { aMember, aModerator, anEstablishedReader, type Player } from "@/test/cast";
import { deskDifferences } from "@/test/desk-agrees";
import { aPlainArticle, aPlainComment } from "@/test/desk";

/** So many races in all; each is run by four at once. */
const RACES = 250;

let ada: Player, eve: Player, bo: Player;
beforeAll(async () => {
  [ada, eve, bo] = await Promise.all([aModerator(), aModerator(), anEstablishedReader()]);
});

/** Every outcome is a decision or a sentence; anything else is a bug. */
async function run(works: Promise<unknown>[]): Promise<unknown[]> {
  const results = await Promise.allSettled(works);
  for (const result of results)
    if (result.status === "rejected" && !isRefusal(result.reason)) throw result.reason;
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

test(
  "of approve, reject, edit and another reject at once one decision wins, and the log has one row for it",
  { timeout: 300_000 },
  async () => {
    const article = await aPlainArticle();
    for (let race = 0; race < RACES; race += 1) {
      const comment = await aPlainComment(article, bo, { text: `Before ${race}.` });
      const on = { comment: comment.id, revision: 1, seen: undefined, explanation: "" };
      await run([
        decide({ ...on, action: "approve", ground: undefined }, ada),
        decide({ ...on, action: "reject", ground: "person" }, eve),
        edit(comment.id, { body: `After ${race}.`, revision: 1 }, bo),
        decide({ ...on, action: "reject", ground: "topic" }, ada),
      ]);
      const rows = await database().decision.count({ where: { commentId: comment.id } });
      const now = await database().comment.findUniqueOrThrow({ where: { id: comment.id } });
      // The edit may have come first, and then nobody saw the text that stands.
      expect(rows).toBe(now.revision === 2 && rows === 0 ? 0 : 1);
    }
    expect(await deskDifferences()).toEqual([]);
  },
);

test(
  "decisions, undoing, reports, bans with clean-up and lifting at once leave nothing that disagrees",
  { timeout: 300_000 },
  async () => {
    const article = await aPlainArticle();
    for (let race = 0; race < RACES / 10; race += 1) {
      const dan = await aMember({ name: "Dan" });
      const root = await aPlainComment(article, bo);
      const comments = await Promise.all([1, 2, 3].map(() => aPlainComment(article, dan, { parent: root })));
      const ban = {
        kind: "ban" as const,
        ground: "noise",
        explanation: "",
        days: undefined,
        cleanUp: "all" as const,
      };
      const [first] = comments;
      if (!first) throw new Error("There were three.");
      const on = { comment: first.id, revision: 1, seen: undefined, explanation: "" };
      const done = await run([
        sanction(dan.handle, ban, ada),
        sanction(dan.handle, ban, eve),
        decide({ ...on, action: "hold", ground: "topic" }, eve),
        ...comments.map((comment) =>
          report(
            comment.id,
            { reason: "noise", detail: "", law: "", name: "", email: "", goodFaith: false },
            bo,
          ),
        ),
        decide({ ...on, comment: root.id, action: "approve", ground: undefined }, ada),
      ]);
      const bans = done.filter(
        (one): one is { sanction: string } => typeof one === "object" && one !== null && "sanction" in one,
      );
      expect(bans).toHaveLength(1);
      const last = await database().decision.findFirst({
        where: { commentId: first.id },
        orderBy: { seq: "desc" },
      });
      await run([
        lift(bans[0]?.sanction ?? "", { explanation: "", restore: true }, ada),
        ...(last ? [undo(last.id, eve)] : []),
      ]);
    }
    expect(await deskDifferences()).toEqual([]);
  },
);

import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { edit } from "@/domain/comments/edit";
import type { Member } from "@/domain/members/member";
import { decide } from "./commands";
import { undo } from "./undo";
import { report } from "@/domain/moderation/reports/commands";
import { lift, sanction } from "@/domain/moderation/sanctions/commands";
import { isRefusal } from "@/platform/refusal";
import { database } from "@/platform/database";
import { aMember, aModerator, anEstablishedReader, type Player } from "@/test/cast";
import { deskDifferences } from "@/test/desk-agrees";
import { aPlainArticle, aPlainComment } from "@/test/desk";
import { aCrowd } from "@/test/discussion";
import { effort } from "@/test/effort";

/** Each has an author of its own, and is run by five at once. */
const RACES = effort(20, 1_000);
/** Races under way at once: enough to keep the database busy, few enough for its connections. */
const HANDS = 4;
/** Bans with clean-up and lifting touch several comments each. */
const LONG_RACES = effort(4, 100);

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
  "of approve, reject, edit and two bans at once one decision and one ban win, the others are told, and each has one row in the log",
  { timeout: 900_000 },
  async () => {
    const article = await aPlainArticle();
    const authors = await aCrowd(RACES);
    await Promise.all(
      Array.from({ length: HANDS }, async () => {
        for (let dan = authors.pop(); dan; dan = authors.pop()) await race(article, dan);
      }),
    );
    expect(await deskDifferences()).toEqual([]);
  },
);

async function race(article: { id: string }, dan: Member): Promise<void> {
  const comment = await aPlainComment(article, dan, { text: "Before." });
  const on = { comment: comment.id, revision: 1, seen: undefined, explanation: "" };
  const ban = { kind: "ban", ground: "noise", explanation: "", days: undefined, cleanUp: "none" } as const;
  const works = [
    decide({ ...on, action: "approve", ground: undefined }, ada),
    decide({ ...on, action: "reject", ground: "person" }, eve),
    edit(comment.id, { body: "After.", revision: 1 }, dan),
    sanction(dan.handle, ban, ada),
    sanction(dan.handle, ban, eve),
  ];
  const [decisions, bans] = [works.slice(0, 2), works.slice(3)];
  await run(works);
  const rows = await database().decision.findMany({ where: { memberId: dan.id } });
  const now = await database().comment.findUniqueOrThrow({ where: { id: comment.id } });
  const about = rows.filter(({ commentId }) => commentId === comment.id);
  // The edit may have come first, and then nobody saw the text that stands.
  expect(about).toHaveLength(now.revision === 2 && about.length === 0 ? 0 : 1);
  expect(await run(decisions)).toHaveLength(about.length);
  expect(rows.filter(({ action }) => action === "ban")).toHaveLength(1);
  expect(await run(bans)).toHaveLength(1);
}

test(
  "decisions, undoing, reports, bans with clean-up and lifting at once leave nothing that disagrees",
  { timeout: 900_000 },
  async () => {
    const article = await aPlainArticle();
    for (let nth = 0; nth < LONG_RACES; nth += 1) {
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

/** Longer than anybody waits for a row, milliseconds. */
const LONG_DECISION = 2_500;

test("who decides while another's decision about hundreds of comments is under way waits, and is not turned away", async () => {
  const comment = await aPlainComment(await aPlainArticle(), bo);
  const other = new Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  try {
    // What each row of the log holds until its transaction ends.
    await other.query("SELECT pg_advisory_lock(7300001)");
    const on = { comment: comment.id, revision: 1, seen: undefined, explanation: "" };
    const decided = decide({ ...on, action: "approve", ground: undefined }, ada);
    await new Promise((resolve) => setTimeout(resolve, LONG_DECISION));
    await other.query("SELECT pg_advisory_unlock(7300001)");
    await expect(decided).resolves.toMatchObject({ state: "visible" });
  } finally {
    await other.end();
  }
});

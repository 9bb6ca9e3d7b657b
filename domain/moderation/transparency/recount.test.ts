import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { answer, appeal } from "@/domain/moderation/appeals/commands";
import { decide } from "@/domain/moderation/decisions/commands";
import { undo } from "@/domain/moderation/decisions/undo";
import { report } from "@/domain/moderation/reports/commands";
import { lift, sanction } from "@/domain/moderation/sanctions/commands";
import { refuseIfSanctioned } from "@/domain/members/good-standing";
import { compareSides } from "./fairness";
import { asCsv, DSA_FIELDS } from "./dsa";
import { figuresAsCsv, figuresOf } from "./figures";
import { dsaStatements, transparencyReport } from "./queries";
import { seededRandom } from "@/domain/polls/statistics/random";
import { database } from "@/platform/database";
import { isRefusal } from "@/platform/refusal";
import { effort } from "@/test/effort";
import { aMember, aModerator, anEstablishedReader, type Player } from "@/test/cast";
import { deskDifferences } from "@/test/desk-agrees";
import { aPlainArticle, aPlainComment } from "@/test/desk";

const ACTIONS = effort(80, 200);
let moderators: Player[], readers: Player[];
beforeAll(async () => {
  moderators = await Promise.all([aModerator(), aModerator()]);
  readers = await Promise.all([
    anEstablishedReader(),
    aMember({ name: "Cy" }),
    aMember({ name: "Fay" }),
    aMember({ name: "Dan" }),
  ]);
});

const KINDS = ["warning", "suspension", "watch", "ban"] as const;
const GROUNDS = ["person", "hate", "topic", "illegal"] as const;

/** Plays by a seed until so many actions were done; what is refused in words is skipped, everything else is a bug. */
async function play(seed: number): Promise<number> {
  const random = seededRandom(seed);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random() * all.length)];
    if (one === undefined) throw new Error("Nothing to pick from.");
    return one;
  };
  const article = await aPlainArticle();
  const seen = new Map<string, string>();
  const comments = [
    await aPlainComment(article, pick(readers)),
    await aPlainComment(article, pick(readers), { state: "held" }),
  ];
  const sanctions: string[] = [];
  let done = 0;
  for (let tries = 0; done < ACTIONS && tries < 10 * ACTIONS; tries += 1) {
    const [moderator, reader, comment, ground] = [
      pick(moderators),
      pick(readers),
      pick(comments),
      pick(GROUNDS),
    ];
    const on = { comment: comment.id, revision: 1, seen: seen.get(comment.id), explanation: "" };
    const deeds = {
      post: async () =>
        comments.push(
          await refuseIfSanctioned(
            aPlainComment(article, reader, { state: pick(["visible", "held"] as const) }),
          ),
        ),
      approve: async () =>
        seen.set(
          comment.id,
          (await decide({ ...on, action: "approve", ground: undefined }, moderator)).decision,
        ),
      reject: async () =>
        seen.set(comment.id, (await decide({ ...on, action: "reject", ground }, moderator)).decision),
      hold: async () =>
        seen.set(comment.id, (await decide({ ...on, action: "hold", ground }, moderator)).decision),
      restore: async () =>
        seen.set(
          comment.id,
          (await decide({ ...on, action: "restore", ground: undefined }, moderator)).decision,
        ),
      undo: async () =>
        seen.set(comment.id, (await undo(seen.get(comment.id) ?? comment.id, moderator)).decision),
      report: () =>
        report(
          comment.id,
          {
            reason: ground,
            detail: "It says what is not true of me.",
            law: "other",
            name: "Fay",
            email: "fay@example.org",
            goodFaith: true,
          },
          reader,
        ),
      appeal: async () => {
        const author = readers.find(({ id }) => id === comment.authorId) ?? reader;
        const { appeal: id } = await appeal(seen.get(comment.id) ?? comment.id, "It was irony.", author);
        await answer(
          id,
          { outcome: pick(["upheld", "refused"] as const), answer: "We looked again." },
          moderator,
        );
        const last = await database().decision.findFirst({
          where: { commentId: comment.id },
          orderBy: { seq: "desc" },
        });
        if (last) seen.set(comment.id, last.id);
      },
      sanction: async () =>
        sanctions.push(
          (
            await sanction(
              reader.handle,
              { kind: pick(KINDS), ground, explanation: "", days: 3, cleanUp: "none" },
              moderator,
            )
          ).sanction,
        ),
      lift: () =>
        lift(
          sanctions.splice(Math.floor(random() * sanctions.length), 1)[0] ??
            "01930000-0000-7000-8000-000000000000",
          { explanation: "", restore: false },
          moderator,
        ),
    };
    const deed = pick([
      deeds.post,
      deeds.post,
      deeds.approve,
      deeds.reject,
      deeds.reject,
      deeds.hold,
      deeds.restore,
      deeds.undo,
      deeds.report,
      deeds.report,
      deeds.appeal,
      deeds.sanction,
      deeds.lift,
    ]);
    await deed().then(
      () => done++,
      (problem: unknown) => {
        if (!isRefusal(problem)) throw problem;
      },
    );
  }
  return done;
}

const DISABLED = "DECISION_VISIBILITY_CONTENT_DISABLED";
const RESTRICTED = "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED";
const PARTIAL = "DECISION_PROVISION_PARTIAL_SUSPENSION";
const Reasons = z.object({
  source: z.string(),
  automatedDetection: z.boolean(),
  redress: z.string().min(1),
  facts: z.string().min(1),
});

test(
  "after many actions log, statements and report agree with a recount that knows nothing of how they are made",
  { timeout: 120_000 },
  async () => {
    expect(await play(20_261_123)).toBe(ACTIONS);
    expect(await deskDifferences()).toEqual([]);

    const everything = { from: new Date(0), to: new Date(Date.now() + 60_000) };
    const [moderator] = moderators;
    const said = await transparencyReport(everything, moderator ?? null);
    const statements = await dsaStatements(everything, moderator ?? null);

    const rows = await database().decision.findMany({ orderBy: { seq: "asc" } });
    const limiting = rows.filter(
      ({ action, after }) =>
        ["reject", "hold", "lock", "slow", "warn", "watch", "suspend", "ban"].includes(action) ||
        after === "rejected",
    );
    expect(limiting.length).toBeGreaterThan(30);
    expect(said.restrictions.total).toBe(limiting.length);
    expect(asRecord(said.restrictions.byAction)).toEqual(tally(limiting.map(({ action }) => action)));
    expect(asRecord(said.restrictions.byGround)).toEqual(tally(limiting.map(({ ground }) => ground ?? "")));
    const reasons = limiting.map(({ statement }) => Reasons.parse(statement));
    expect(asRecord(said.restrictions.bySource)).toEqual(tally(reasons.map(({ source }) => source)));
    expect(said.restrictions.automatedDecision).toBe(0);
    expect(asRecord(said.relief)).toEqual(
      tally(rows.filter((row) => !limiting.includes(row)).map(({ action }) => action)),
    );

    const inDsaWords = rows
      .filter((row) => limiting.includes(row))
      .map(({ action, ground, statement }) => ({
        decision_visibility: { reject: DISABLED, hold: DISABLED, undo: DISABLED, lock: RESTRICTED }[action],
        decision_account: {
          suspend: "DECISION_ACCOUNT_SUSPENDED",
          ban: "DECISION_ACCOUNT_TERMINATED",
        }[action],
        decision_provision: { watch: PARTIAL, slow: PARTIAL }[action],
        decision_ground:
          ground === "illegal" ? "DECISION_GROUND_ILLEGAL_CONTENT" : "DECISION_GROUND_INCOMPATIBLE_CONTENT",
        source_type:
          { notice: "SOURCE_ARTICLE_16", report: "SOURCE_TYPE_OTHER_NOTIFICATION" }[
            Reasons.parse(statement).source
          ] ?? "SOURCE_VOLUNTARY",
        automated_detection: Reasons.parse(statement).automatedDetection ? "Yes" : "No",
        automated_decision: "AUTOMATED_DECISION_NOT_AUTOMATED",
      }));
    for (const field of DSA_FIELDS)
      if (field !== "category")
        expect([field, asRecord(said.dsa[field])]).toEqual([
          field,
          tally(inDsaWords.flatMap((one) => one[field] ?? [])),
        ]);
    // Each restriction has one category; and the statements one by one say the same as the figures.
    for (const field of DSA_FIELDS)
      expect([field, asRecord(said.dsa[field])]).toEqual([
        field,
        tally(statements.items.flatMap((one) => one[field] ?? [])),
      ]);
    expect(said.dsa.category.reduce((all, { count }) => all + count, 0)).toBe(limiting.length);

    const reports = await database().report.findMany();
    expect(said.reports).toMatchObject({
      received: reports.length,
      ...states(reports.map(({ state }) => state)),
    });
    expect(said.notices.received).toBe(reports.filter(({ reason }) => reason === "illegal").length);
    const waits = reports.flatMap(({ at, decisionId }) => {
      const decision = rows.find(({ id }) => id === decisionId);
      return decision ? [(decision.at.getTime() - at.getTime()) / 1000] : [];
    });
    expect(said.medianSecondsToDecide).toBeCloseTo(median(waits), 3);

    const appeals = await database().appeal.findMany();
    expect(said.appeals).toMatchObject({
      received: appeals.length,
      upheld: appeals.filter(({ outcome }) => outcome === "upheld").length,
    });
    expect(asRecord(said.sanctions)).toEqual(
      tally((await database().sanction.findMany()).map(({ kind }) => kind)),
    );

    expect(statements.items.map(({ puid }) => puid)).toEqual(limiting.map(({ id }) => id));
    for (const { decision_ground, source_type, automated_decision } of statements.items) {
      expect(decision_ground).toMatch(/^DECISION_GROUND_/u);
      expect(source_type).toMatch(/^SOURCE_/u);
      expect(automated_decision).toBe("AUTOMATED_DECISION_NOT_AUTOMATED");
    }
    const [header, ...lines] = figuresAsCsv(said).trimEnd().split("\r\n");
    expect(header).toBe("from,to,figure,value,count");
    expect(lines.map((line) => line.split(",").slice(2))).toEqual(
      figuresOf(said).map(({ figure, value, count }) => [figure, value, count === null ? "" : String(count)]),
    );
    const inCsv = (figure: string, value = "") =>
      Number(
        lines.map((line) => line.split(",").slice(2)).find(([f, v]) => f === figure && v === value)?.[2] ?? 0,
      );
    expect(inCsv("restrictions")).toBe(limiting.length);
    expect(inCsv("reports_upheld")).toBe(said.reports.upheld);
    for (const action of new Set(limiting.map((row) => row.action)))
      expect(inCsv("restriction_action", action)).toBe(
        limiting.filter((row) => row.action === action).length,
      );
    const names = [...moderators, ...readers].flatMap(({ handle, name }) => [handle, name]);
    for (const name of names) expect(JSON.stringify([said, statements])).not.toContain(name);
    expect(asCsv(statements.items).split("\r\n")).toHaveLength(limiting.length + 2);
  },
);

const asRecord = (counts: { key: string; count: number }[]) =>
  Object.fromEntries(counts.map(({ key, count }) => [key, count]));

function tally(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

const states = (all: string[]) => ({
  open: all.filter((one) => one === "open").length,
  upheld: all.filter((one) => one === "upheld").length,
  dismissed: all.filter((one) => one === "dismissed").length,
});

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0,
  ];
  return (low + high) / 2;
}

test("a cell that a spreadsheet would take for a formula stays a text", async () => {
  const { items } = await dsaStatements(
    { from: new Date(0), to: new Date(Date.now() + 60_000) },
    moderators[0] ?? null,
  );
  const [first] = items;
  if (!first) throw new Error("The scenario above left statements.");
  expect(asCsv([{ ...first, decision_facts: '=HYPERLINK("http://evil.example"),\n1' }])).toContain(
    `"'=HYPERLINK(""http://evil.example""),\n1"`,
  );
});

test("two sides that fare alike are said to, two that do not are named, and a handful is not compared", () => {
  const side = (option: string, comments: number, rejected: number) => ({
    option,
    label: option,
    comments,
    held: 0,
    rejected,
    appeals: 0,
    upheld: 0,
  });
  const month = (one: [number, number], other: [number, number]) => ({
    month: "2026-11",
    article: { slug: "a", title: "A" },
    sides: [side("x", ...one), side("y", ...other)] as [ReturnType<typeof side>, ReturnType<typeof side>],
  });
  const rejected = (months: ReturnType<typeof month>[]) =>
    compareSides(months).filter(({ measure }) => measure === "rejected");
  expect(rejected([month([200, 20], [200, 21])])[0]?.p).toBeGreaterThan(0.5);
  expect(rejected([month([200, 60], [200, 20])])[0]?.p).toBeLessThan(0.001);
  expect(rejected([month([5, 3], [6, 0])])[0]?.result.comparable).toBe(false);
});

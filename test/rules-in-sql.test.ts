import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMMENT_LIMIT } from "@/domain/comments/comment";
import { firstPoints, lastPoints } from "@/domain/prose/cut";
import { readableLength } from "@/domain/prose/text";
import { best } from "@/domain/comments/ranking";
import { EVENT_KINDS } from "@/domain/events/record";
import { HANDLE_PATTERN } from "@/domain/members/member";
import { MOST_USES } from "@/domain/members/joining/schema";
import { APPEAL_OUTCOMES } from "@/domain/moderation/appeals/appeal";
import { ACTIONS, RESTRICTIONS } from "@/domain/moderation/decisions/decision";
import { SANCTION_KINDS } from "@/domain/moderation/sanctions/sanction";
import {
  OPTION_KEY,
  hidesUntilClose,
  RESULTS_SHOWN,
  type ResultsShown,
  REASON_LEAST,
} from "@/domain/polls/poll";
import { mayMoveCounts } from "@/domain/polls/statistics/publish";
import { filesBelow } from "@/scripts/files";
import { asOwner } from "./voters";

/** Rules that stand in TypeScript, where they are explained, and once more in SQL, where they cannot be gone around. */

test("the order “best” is one formula, to the last digit but rounding", async () => {
  const count = fc.integer({ min: 0, max: 1_000_000 });
  const pairs = [
    [0, 0],
    ...fc.sample(fc.tuple(count, count), 500),
    ...fc.sample(fc.tuple(fc.nat(20), fc.nat(20)), 200),
  ];
  const rows = await asOwner<{ score: number }>(
    `SELECT best_rank(r, u) AS score
     FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS t(r, u, nth) ORDER BY nth`,
    [pairs.map(([respect]) => respect), pairs.map(([, unconvinced]) => unconvinced)],
  );
  pairs.forEach(([respect = 0, unconvinced = 0], nth) => {
    expect(rows[nth]?.score, `${respect} and ${unconvinced}`).toBeCloseTo(best(respect, unconvinced), 12);
  });
});

test("texts are counted and cut alike, whatever they are written in", async () => {
  const signs = [
    "a",
    "ß",
    "𠮷",
    "👨\u200D👩\u200D👧\u200D👦",
    "🇩🇪",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "e\u0301\u0323",
    "नी",
    "ထိုင်",
    "\u202E",
    "\n",
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: "binary", maxLength: 3 })), {
      maxLength: 12,
    })
    .map((pieces) => pieces.join("").replaceAll("\0", ""));
  const pairs = fc.sample(fc.tuple(text, fc.nat(20)), 2_000);
  const rows = await asOwner<{ length: number; first: string; last: string }>(
    `SELECT char_length(said) AS length, left(said, most) AS first, right(said, most) AS last
     FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS t(said, most, nth) ORDER BY nth`,
    [pairs.map(([said]) => said), pairs.map(([, most]) => most)],
  );
  expect(rows).toEqual(
    pairs.map(([said, most]) => ({
      length: readableLength(said),
      first: firstPoints(said, most),
      last: lastPoints(said, most),
    })),
  );
  for (const { first, last } of rows) expect(`${first}\n${last}`).not.toMatch(/\p{Surrogate}/u);
});

test("the same modes hide results until the close", async () => {
  const rows = await asOwner<{ mode: ResultsShown; hides: boolean }>(
    "SELECT mode, hides_until_close(mode) AS hides FROM unnest(enum_range(null::results_shown)) AS mode",
  );
  expect(rows).toEqual(RESULTS_SHOWN.map((mode) => ({ mode, hides: hidesUntilClose(mode) })));
});

test("a poll is quiet before its close at the same moments", async () => {
  const START = Date.UTC(2026, 0, 1);
  const polls = fc.sample(
    fc.record({
      lasts: fc.integer({ min: 1, max: 40 * 86_400 }),
      seen: fc.double({ min: 0, max: 1.1, noNaN: true }),
      results_shown: fc.constantFrom(...RESULTS_SHOWN),
    }),
    500,
  );
  const cases = polls.map(({ lasts, seen, results_shown }) => ({
    opens_at: new Date(START),
    closes_at: new Date(START + lasts * 1_000),
    results_shown,
    // Half a millisecond off: at the edge itself the two round differently.
    now: START + Math.floor(seen * lasts * 1_000) + 0.5,
  }));
  const rows = await asOwner<{ quiet: boolean }>(
    `SELECT c.closes_at > at AND quiet_from(p) <= at AS quiet
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given(j, nth),
       jsonb_to_record(j) AS c(closes_at timestamptz, now float8), jsonb_populate_record(null::poll, j - 'now') p,
       to_timestamp(c.now / 1000) AS at ORDER BY nth`,
    [JSON.stringify(cases)],
  );
  cases.forEach(({ opens_at, closes_at, results_shown, now }, nth) => {
    const times = {
      opensAt: opens_at,
      closesAt: closes_at,
      hiddenUntilClose: hidesUntilClose(results_shown),
    };
    const may = mayMoveCounts(null, { crowd: 50, total: 50 }, times, new Date(Math.ceil(now)));
    expect(rows[nth]?.quiet, JSON.stringify(cases[nth])).toBe(!may);
  });
});

describe("constraints know the same words and numbers as the types", () => {
  const structure = readFileSync("prisma/structure.sql", "utf8");
  const constraint = (name: string) => new RegExp(`CONSTRAINT ${name} (.*)`).exec(structure)?.[1] ?? "";
  const wordsOf = (text: string) => [...text.matchAll(/'(\w+)'::text/g)].map(([, word]) => word).sort();

  test("a decision's actions, and which of them need reasons", () => {
    expect(wordsOf(constraint("decision_actions"))).toEqual([...ACTIONS].sort());
    expect(wordsOf(/ALL \((ARRAY.*?)\)/.exec(constraint("restriction_gives_reasons"))?.[1] ?? "")).toEqual(
      [...RESTRICTIONS].sort(),
    );
  });

  test("sanctions and outcomes of appeals", () => {
    expect(wordsOf(constraint("sanction_kinds"))).toEqual([...SANCTION_KINDS].sort());
    expect(wordsOf(constraint("appeal_outcomes"))).toEqual([...APPEAL_OUTCOMES].sort());
  });

  test("the shape of a handle and of an option's key, the length of a comment and of a reason, the uses of an invitation", () => {
    expect(constraint("handle_shape")).toContain(`'${HANDLE_PATTERN.source}'`);
    expect(constraint("key_shape")).toContain(`'${OPTION_KEY.source}'`);
    expect(constraint("invitation_uses_check")).toContain(`<= ${MOST_USES})`);
    expect(constraint("source_bounded")).toContain(`<= ${COMMENT_LIMIT})`);
    expect(constraint("a_reason")).toContain(`>= ${REASON_LEAST})`);
  });
});

test("statements that write an event of their own know its kinds", () => {
  const files = filesBelow("domain", "prisma/functions").filter((file) =>
    /(?<!\.test)\.(ts|sql)$/.test(file),
  );
  const kinds = files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /INSERT INTO event \([^)]*\)\s*(?:VALUES|SELECT)([\s\S]*?)(?:FROM|;|`)/g,
      ),
    ].flatMap(([, rest = ""]) => [...rest.matchAll(/'(\w+\.\w+)'/g)].map(([, kind]) => kind)),
  );
  expect(kinds.length).toBeGreaterThanOrEqual(10);
  expect(kinds.filter((kind) => !EVENT_KINDS.some((known) => known === kind))).toEqual([]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RESULTS_SHOWN, stateOf, type ResultsShown } from "./poll";
import { resultsVisibleTo, stancesVisibleTo } from "./visibility";

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 12, minute));
const NOON = at(0);

const anyPoll = fc
  .record({
    resultsShown: fc.constantFrom(...RESULTS_SHOWN),
    opens: fc.integer({ min: -50, max: 50 }),
    lasts: fc.option(fc.integer({ min: 1, max: 50 })),
    published: fc.boolean(),
    guessing: fc.boolean(),
  })
  .map(({ opens, lasts, ...poll }) => ({
    ...poll,
    opensAt: at(opens),
    closesAt: lasts === null ? null : at(opens + lasts),
  }));
const anyStanding = fc.record({ voted: fc.boolean(), asked: fc.boolean(), guessed: fc.boolean() });

describe("results", () => {
  test("are shown to nobody before the poll opens, and under five votes never", () => {
    fc.assert(
      fc.property(anyPoll, anyStanding, (poll, standing) => {
        const { visible } = resultsVisibleTo(poll, standing, NOON);
        if (stateOf(poll, NOON) === "upcoming" || !poll.published) expect(visible).toBe(false);
      }),
    );
  });

  test("kept until the close are shown to nobody while the poll is open, whatever they did", () => {
    fc.assert(
      fc.property(anyPoll, anyStanding, (poll, standing) => {
        const kept = { ...poll, resultsShown: "after_close" as const };
        if (stateOf(kept, NOON) !== "open") return;
        expect(resultsVisibleTo(kept, standing, NOON)).toEqual({ visible: false, reason: "until-close" });
        expect(stancesVisibleTo(kept, standing, NOON)).toBe(false);
      }),
    );
  });

  test("after an answer are shown to those who voted or asked, and to nobody else while the poll is open", () => {
    fc.assert(
      fc.property(anyPoll, anyStanding, (poll, standing) => {
        const blind = { ...poll, resultsShown: "after_vote" as const, published: true, guessing: false };
        if (stateOf(blind, NOON) !== "open") return;
        expect(resultsVisibleTo(blind, standing, NOON).visible).toBe(standing.voted || standing.asked);
      }),
    );
  });

  test("that do not exist yet are promised to nobody for a vote", () => {
    fc.assert(
      fc.property(anyPoll, anyStanding, (poll, standing) => {
        const early = { ...poll, published: false };
        const visibility = resultsVisibleTo(early, standing, NOON);
        expect(visibility).not.toMatchObject({ reason: "vote-first" });
      }),
    );
  });

  test("wait for a guess where a poll asks for one, and for nothing else that was not asked", () => {
    fc.assert(
      fc.property(anyPoll, anyStanding, (poll, standing) => {
        const guessing = { ...poll, resultsShown: "after_vote" as const, published: true, guessing: true };
        if (stateOf(guessing, NOON) !== "open") return;
        const { voted, asked, guessed } = standing;
        expect(resultsVisibleTo(guessing, standing, NOON).visible).toBe((voted || asked) && guessed);
      }),
    );
  });

  test("of a mode that nobody has thought of yet are hidden until the close", () => {
    fc.assert(
      fc.property(anyPoll, anyStanding, (poll, standing) => {
        const unknown = { ...poll, resultsShown: JSON.parse('"on_request"') as ResultsShown };
        if (stateOf(unknown, NOON) !== "open") return;
        expect(resultsVisibleTo(unknown, standing, NOON).visible).toBe(false);
        expect(stancesVisibleTo(unknown, standing, NOON)).toBe(false);
      }),
    );
  });

  test("of a closed poll are everybody's, once there are enough votes", () => {
    fc.assert(
      fc.property(anyPoll, anyStanding, (poll, standing) => {
        if (stateOf(poll, NOON) !== "closed") return;
        expect(resultsVisibleTo(poll, standing, NOON).visible).toBe(poll.published);
      }),
    );
  });

  test("never show where stances would not: a stance is a result of one", () => {
    fc.assert(
      fc.property(anyPoll, anyStanding, (poll, standing) => {
        if (resultsVisibleTo(poll, standing, NOON).visible)
          expect(stancesVisibleTo(poll, standing, NOON)).toBe(true);
      }),
    );
  });
});

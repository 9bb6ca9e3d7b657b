import fc from "fast-check";
import { expect, test } from "vitest";
import type { Happened } from "@/domain/events/queries";
import { ReplayThenFollow } from "./replay-then-follow";

const numbered = (nth: number): Happened => ({
  tx: BigInt(10 + Math.floor(nth / 3)),
  id: BigInt(nth),
  kind: "comment.posted",
  article_id: "an article",
  subject_id: null,
  parent_id: null,
  root_id: null,
  shown: true,
});

test("wherever the replay ends, and however far what is followed lags behind it, everything is said once and in order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }),
      fc.nat(30),
      fc.nat(12),
      (sizes, endOfReplay, heardBefore) => {
        const told: bigint[] = [];
        const joined = new ReplayThenFollow((happened) => told.push(...happened.map(({ id }) => id)));
        const all = sizes.flatMap((size) => Array.from({ length: size })).map((_, nth) => numbered(nth));
        const replay = all.slice(0, endOfReplay);
        let from = 0;
        for (const [nth, size] of sizes.entries()) {
          if (nth === heardBefore) joined.replayed(endOf(replay));
          joined.hear(all.slice(from, (from += size)));
        }
        if (heardBefore >= sizes.length) joined.replayed(endOf(replay));
        const said = [...replay.map(({ id }) => id), ...told];
        expect(said).toEqual(all.map(({ id }) => id));
      },
    ),
  );
});

const endOf = (replay: readonly Happened[]) => replay.at(-1) ?? { tx: 1n, id: 0n };

test("a list of which nothing was said before is told as it is, so that its bytes are made once for all", () => {
  const told: (readonly Happened[])[] = [];
  const joined = new ReplayThenFollow((happened) => told.push(happened));
  joined.replayed({ tx: 1n, id: 0n });
  const happened = [numbered(1), numbered(2)];
  joined.hear(happened);
  expect(told[0]).toBe(happened);
});

import { describe, expect, test } from "vitest";
import { factorise, type Rating } from "./matrix-factorisation";
import { type Random, seededRandom } from "./random";

/** A planted comment: how likely each camp is to respect it, and how many of each react. */
type Planted = { comment: string; left: number; right: number };

/**
 * A house divided 70/30, in which every reader reacts to about a third of the comments. Twenty comments please the
 * left, ten the right, ten nobody much; the rest of the comments are handed in.
 */
function debate(planted: readonly Planted[], random: Random): Rating[] {
  const usual = [
    ...many(20, "left", { left: 0.85, right: 0.2 }),
    ...many(10, "right", { left: 0.2, right: 0.85 }),
    ...many(10, "poor", { left: 0.3, right: 0.3 }),
  ];
  const ratings: Rating[] = [];
  for (let reader = 0; reader < 300; reader++) {
    const camp = reader % 10 < 7 ? "left" : "right";
    for (const comment of [...usual, ...planted]) {
      if (random() > 0.35) continue;
      ratings.push({
        rater: `reader ${reader}`,
        comment: comment.comment,
        value: random() < comment[camp] ? 1 : 0,
      });
    }
  }
  return ratings;
}

const many = (count: number, name: string, camps: { left: number; right: number }): Planted[] =>
  Array.from({ length: count }, (_, n) => ({ comment: `${name} ${n}`, ...camps }));

const BRIDGE = { comment: "bridge", left: 0.75, right: 0.75 };
const PARTISAN = { comment: "partisan", left: 0.98, right: 0.3 };

describe("in a planted debate", () => {
  test("a comment liked across the divide beats a one-sided one with as many likes or more", () => {
    let bridgeFirst = 0;
    let fewerLikes = 0;
    for (let run = 0; run < 20; run++) {
      const ratings = debate([BRIDGE, PARTISAN], seededRandom(run));
      const { comments } = factorise(ratings);
      const of = (name: string) => comments.find(({ comment }) => comment === name)?.intercept ?? Number.NaN;
      if (of("bridge") > of("partisan")) bridgeFirst++;
      if (likes(ratings, "bridge") < likes(ratings, "partisan")) fewerLikes++;
    }
    expect(bridgeFirst).toBe(20);
    // The raw count would have decided otherwise in a good part of the runs.
    expect(fewerLikes).toBeGreaterThanOrEqual(8);
  });

  test("its factor finds the two camps, whatever sign they get", () => {
    const { comments } = factorise(debate([], seededRandom(5)));
    const signs = (camp: string) =>
      new Set(
        comments.filter(({ comment }) => comment.startsWith(camp)).map(({ factor }) => Math.sign(factor)),
      );
    expect(signs("left").size).toBe(1);
    expect(signs("right").size).toBe(1);
    expect(signs("left")).not.toEqual(signs("right"));
  });

  test("the same seed gives the same scores, and another seed nearly the same", () => {
    const ratings = debate([BRIDGE], seededRandom(6));
    expect(factorise(ratings, 1)).toEqual(factorise(ratings, 1));
    const [one, other] = [factorise(ratings, 1), factorise(ratings, 2)];
    expect(other.loss).toBeCloseTo(one.loss, 4);
    expect(other.comments[0]?.comment).toBe(one.comments[0]?.comment);
  });
});

test("a rater of nine comments and a comment of four raters are left out", () => {
  const ratings = debate([], seededRandom(7));
  const rare = ["a", "b", "c", "d"].map((rater) => ({ rater, comment: "rare", value: 1 }));
  const known = factorise(ratings);
  expect(factorise([...ratings, ...rare])).toEqual(known);
});

test("of nothing it makes nothing, and a rating above 1 is refused", () => {
  expect(factorise([])).toEqual({ mean: 0, loss: 0, comments: [] });
  expect(() => factorise([{ rater: "a", comment: "b", value: 1.5 }])).toThrow(RangeError);
});

test("where everybody respects everything no comment stands out", () => {
  const ratings = Array.from({ length: 400 }, (_, n) => {
    return { rater: `reader ${n % 20}`, comment: `comment ${Math.floor(n / 20)}`, value: 1 };
  });
  const { comments } = factorise(ratings);
  expect(comments).toHaveLength(20);
  for (const { intercept } of comments)
    expect(intercept).toBeCloseTo(comments[0]?.intercept ?? Number.NaN, 3);
});

const likes = (ratings: readonly Rating[], name: string): number =>
  ratings.filter(({ comment, value }) => comment === name && value === 1).length;

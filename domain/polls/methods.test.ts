import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SCORE_HIDDEN_MINUTES } from "@/domain/comments/ranking";
import { METHOD_ANCHORS, methodOf } from "./methods";
import { FEWEST_SHOWN } from "./poll";
import {
  BADGE_BOUND,
  RESPECT_NEEDED,
  SCORE_AT_MOST,
  SCORE_STEP,
  SIDE_BATCH,
  SIDE_REACTIONS,
  SIDE_VOTERS,
} from "./statistics/bridging";
import { OTHER_SIDE_REACTORS } from "./statistics/case-for-each-side";
import * as factors from "./statistics/matrix-factorisation";
import { LAMBDA_FACTOR, LAMBDA_INTERCEPT } from "./statistics/matrix-fit";
import { FEWEST_GUESSES } from "./statistics/guess";
import { EXACT_BELOW } from "./statistics/mcnemar";
import * as movement from "./statistics/movement";
import { BUCKET_SIDE } from "./statistics/opinion-over-time";
import * as publish from "./statistics/publish";
import { EXPECTED_CASES, GROUP_SIZE } from "./statistics/two-proportions";
import { Z_90_ONE_SIDED, Z_95 } from "./statistics/wilson";
import { renderArticle } from "@/domain/prose/article";

const source = readFileSync(new URL("../../content/methods.md", import.meta.url), "utf8");
const body = renderArticle(source);

describe("the page of methods", () => {
  test("renders without a complaint", () => {
    expect(body.problems).toEqual([]);
  });

  test("has a place for every figure, and no place without one", () => {
    expect(body.headings.map(({ id }) => id)).toEqual(METHOD_ANCHORS);
    expect(methodOf("flows")).toBe("/about/methods#s-who-moved");
  });

  test("says of every method what it cannot tell", () => {
    const sections = source.split("\n## ").slice(1);
    for (const section of sections) expect(section).toMatch(/cannot (?:tell|do|have)/);
  });

  test.each([
    `nothing is shown below ${FEWEST_SHOWN} votes`,
    `the ballots of at least ${publish.CROWD} people differ from what is shown, and of ${publish.CROWD_SHARE * 100} % of`,
    `drawn from the next ${publish.JITTER_SECONDS / 60} minutes`,
    `once it is a day old or ${publish.ESTABLISHED_COMMENTS} of its comments stand, and once in ${publish.CROWD_AGAIN_SECONDS / 3_600} hours`,
    `Once ${publish.LATE_AFTER_SECONDS / 86_400} days have passed`,
    `${publish.LATE_CROWD} are enough while fewer than ${publish.SMALL_POLL} votes are shown, and the very first figures need ${FEWEST_SHOWN}`,
    `may lack up to ${publish.LATE_CROWD - 1} late ballots`,
    `95 % Wilson score interval (z = ${Z_95})`,
    `For the first ${SCORE_HIDDEN_MINUTES} minutes`,
    `one-sided 90 % (z = ${Z_90_ONE_SIDED})`,
    `every side gave at least ${SIDE_REACTIONS} reactions and the score is at least ${BADGE_BOUND}`,
    `where fewer than ${RESPECT_NEEDED} readers respect it`,
    `in steps of ${SCORE_STEP}, up to “${SCORE_AT_MOST} or more”`,
    `once the reactions of at least ${SIDE_BATCH} readers differ from those shown`,
    `A side with fewer than ${SIDE_VOTERS} voters`,
    `more than ${factors.REACTORS_NEEDED.toLocaleString("en-GB")} readers`,
    `cheap (λ = ${LAMBDA_FACTOR})`,
    `dear (λ = ${LAMBDA_INTERCEPT})`,
    `fewer than ${factors.RATERS_PER_COMMENT} raters, then raters of fewer than ${factors.RATINGS_PER_RATER} comments`,
    `fewer than ${factors.RATERS_EACH_WAY} raters on either side of the line's middle`,
    `from at least ${OTHER_SIDE_REACTORS} reactions of other sides`,
    `towards zero to a multiple of ${movement.GAIN_STEP}`,
    `to the ${movement.BESIDES_STEP} below`,
    `Below ${movement.FEWEST_MOVED} nothing is shown, nor where fewer than ${movement.FEWEST_OTHERS} others stand`,
    `Below ${EXACT_BELOW} moves`,
    `a step holds at least ${BUCKET_SIDE} people of every side`,
    `from ${FEWEST_GUESSES} guesses on`,
    `told again when ${FEWEST_GUESSES} more have guessed`,
    `at least ${GROUP_SIZE} comments each, and each of the four cells at least ${EXPECTED_CASES} expected cases`,
  ])("states the number the program uses: %s", (sentence) => {
    expect(source).toContain(sentence);
  });
});

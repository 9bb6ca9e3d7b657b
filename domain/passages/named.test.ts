import { describe, expect, test } from "vitest";
import { countsOf } from "./named";
import { renderArticle } from "@/domain/prose/article";

const { html } = renderArticle(
  `The cost rose by a *third*, and nobody knows why.

The cost fell. So it goes.

## So it goes`,
);
const FEWEST = 5;
const by = (words: string, readers: number, block: number | null = null) => ({ words, block, readers });
const moved = (...named: Parameters<typeof by>[]) =>
  countsOf(
    [],
    named.map((one) => by(...one)),
    html,
    FEWEST,
  );

describe("words of the article that changed minds", () => {
  test("are found by their letters, and said of their block from five readers on", () => {
    expect(moved(["“the cost rose by a third …”", 4])).toEqual([]);
    expect(moved(["the cost rose by a third", 3], ["nobody knows why", 2])).toEqual([
      { block: 1, comments: 0, moved: true },
    ]);
  });

  test("count nowhere where they stand in several blocks, or no more", () => {
    expect(moved(["So it goes", 9], ["The cost", 9], ["The cost was as ever", 9], ["…", 9])).toEqual([]);
    expect(moved(["The cost fell. So it goes", 9])).toEqual([{ block: 2, comments: 0, moved: true }]);
  });

  test("count beside the comments about them, and once for whoever named both", () => {
    const stored = [{ block: 2, comments: 3, moved: 3 }];
    const of = (...named: ReturnType<typeof by>[]) => countsOf(stored, named, html, FEWEST);
    expect(of(by("The cost fell", 2, 2))).toEqual([{ block: 2, comments: 3, moved: false }]);
    expect(of(by("The cost fell", 2, 1))).toEqual([{ block: 2, comments: 3, moved: true }]);
    expect(of(by("The cost fell", 2))).toEqual([{ block: 2, comments: 3, moved: true }]);
  });
});

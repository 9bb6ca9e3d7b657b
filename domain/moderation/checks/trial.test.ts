import { expect, test } from "vitest";
import { checks } from "./checks";
import { tryOut, type Past } from "./trial";
import { wordFinder } from "./words/word-finder";
import { CY, earlier, writing } from "./check-context.fixture";
import { DEFAULT_SETTINGS } from "@/domain/moderation/settings/settings";

const { author: BO, article } = writing("");

function past(text: string, secondsAgo: number, author = BO, different: Partial<Past> = {}): Past {
  return {
    ...earlier(text, secondsAgo, { authorId: author.id }),
    whole: text,
    author,
    article,
    ...different,
  };
}

const known = {
  settings: DEFAULT_SETTINGS,
  words: wordFinder({ block: [], hold: ["synergy"], mark: [] }),
  staff: [],
};
const caught = (key: string, comments: Past[]) => {
  const check = checks.find((one) => one.key === key);
  if (!check) throw new Error(`There is no check ${key}.`);
  return tryOut(check, comments, known).caught.map(({ comment }) => comment.id);
};

test("tells which comments a word would have held", () => {
  expect(
    caught("words", [past("All about synergy.", 30), past("Nothing of the sort.", 20), past("SYNERGY!", 10)]),
  ).toEqual(["c30", "c10"]);
});

test("a newcomer was one then, though not any more", () => {
  const cy = { ...CY, approvedCount: 2 };
  const link = "See https://example.org for more.";
  expect(caught("newcomer-link", [past(link, 300, cy), past(link, 200, cy)])).toEqual(["c300"]);
  expect(caught("newcomer-link", [past(link, 300)])).toEqual([]);
});

test("a repetition is one only after the first", () => {
  const text = "Exactly the same sentence once more.";
  expect(caught("repeated", [past(text, 300), past(text, 200)])).toEqual(["c200"]);
});

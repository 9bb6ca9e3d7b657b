import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answersOf } from "@/components/comments/thread-context";
import { sideTones } from "./side-tones";

const options = ["one", "two", "three", "unsure", "four", "five", "six"].map((key) => ({
  key,
  label: key,
  sentence: "",
  side: key !== "unsure",
}));

test("every side has a colour of its own, and the same in the poll's card and beside a comment", () => {
  const tones = sideTones(options);
  expect(tones).toEqual(["a", "b", "c", "none", "d", "e", "f"]);
  const answers = answersOf(options);
  expect(options.map(({ key }) => answers[key]?.tone)).toEqual(tones);
});

test("both style sheets know every colour of a side", () => {
  const sheets = ["components/comments/comment.module.css", "components/polls/tones.module.css"].map((file) =>
    readFileSync(file, "utf8"),
  );
  for (const tone of sideTones(options).filter((one) => one !== "none"))
    for (const sheet of sheets) expect(sheet).toContain(`var(--side-${tone})`);
});

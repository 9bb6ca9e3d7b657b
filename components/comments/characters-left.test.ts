import { expect, test } from "vitest";
import { COMMENT_LIMIT } from "@/domain/comments/comment";
import { charactersLeft } from "./characters-left";

test("an emoji is one character of the limit, as it is when the comment is posted", () => {
  expect(charactersLeft("")).toBe(COMMENT_LIMIT);
  expect(charactersLeft("👍".repeat(100))).toBe(COMMENT_LIMIT - 100);
});

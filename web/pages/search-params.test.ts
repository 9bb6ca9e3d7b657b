import { expect, test } from "vitest";
import { single } from "./search-params";

test("a parameter that came twice, or that no database takes, counts as not given", () => {
  expect(single("flood")).toBe("flood");
  expect(single("\u{1f600}")).toBe("\u{1f600}");
  for (const given of [undefined, ["a", "b"], "\0", "a\0b", "\ud83d"]) expect(single(given)).toBeUndefined();
});

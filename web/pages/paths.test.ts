import fc from "fast-check";
import { expect, test } from "vitest";
import { sameSitePath, withQuery } from "./paths";

test("a path of this site is kept with its query and its place on the page", () => {
  expect(sameSitePath("/articles/a-question?sort=newest#c-1")).toBe("/articles/a-question?sort=newest#c-1");
});

test("no text sends a reader to another site", () => {
  const tempting = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[/\\]{0,3}[a-z.:@/\\]{0,20}$/),
    fc.constantFrom(
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
    ),
  );
  fc.assert(
    fc.property(tempting, (wish) => {
      const path = sameSitePath(wish);
      if (path === null) return;
      for (const base of ["https://moot.example/sign-in", "http://localhost:3000/"])
        expect(new URL(path, base).origin).toBe(new URL(base).origin);
    }),
    { numRuns: 2_000 },
  );
});

test("a query parameter is added, or replaced, and the rest stays", () => {
  expect(withQuery("/a?x=1#there", "kept", "9")).toBe("/a?x=1&kept=9#there");
  expect(withQuery("/a?kept=1", "kept", "2")).toBe("/a?kept=2");
});

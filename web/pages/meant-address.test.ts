import fc from "fast-check";
import { expect, test } from "vitest";
import { meantAddress } from "./meant-address";

const COMMENT = "/comments/01a2236b-379e-7610-ba93-678e1c2b5283";

test.each([
  ["/articles/PLAIN", "/articles/plain"],
  ["/Articles/Plain", "/articles/plain"],
  ["/members/ANN", "/members/ann"],
  ...[
    ".",
    ",",
    ")",
    ").",
    "]",
    "%20",
    "%22",
    "%E2%80%9D",
    "**",
    ">",
    "%3E",
    "...",
    "%E2%80%A6",
    "%E3%80%82",
  ].map((behind) => [COMMENT + behind, COMMENT] as [string, string]),
  [`${COMMENT}%E2%80%8B`, COMMENT],
  [`${COMMENT}/.`, COMMENT],
  ["/articles/plain)?sort=newest", "/articles/plain?sort=newest"],
  ["/articles//plain", "/articles/plain"],
  ["/articles/plain/record.csv,", "/articles/plain/record.csv"],
])("%s means %s", (typed, meant) => {
  expect(meantAddress(typed)).toBe(meant);
});

test.each(["/", "/articles/plain", COMMENT, "/nope?x=A.", "/articles/plain/record.csv"])(
  "%s is as it should be",
  (url) => {
    expect(meantAddress(url)).toBeNull();
  },
);

test("what is meant is a path of this site, and means itself", () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      const meant = meantAddress(`/${path}`);
      if (meant === null) return;
      expect(meant).toMatch(/^\/(?!\/)/);
      expect(URL.parse(meant, "http://moot.invalid")?.host).toBe("moot.invalid");
      expect(meantAddress(meant)).toBeNull();
    }),
  );
});

import { expect, test } from "vitest";
import { wroteAt, wroteCookie } from "./wrote-cookie";

const NOW = 1_800_000_000_000;
const kept = (cookie: string) => cookie.split(";", 1)[0];
const another = (cookie: string) => cookie.replace(/-[0-9a-f]{8};/, "-0badcafe;");

test("what this process took was written when it says", () => {
  expect(wroteAt(kept(wroteCookie(NOW - 4_000)), NOW)).toBe(NOW - 4_000);
});

test.each([
  ["before", NOW - 3_600_000],
  ["after", NOW + 3_600_000],
])("what another one took, whose clock is an hour %s, was written now", (_which, theirs) => {
  expect(wroteAt(kept(another(wroteCookie(theirs))), NOW)).toBe(NOW);
});

test("what this one took before its clock was set back was written now", () => {
  expect(wroteAt(kept(wroteCookie(NOW + 3_600_000)), NOW)).toBe(NOW);
});

test.each(["moot-wrote=", "moot-wrote=soon", `moot-wrote=${NOW}`, "moot-wrote=-1-0badcafe", undefined])(
  "%s says nothing",
  (cookies) => {
    expect(wroteAt(cookies, NOW)).toBe(0);
  },
);

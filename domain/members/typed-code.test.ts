import { expect, test } from "vitest";
import { AppCode } from "./keys/schema";
import { CodeTyped } from "./schema";

// firebase/FirebaseUI-iOS#430, #790, devfolioco/react-otp-input#440, jackocnr/intl-tel-input#2105, andOTP/andOTP#359: figures of a keyboard.
// WordPress/two-factor#317, cachethq/cachet#2405: blanks, and what mail programs and texts from right to left put around it.
test.each([
  ...[
    "012345",
    "012 345",
    "012\u00a0345",
    "\u200f٠١٢٣٤٥\u200e",
    "۰۱۲۳۴۵",
    "०१२३४५",
    "০১২৩৪৫",
    "０１２３４５",
  ],
  ...["\ufeff012345", "012\u200b345", "\u2066012345\u2069", "012\u2060345", "𝟎𝟏𝟐𝟑𝟒𝟓"],
])("%j is the code 012345", (typed) => {
  expect(CodeTyped.parse({ code: typed }).code).toBe("012345");
  expect(AppCode.parse({ code: typed }).code).toBe("012345");
});

test("the figures of every script that has its own are those figures", () => {
  const scripts = Intl.supportedValuesOf("numberingSystem").map((numberingSystem) =>
    new Intl.NumberFormat("en", { numberingSystem, useGrouping: false }).format(987_654),
  );
  const inFigures = scripts.filter((typed) => /^\p{Nd}{6}$/u.test(typed));
  expect(inFigures.length).toBeGreaterThan(50);
  for (const typed of inFigures) expect(AppCode.parse({ code: typed }).code, typed).toBe("987654");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { browserInWords } from "./browser";
import { isReserved } from "./handle";
import { nameSkeleton } from "./name-skeleton";
import common from "./common-passwords.json";
import { isPatternOnly, PASSWORD_LENGTH, weaknessOf } from "./password";
import { mayTryTheSample } from "./policy";
import { Email, Handle, Name, NewPassword, SignIn } from "./schema";

test("names that look alike at a glance are alike, and others are not", () => {
  for (const other of ["ADA", "Ad\u0430", "A d a", "Áda", "a.d-a", "\u0410\u0501\u0430"])
    expect([other, nameSkeleton(other)]).toEqual([other, nameSkeleton("Ada")]);
  for (const other of ["Ida", "Adam", "Aba", "达"]) expect(nameSkeleton(other)).not.toBe(nameSkeleton("Ada"));
});

test("nobody is called what the site is called, however it is spelled, and people keep their names", () => {
  for (const name of [
    "moot",
    "M00T",
    "Adm1n",
    "Modera\u0442or",
    "ad-min",
    "S.t.a.f.f",
    "Moderat\u03bfr",
    "The Moot editors",
    "moot-team",
  ])
    expect([name, isReserved(name)]).toEqual([name, true]);
  for (const name of ["Ali", "Modesty", "Admiral", "Ann", "Stafford", "Moritz", "Team Rocket", "The Rest"])
    expect([name, isReserved(name)]).toEqual([name, false]);
});

test("whatever somebody types as a name, it is refused or can be shown on one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (typed) => {
      const name = Name.safeParse(typed);
      if (!name.success) return;
      expect(name.data).toMatch(/[\p{L}\p{N}]/u);
      expect(name.data).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\n\t]/u);
      expect(Array.from(name.data).length).toBeLessThanOrEqual(50);
      expect(Name.parse(name.data)).toBe(name.data);
    }),
    { numRuns: 2_000 },
  );
});

test("an address is kept as the database compares it, and a handle as addresses are written", () => {
  expect(Email.parse("  Bo@Example.ORG ")).toBe("bo@example.org");
  expect(Handle.parse("Bo_1")).toBe("bo_1");
  for (const handle of ["b", "b".repeat(31), "bo.1", "bö", "__", "api"])
    expect(Handle.safeParse(handle).success).toBe(false);
});

test("a password is measured in characters, not in bytes, and any keyboard types it", () => {
  expect(NewPassword.safeParse("\u00fcbung macht").success).toBe(true);
  expect(NewPassword.parse("u\u0308bung macht")).toBe(NewPassword.parse("\u00fcbung macht"));
  expect(NewPassword.safeParse("🦉🦊🐢🐝🦀🐙🐘🦒🐪🦔").success).toBe(true);
  expect(NewPassword.safeParse("🦉🦊🐢🐝🦀").success).toBe(false);
  expect(NewPassword.safeParse("a0b1c".repeat(40)).success).toBe(true);
  expect(NewPassword.safeParse("a0b1c".repeat(41)).success).toBe(false);
  expect(NewPassword.parse("ﬁve brass ①s")).toBe("ﬁve brass ①s");
});

test("what anyone would try first is refused kindly", () => {
  for (const poor of ["            ", "Password123", "pass word 123", "abababababab", "qwertyuiop"])
    expect([poor, weaknessOf(poor)]).toEqual([poor, expect.any(String)]);
  const about = ["bo@example.org", "boris-k", "Boris Kay"];
  for (const poor of ["bo@example.org", "Boris-K 1234", "boris 1234", "moot example 1"])
    expect([poor, weaknessOf(poor, about)]).toEqual([poor, expect.any(String)]);
  for (const good of ["seven brass kettles", "boris likes kettles", "🦉🦊🐢🐝🦀🐙🐘🦒🐪🦔"])
    expect([good, weaknessOf(good, about)]).toEqual([good, null]);
});

test("more than 3,000 of the commonest passwords that the other rules would let pass are refused", () => {
  const { passwords } = common;
  expect(passwords.length).toBeGreaterThan(3_000);
  for (const password of passwords) {
    expect([password, password.length >= PASSWORD_LENGTH.min, isPatternOnly(password)]).toEqual([
      password,
      true,
      false,
    ]);
    expect([password, NewPassword.safeParse(password.toUpperCase()).success]).toEqual([password, false]);
  }
});

test("the sample is tried on one's own machine only", () => {
  const here = { demo: true, ip: "127.0.0.1", host: "localhost:3000" };
  expect(mayTryTheSample(here)).toBe(true);
  expect(mayTryTheSample({ ...here, demo: false })).toBe(false);
  expect(mayTryTheSample({ ...here, host: "moot.example" })).toBe(false);
  expect(mayTryTheSample({ ...here, ip: "10.0.0.1" })).toBe(false);
});

test("a browser is called what its owner calls it, and nothing else of what it says is kept", () => {
  const said: [agent: string, words: string][] = [
    ["Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox on Linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0",
      "Edge on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    ["curl/8.5.0", "Another program"],
    ["", ""],
  ];
  for (const [agent, words] of said) expect(browserInWords(agent)).toBe(words);
});

test("both spellings of a domain are one address; an account made with what is refused today still signs in", () => {
  expect(Email.parse("Bo@Büro.example")).toBe("bo@xn--bro-hoa.example");
  expect(SignIn.parse({ email: "bo@BÜRO.example", password: "x" }).email).toBe("bo@xn--bro-hoa.example");
  const long = `${"b".repeat(70)}@example.org`;
  expect(Email.safeParse(long).success).toBe(false);
  expect(SignIn.parse({ email: long, password: "x" }).email).toBe(long);
  expect(SignIn.safeParse({ email: "nonsense", password: "x" }).success).toBe(false);
});

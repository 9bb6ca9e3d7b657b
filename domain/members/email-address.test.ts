import fc from "fast-check";
import { expect, test } from "vitest";
import { readEmail } from "./email-address";
import * as t from "#messages/members";

const addressOf = (typed: string) => readEmail(typed).address ?? null;

test.each([
  ["Ada@Example.ORG", "ada@example.org"],
  ["ada+moot@example.org", "ada+moot@example.org"],
  // X.400 gateways write slashes, Gmail dots, Irish names apostrophes.
  ["/g=ada/s=lovelace/@example.org", "/g=ada/s=lovelace/@example.org"],
  ["o'neill@example.ie", "o'neill@example.ie"],
  ["a!#$%&'*+-/=?^_`{|}~@example.org", "a!#$%&'*+-/=?^_`{|}~@example.org"],
  ["ada@xn--bro-hoa.example", "ada@xn--bro-hoa.example"],
  ["ada@büro.example", "ada@xn--bro-hoa.example"],
  ["ada@BÜRO.example", "ada@xn--bro-hoa.example"],
  ["ada@bu\u0308ro.example", "ada@xn--bro-hoa.example"],
  ["用户@例え.テスト", "用户@xn--r8jz45g.xn--zckzah"],
  ["ada@例え。テスト", "ada@xn--r8jz45g.xn--zckzah"],
  ["ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ", "ada@example.org"],
  ["jo\u0308rg@example.org", "j\u00f6rg@example.org"],
  [`ada@${"a".repeat(63)}.example`, `ada@${"a".repeat(63)}.example`],
  ["ada@a.very.deep.sub.domain.photography", "ada@a.very.deep.sub.domain.photography"],
  ["\u200b ada@example.org\u00a0\ufeff", "ada@example.org"],
  ["ada@example.org.", "ada@example.org"],
  ["\u0130smail@example.org", "ismail@example.org"],
  ["I\u0307SMA\u0130L@example.org", "ismail@example.org"],
])("%j is the account of %s", (typed, address) => {
  expect(readEmail(typed)).toEqual({ address });
});

test.each([
  ...["", "@", "ada", "ada@", "@example.org", "ada@localhost", "ada@@example.org", "a@b@example.org"],
  ...["ada lovelace@example.org", ".ada@example.org", "ada.@example.org", "a..da@example.org"],
  ...["ada@-example.org", "ada@example-.org", "ada@exa_mple.org", "ada@.example.org", "ada@example..org"],
  ...["ada@192.0.2.7", "ada@[192.0.2.7]", "ada@1.2", "ada@0x7f.1", "ada@example.org:25", "ada@example.org/x"],
  ...['"ada b"@example.org', "Ada <ada@example.org>", "mailto:ada@example.org", "ada@exa%6dple.org"],
  ...["ada\u0000@example.org", "ada\r\nbcc: bo@example.org", "ada\u202e@example.org", "a\ud800@example.org"],
  `ada@${"a".repeat(64)}.example`,
])("%j is no address", (typed) => {
  expect(readEmail(typed)).toEqual({ problem: t.thatDoesNotLookLike });
});

test("an address has as many bytes as mail servers take, counted as it is sent", () => {
  const domain = `${"a".repeat(63)}.${"b".repeat(63)}.${"c".repeat(58)}.org`;
  expect(addressOf(`${"x".repeat(63)}@${domain}`)).toHaveLength(254);
  expect(readEmail(`${"x".repeat(64)}@${domain}`)).toEqual({ problem: t.thatAddressIsTooLong });
  expect(readEmail(`${"x".repeat(65)}@example.org`)).toEqual({ problem: t.thatAddressIsTooLong });
  // Three bytes each: 66.
  expect(readEmail(`${"用".repeat(22)}@example.org`)).toEqual({ problem: t.thatAddressIsTooLong });
  expect(addressOf(`ada@${"é".repeat(40)}.example`)).not.toBeNull();
});

test("what was read once is read the same again, and no text breaks it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "binary" })), (typed) => {
      const { address } = readEmail(typed);
      if (address !== undefined) expect(readEmail(address)).toEqual({ address });
    }),
  );
});

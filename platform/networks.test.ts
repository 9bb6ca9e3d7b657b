import { expect, test } from "vitest";
import { anyOf, isNetwork } from "./networks";

test.each([
  ["10.0.0.0/8", "10.200.3.4", "11.0.0.1"],
  ["127.0.0.1", "127.0.0.1", "127.0.0.2"],
  ["::ffff:127.0.0.1", "127.0.0.1", "127.0.0.2"],
  ["::ffff:10.0.0.0/104", "10.1.1.1", "11.1.1.1"],
  ["2001:DB8::/32", "2001:db8:1::1", "2001:db9::1"],
  ["0.0.0.0/0", "192.0.2.1", "2001:db8::1"],
])("%s has %s in it and not %s", (network, inside, outside) => {
  expect(isNetwork(network)).toBe(true);
  expect(anyOf([network])(inside)).toBe(true);
  expect(anyOf([network])(outside)).toBe(false);
});

test.each(["caddy", "*", "10.0.0.0/33", "10.0.0.0/", "127.0.0.1;::1", "127.0.0.1:3103", "10.0.0.1-9", ""])(
  "“%s” is no network",
  (word) => {
    expect(isNetwork(word)).toBe(false);
  },
);

test("what is no address is in no network", () => {
  expect(anyOf(["0.0.0.0/0", "::/0"])("unknown")).toBe(false);
  expect(anyOf([])("127.0.0.1")).toBe(false);
});

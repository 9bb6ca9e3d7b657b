import { expect, test } from "vitest";
import { env } from "@/platform/env";
import { readHost } from "./host";

/** As Node hands over the bytes of a header. */
const sent = (host: string): string => Buffer.from(host).toString("latin1");

test.each([
  ["moot.example", "moot.example"],
  ["MOOT.Example:8443", "moot.example:8443"],
  ["moot.example:80", "moot.example"],
  ["moot_upstream", "moot_upstream"],
  ["[::1]:3000", "[::1]:3000"],
  ["127.1:3000", "127.0.0.1:3000"],
  ["büro.example", "xn--bro-hoa.example"],
])("a request to %s", (given, host) => {
  expect(readHost(sent(given))).toBe(host);
});

test("without one it is the site's own", () => {
  for (const given of [undefined, ""]) expect(readHost(given)).toBe(new URL(env.siteUrl).host);
});

test.each([
  "%zz",
  "x y",
  "../x",
  "a/b",
  "me@moot.example",
  "moot.example:99999",
  "moot.example?",
  "[::1",
  ":80",
])("%s is no host", (given) => {
  expect(readHost(given)).toBeNull();
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { IncomingMessage } from "node:http";
import { clientOf, rateLimitKey } from "./client-ip";

test("an IPv4 address is counted by itself", () => {
  expect(rateLimitKey("192.0.2.7")).toBe("192.0.2.7");
  expect(rateLimitKey("")).toBe("");
});

test("an IPv6 address is counted by its /64, however it is written", () => {
  for (const same of [
    "2001:db8::1",
    "2001:DB8:0:0:ffff:1:2:3",
    "2001:0db8:0000:0000:0000:0000:0000:0009",
    "2001:db8:0:0::",
  ])
    expect(rateLimitKey(same)).toBe("2001:db8:0:0");
  expect(rateLimitKey("2001:db8:0:1::1")).not.toBe("2001:db8:0:0");
  expect(rateLimitKey("::1")).toBe("0:0:0:0");
  expect(rateLimitKey("fe80::1%eth0")).toBe("fe80:0:0:0");
});

test("whoever walks through their /64 stays one client", () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
  fc.assert(
    fc.property(fc.tuple(group, group, group, group), (rest) => {
      expect(rateLimitKey(`2001:db8:1:2:${rest.join(":")}`)).toBe("2001:db8:1:2");
    }),
  );
});

test("whoever walks through a /48 is one network, and an IPv4 address is its own", () => {
  const from = (remoteAddress: string) =>
    clientOf({ socket: { remoteAddress }, headers: {} } as unknown as IncomingMessage);
  expect(from("2001:db8:1:2::7")).toEqual({ address: "2001:db8:1:2", network: "2001:db8:1" });
  expect(from("2001:db8:1:ffff::7").network).toBe("2001:db8:1");
  expect(from("::ffff:192.0.2.7")).toEqual({ address: "192.0.2.7", network: "192.0.2.7" });
});

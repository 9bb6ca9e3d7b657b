import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { IncomingMessage } from "node:http";
import { clientIp, clientOf, plainAddress, rateLimitKey } from "./client-ip";

vi.hoisted(() => {
  process.env.MOOT_TRUSTED_PROXIES = "127.0.0.1, 10.0.0.2, 2001:DB8:0:0::5";
});

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
  expect(from("2001:db8:1:2::7")).toMatchObject({ address: "2001:db8:1:2", network: "2001:db8:1" });
  expect(from("2001:db8:1:ffff::7").network).toBe("2001:db8:1");
  expect(from("::ffff:192.0.2.7")).toMatchObject({ address: "192.0.2.7", network: "192.0.2.7" });
});

const behind = (forwarded: string, remoteAddress = "127.0.0.1") =>
  clientIp({
    socket: { remoteAddress },
    headers: { "x-forwarded-for": forwarded },
  } as unknown as IncomingMessage);

test.each([
  ["203.0.113.7", "203.0.113.7"],
  [" 203.0.113.7 , 10.0.0.2", "203.0.113.7"],
  ["203.0.113.7, 10.0.0.2, ::ffff:127.0.0.1", "203.0.113.7"],
  // Azure's and IIS's proxies append the port.
  ["203.0.113.7:49152", "203.0.113.7"],
  ["[2001:db8::7]:443", "2001:db8::7"],
  ["[2001:db8::7]", "2001:db8::7"],
  ['"[2001:db8::7]:443"', "2001:db8::7"],
  ["2001:0DB8:0000::0007", "2001:db8::7"],
  ["fe80::1%eth0", "fe80::1"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::FFFF:cb00:7107", "203.0.113.7"],
  ["203.0.113.7, [2001:db8::5]:80", "203.0.113.7"],
  ["198.51.100.9, 203.0.113.7", "203.0.113.7"],
])("behind a proxy %j is %s", (forwarded, ip) => {
  expect(behind(forwarded)).toBe(ip);
});

test.each([
  ...["unknown", "_hidden", "localhost", "bo", "203.0.113", "203.0.113.7.1", "999.1.1.1", "1.2.3.4:port"],
  ...["[203.0.113.7", "::g", "' OR 1=1", "203.0.113.7, unknown", "for=203.0.113.7", "", ",", "10.0.0.2"],
])("%j names no client, and counts as the proxy's own", (forwarded) => {
  expect(behind(forwarded)).toBe("127.0.0.1");
});

test("whom nobody told us to trust is taken by the address they come from", () => {
  expect(behind("203.0.113.7", "198.51.100.9")).toBe("198.51.100.9");
  expect(behind("203.0.113.7", "::ffff:198.51.100.9")).toBe("198.51.100.9");
  expect(behind("203.0.113.7", "::ffff:10.0.0.2")).toBe("203.0.113.7");
});

test("whatever is forwarded, a client is an address", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(plainAddress(behind(text))).toBe(behind(text));
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.nat(65_535), (ip, port) => {
      const plain = plainAddress(ip);
      expect(plain).not.toBeNull();
      expect(plainAddress(ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`)).toBe(plain);
    }),
  );
});

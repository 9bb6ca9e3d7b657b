import "server-only";

import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isIPv4, isIPv6 } from "node:net";
import type { Client } from "@/platform/client";
import { env } from "@/platform/env";
import { anyOf } from "@/platform/networks";

const isTrusted = anyOf(env.trustedProxies);

/**
 * Where a request comes from. Forwarding headers are believed only as far as the proxies we were told to trust: the rightmost
 * address that is none of them. What is no address ("unknown", a name, junk) says nothing of whoever is behind it, and counts as the proxy's.
 */
export function clientIp(incoming: IncomingMessage): string {
  const direct = plainAddress(incoming.socket.remoteAddress ?? "") ?? "";
  if (!isTrusted(direct)) return direct;
  const forwarded = String(incoming.headers["x-forwarded-for"] ?? "").split(",");
  for (const hop of forwarded.filter((one) => one.trim() !== "").toReversed()) {
    const ip = plainAddress(hop);
    if (ip === null) return direct;
    if (!isTrusted(ip)) return ip;
  }
  return direct;
}

/** Groups of an IPv6 address that say whose it is: a household is given a whole /64, and may write from any address in it. */
const HOUSEHOLD_GROUPS = 4;
/** Providers hand out as much as a /48, whose holder has 65,536 networks of 64 bits to write from (RFC 6177). */
const NETWORK_GROUPS = 3;

/** What is counted as one client: an IPv4 address, or the first 64 bits of an IPv6 one. */
export const rateLimitKey = (ip: string): string => firstGroups(ip, HOUSEHOLD_GROUPS);

/** Whom a request is limited as. */
export function clientOf(incoming: IncomingMessage): Client {
  const ip = clientIp(incoming);
  const agent = incoming.headers["user-agent"] ?? "";
  return { address: rateLimitKey(ip), network: firstGroups(ip, NETWORK_GROUPS), agent };
}

/** A proxy or a tunnel on this machine makes the whole world look local; most of them say that they stand between. */
export const wasPassedOn = (headers: IncomingHttpHeaders): boolean =>
  ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"].some((name) => name in headers);

function firstGroups(ip: string, most: number): string {
  if (!isIPv6(ip)) return ip;
  const [head = "", tail] = ip.toLowerCase().split("%", 1)[0]?.split("::") ?? [];
  const before = head.split(":").filter((group) => group !== "");
  const after = (tail ?? "").split(":").filter((group) => group !== "");
  const between = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(between).fill("0"), ...after];
  return groups
    .slice(0, most)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

/** An IP or an e-mail address as counters keep it: keyed, and another hash every day, so that nobody can be followed. */
export function dailyHash(value: string, today = new Date()): string {
  return createHmac("sha256", env.secret)
    .update(`${today.toISOString().slice(0, 10)} ${value}`)
    .digest("base64url");
}

/** An address with a port, or in the brackets or quotation marks of RFC 7239 and RFC 3986, as some proxies write it. */
const WITH_PORT = /^(?:\[([^\]]+)\]|([^:]+))(?::\d{1,5})?$/;
/** IPv4 written as IPv6 is the same address, as people write it and as parsers do. */
const MAPPED = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([\da-f]{1,4}):([\da-f]{1,4}))$/;

/** An IP address in its one spelling (RFC 5952), without port and zone; null for what is none. */
export function plainAddress(written: string): string | null {
  const bare = written.trim().replace(/^"(.*)"$/, "$1");
  const [, inBrackets, before] = WITH_PORT.exec(bare) ?? [];
  const ip = (inBrackets ?? before ?? bare).split("%", 1)[0] ?? "";
  if (isIPv4(ip)) return ip;
  if (!isIPv6(ip)) return null;
  const short = new URL(`http://[${ip}]`).hostname.slice(1, -1);
  const [, dotted, high, low] = MAPPED.exec(short) ?? [];
  if (dotted !== undefined) return dotted;
  if (high === undefined || low === undefined) return short;
  const bits = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return bits.flatMap((pair) => [pair >> 8, pair & 255]).join(".");
}

import "server-only";

import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { env } from "@/platform/env";

/**
 * Where a request comes from. Forwarding headers are believed only as far as the proxies we were told to trust:
 * the rightmost address that is none of them.
 */
export function addressOf(incoming: IncomingMessage): string {
  const direct = plain(incoming.socket.remoteAddress ?? "");
  if (!env.trustedProxies.includes(direct)) return direct;
  const forwarded = String(incoming.headers["x-forwarded-for"] ?? "").split(",");
  const hops = forwarded.map((hop) => plain(hop.trim())).filter((hop) => hop !== "");
  return hops.findLast((hop) => !env.trustedProxies.includes(hop)) ?? direct;
}

export const isLoopback = (address: string): boolean => address === "::1" || address.startsWith("127.");

/** An address as we keep it in counters: keyed, and another one every day, so that nobody can be followed. */
export function addressToday(address: string, today = new Date()): string {
  return createHmac("sha256", env.secret)
    .update(`${today.toISOString().slice(0, 10)} ${address}`)
    .digest("base64url");
}

/** IPv4 written as IPv6 is the same address. */
const plain = (address: string): string => address.replace(/^::ffff:/, "");

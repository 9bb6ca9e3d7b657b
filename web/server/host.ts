import "server-only";

import { env } from "@/platform/env";

/** What no host has, and an address beside one has. */
const MORE_THAN_A_HOST = /[\s/?#@\\]/;

/**
 * The Host of a request in its one spelling, as whatever reads it after us takes it (`127.1` is an address, and `BÜRO.example` a name), or
 * null for what is none. An empty one, which is allowed (RFC 9112, section 3.2), and the missing one of HTTP/1.0 are the site's own.
 */
export function readHost(given: string | undefined): string | null {
  const host = Buffer.from(given ?? "", "latin1").toString();
  if (host === "") return new URL(env.siteUrl).host;
  return MORE_THAN_A_HOST.test(host) ? null : URL.parse(`http://${host}`)?.host || null;
}

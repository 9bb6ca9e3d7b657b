import "server-only";

import type { IncomingMessage } from "node:http";
import { clientIp } from "./client-ip";
import { env } from "@/platform/env";
import { isLoopback } from "@/platform/loopback";
import { NotAllowed } from "@/platform/refusal";
import * as t from "#messages/api";

/**
 * A write must come from our own pages or from a program, never from another site's page: browsers say which by
 * Sec-Fetch-Site and Origin (Fetch Metadata; OWASP, "Cross-Site Request Forgery Prevention").
 */
export function refuseOtherSites(incoming: IncomingMessage): void {
  const site = incoming.headers["sec-fetch-site"];
  const origin = incoming.headers.origin;
  if (site !== undefined && site !== "same-origin" && site !== "none") throw otherSite();
  if (origin !== undefined && !isOurs(origin, incoming)) throw otherSite();
}

function isOurs(origin: string, incoming: IncomingMessage): boolean {
  if (origin === new URL(env.siteUrl).origin) return true;
  // On one's own machine the site answers to several names: localhost, 127.0.0.1, [::1].
  const there = URL.parse(origin);
  return (
    env.embedded &&
    isLoopback(clientIp(incoming)) &&
    there !== null &&
    isLoopback(there.hostname) &&
    there.host === incoming.headers.host
  );
}

const otherSite = () => new NotAllowed(t.thisRequestCameFromAnother);

import "server-only";

import type { IncomingMessage } from "node:http";
import { clientIp } from "./client-ip";
import { env } from "@/platform/env";
import { isLoopback } from "@/platform/loopback";
import { NotAllowed } from "@/platform/refusal";
import * as t from "#messages/api";
import { say } from "@/messages/say";

/** What a browser or a privacy tool writes where it keeps an origin to itself: a form of ours from a page with `no-referrer`, for one. */
const WITHHELD = new Set(["null", ""]);

/**
 * A write must come from our own pages or from a program, never from another site's page: browsers say which by
 * Sec-Fetch-Site and Origin (Fetch Metadata; OWASP, "Cross-Site Request Forgery Prevention"). No page can forge the first, so what it
 * calls our own is ours even where the second is withheld.
 */
export function refuseOtherSites(incoming: IncomingMessage): void {
  const site = incoming.headers["sec-fetch-site"];
  const origin = incoming.headers.origin;
  if (site !== undefined && site !== "same-origin" && site !== "none") throw otherSite();
  if (origin === undefined || isOurs(origin, incoming)) return;
  // Browsers say it only where they trust the address; from an address in plain HTTP a form of this host has this host as its origin.
  const isOfThisHost = URL.parse(origin)?.host === incoming.headers.host;
  const isVouchedFor = site === "same-origin" || site === "none";
  if (WITHHELD.has(origin)) {
    if (isVouchedFor) return;
    throw otherSite();
  }
  throw isVouchedFor || isOfThisHost ? otherAddress() : otherSite();
}

function isOurs(origin: string, incoming: IncomingMessage): boolean {
  const there = URL.parse(origin);
  if (there === null) return false;
  if (there.origin === new URL(env.siteUrl).origin) return true;
  // On one's own machine the site answers to several names: localhost, 127.0.0.1, [::1].
  return (
    env.embedded &&
    isLoopback(clientIp(incoming)) &&
    isLoopback(there.hostname) &&
    there.host === incoming.headers.host
  );
}

const otherSite = () => new NotAllowed(t.thisRequestCameFromAnother);

/** The browser says that the form stands on a page of this host, and this host is not the one the site was told it has. */
const otherAddress = () =>
  new NotAllowed(say(t.thisSiteIsAtAnotherAddress, { address: new URL(env.siteUrl).origin }));

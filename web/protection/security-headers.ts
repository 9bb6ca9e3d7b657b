import "server-only";

import { env } from "@/platform/env";

/** On every answer of ours, errors included. */
export const EVERYWHERE: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "x-frame-options": "DENY",
  ...(env.siteUrl.startsWith("https:") && {
    "strict-transport-security": "max-age=63072000; includeSubDomains",
  }),
};

/** Pictures are for whoever reads a feed, or shows what a page says of itself, on a page of another site. */
export const forTheWorld = (type: string): Record<string, string> =>
  type.startsWith("image/") ? { "cross-origin-resource-policy": "cross-origin" } : {};

/** For what is no page: nothing may run, nothing may frame it. */
export const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A page's policy: our own files, and only the scripts that carry this answer's nonce. */
export function pagePolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // Hot reload puts styles into the page itself; what is served to readers does not.
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

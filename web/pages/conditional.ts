import "server-only";

import { Refusal } from "@/platform/refusal";
import * as t from "#messages/api";

/** An entity tag in a list (RFC 9110, section 8.8.3). */
const TAG = /(?:W\/)?"([\u0021\u0023-\u007e\u0080-\u00ff]*)"/gu;
/** What Apache, Jetty, nginx and caches put behind a tag when they compress an answer themselves. */
const ENCODED = /^(?:--?(?:gzip|br|zstd|deflate|df)|;(?:gzip|br|zstd))?$/;

/**
 * Whether the reader already has what this tag stands for: If-None-Match with one tag, several or `*`, compared weakly (RFC 9110,
 * sections 8.8.3.2 and 13.1.2), and as proxies hand tags back.
 * @param ifNoneMatch the header as it came @param etag with its quotation marks, weak or strong
 */
export function isUnmodified(ifNoneMatch: string | string[] | undefined, etag: string): boolean {
  const condition = String(ifNoneMatch ?? "").trim();
  if (condition === "*") return true;
  const ours = opaque(etag);
  // A tag of ours may itself end as if it were one of theirs.
  return Array.from(condition.matchAll(TAG)).some(
    ([, tag = ""]) => tag.startsWith(ours) && ENCODED.test(tag.slice(ours.length)),
  );
}

/**
 * Whoever only wants what they have already (If-Match) is told that it is another: strongly compared, so one of our weak tags never is the
 * same, and `*` is met by whatever is there (RFC 9110, sections 8.8.3.2 and 13.1.1).
 * @throws Refusal with 412
 */
export function refuseUnmatched(ifMatch: string | undefined, etag: string): void {
  if (ifMatch === undefined || ifMatch.trim() === "*") return;
  const isSame = !etag.startsWith("W/") && Array.from(ifMatch.matchAll(TAG)).some(([tag]) => tag === etag);
  if (!isSame) throw new Refusal(t.itIsAnotherVersion, 412);
}

const opaque = (etag: string): string => etag.replace(/^W\//, "").slice(1, -1);

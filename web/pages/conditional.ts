import "server-only";

/** An entity tag in a list (RFC 9110, section 8.8.3). */
const TAG = /(?:W\/)?"([\u0021\u0023-\u007e\u0080-\u00ff]*)"/gu;
/** What Apache, nginx and caches put behind a tag, or take off it, when they compress an answer themselves. */
const ENCODED = /-(?:gzip|br|zstd|deflate|df)$|;(?:gzip|br|zstd)$/;

/**
 * Whether the reader already has what this tag stands for: If-None-Match with one tag, several or `*`, compared weakly (RFC 9110,
 * sections 8.8.3.2 and 13.1.2), and as proxies hand tags back.
 * @param ifNoneMatch the header as it came @param etag with its quotation marks, weak or strong
 */
export function isUnmodified(ifNoneMatch: string | string[] | undefined, etag: string): boolean {
  const condition = String(ifNoneMatch ?? "").trim();
  if (condition === "*") return true;
  const ours = opaque(etag);
  return Array.from(condition.matchAll(TAG)).some(([, tag = ""]) => tag.replace(ENCODED, "") === ours);
}

const opaque = (etag: string): string => etag.replace(/^W\//, "").slice(1, -1);

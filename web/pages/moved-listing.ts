import "server-only";

import { listingPath, type Listing } from "@/domain/articles/listing";
import { listingMeant } from "@/domain/articles/listings";

const OF_A_LISTING = /^\/(tags|authors)\/([^/?]+)(.*)$/s;
const KIND: Readonly<Record<string, Listing["kind"]>> = { tags: "tag", authors: "author" };

/**
 * Of an address of a tag or an author under which nothing is found: the one that was meant, with what stands behind; null where there is none.
 * @param url path and query, decodable
 */
export async function movedListing(url: string): Promise<{ to: string } | null> {
  const [, room = "", name, rest = ""] = OF_A_LISTING.exec(url) ?? [];
  const kind = KIND[room];
  if (kind === undefined || name === undefined) return null;
  const typed = decodeURIComponent(name);
  const there = await listingMeant({ kind, name: typed }).catch(() => null);
  return there === null || there.name === typed ? null : { to: listingPath(there) + rest };
}

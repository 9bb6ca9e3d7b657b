import "server-only";

import { atom } from "@/domain/articles/atom";
import { listingFeed, listingPath, type Listing } from "@/domain/articles/listing";
import { feedUnder } from "@/domain/articles/listings";
import { currentSite } from "@/domain/site/queries";
import { taglineOf } from "@/domain/site/site";
import { absoluteUrl } from "@/web/absolute-url";
import { FEED_HEADERS } from "./feed-headers";
import { isRefusal } from "@/platform/refusal";

/** The feed of a tag or an author; 404 where nothing is listed. */
export async function feedOf(listing: Listing): Promise<Response> {
  try {
    const [entries, site] = await Promise.all([feedUnder(listing), currentSite()]);
    const head = {
      title: `${listing.name} · ${site.name}`,
      subtitle: taglineOf(site),
      self: listingFeed(listing),
      page: listingPath(listing),
      language: site.language,
    };
    return new Response(atom(entries, absoluteUrl(""), head), { headers: FEED_HEADERS });
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    return new Response(problem.message, { status: problem.status });
  }
}

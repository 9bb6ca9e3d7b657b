import "server-only";

import { atom } from "@/domain/articles/atom";
import { listingFeed, listingPath, type Listing } from "@/domain/articles/listing";
import { feedUnder } from "@/domain/articles/listings";
import { currentSite } from "@/domain/site/queries";
import { taglineOf } from "@/domain/site/site";
import { absoluteUrl } from "@/web/absolute-url";
import { isRefusal } from "@/platform/refusal";

/** Readers of feeds may keep it for five minutes. Seconds. */
const KEPT_FOR = 300;

/** The feed of a tag or an author; 404 where nothing is listed. */
export async function feedOf(listing: Listing): Promise<Response> {
  try {
    const [entries, site] = await Promise.all([feedUnder(listing), currentSite()]);
    const head = {
      title: `${listing.name} · ${site.name}`,
      subtitle: taglineOf(site),
      self: listingFeed(listing),
      page: listingPath(listing),
    };
    return new Response(atom(entries, absoluteUrl(""), head), {
      headers: {
        "content-type": "application/atom+xml; charset=utf-8",
        "cache-control": `public, max-age=${KEPT_FOR}`,
      },
    });
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    return new Response(problem.message, { status: problem.status });
  }
}

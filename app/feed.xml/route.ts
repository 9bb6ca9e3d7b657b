import { atom } from "@/domain/articles/atom";
import { feed } from "@/domain/articles/queries";
import { currentSite } from "@/domain/site/queries";
import { taglineOf } from "@/domain/site/site";
import { absoluteUrl } from "@/web/absolute-url";
import { FEED_HEADERS } from "@/app/feed-headers";

/** Articles are published while the site runs. */
export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const [entries, site] = await Promise.all([feed(), currentSite()]);
  const head = {
    title: site.name,
    subtitle: taglineOf(site),
    self: "/feed.xml",
    page: "/",
    language: site.language,
  };
  return new Response(atom(entries, absoluteUrl(""), head), { headers: FEED_HEADERS });
}

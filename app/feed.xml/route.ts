import { atom } from "@/domain/articles/atom";
import { feed } from "@/domain/articles/queries";
import { absoluteUrl } from "@/web/absolute-url";
import { FEED_HEADERS } from "@/app/feed-headers";

/** Articles are published while the site runs. */
export const dynamic = "force-dynamic";

export const GET = async (): Promise<Response> =>
  new Response(atom(await feed(), absoluteUrl("")), { headers: FEED_HEADERS });

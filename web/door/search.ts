import "server-only";

import { SearchResultsSchema } from "@/domain/search/answers";
import { search as searchFor } from "@/domain/search/queries";
import { SearchQuery } from "@/domain/search/schema";
import { perMinute } from "@/web/protection/rate-limit";
import { ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { anyone } from "@/web/route/who";

/** Somebody who types, with a pause between two words. */
const SEARCHES = 60;

export function search(door: Door): void {
  door.get("/search", {
    who: anyone,
    output: { 200: SearchResultsSchema },
    summary: "Search articles, comments and members",
    query: SearchQuery,
    limit: perMinute(SEARCHES),
    run: async ({ query, actor }) => ok(await searchFor(query, actor)),
  });
}

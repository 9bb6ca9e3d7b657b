import "server-only";

import { DeskResultsSchema, SearchResultsSchema } from "@/domain/search/answers";
import { searchAtTheDesk } from "@/domain/search/desk";
import { search as searchFor } from "@/domain/search/queries";
import { DeskSearchQuery, SearchQuery } from "@/domain/search/schema";
import { perMinute } from "@/web/protection/rate-limit";
import { ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { anyone, member } from "@/web/route/who";

/** Somebody who types, with a pause between two words: each pause is a search. */
const SEARCHES = 120;

export function search(door: Door): void {
  door.get("/search", {
    who: anyone,
    output: { 200: SearchResultsSchema },
    summary: "Search articles, comments and members",
    query: SearchQuery,
    limit: perMinute(SEARCHES),
    run: async ({ query, actor }) => ok(await searchFor(query, actor)),
  });

  door.get("/moderation/search", {
    who: member,
    output: { 200: DeskResultsSchema },
    summary: "Search all comments within your reach as a moderator, hidden ones too",
    query: DeskSearchQuery,
    limit: perMinute(SEARCHES),
    run: async ({ query, actor }) => ok(await searchAtTheDesk(query, actor)),
  });
}

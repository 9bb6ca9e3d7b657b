import type { Metadata } from "next";
import { SearchPage as SearchedPage } from "@/components/search/search-page";
import { search } from "@/domain/search/queries";
import { SearchQuery } from "@/domain/search/schema";
import { SEARCH_KINDS, SEARCH_SORTS, type SearchResults } from "@/domain/search/search";
import { isRefusal } from "@/platform/refusal";
import { type SearchParams, single } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import { searchFieldText } from "./search-field-text";
import * as t from "#messages/search";

export const metadata: Metadata = { title: t.search, robots: { index: false } };

/** Drawn for its reader, who may find their own pending comments. */
export default async function SearchPage({ searchParams }: { searchParams: SearchParams }) {
  const { q, kind, sort, after } = await searchParams;
  const typed = single(q) ?? "";
  const query = {
    q: typed,
    kind: SEARCH_KINDS.find((one) => one === kind) ?? "all",
    sort: SEARCH_SORTS.find((one) => one === sort) ?? "best",
    ...(single(after) !== undefined && { after: single(after) }),
  };
  const found = typed.trim() === "" ? null : await searched(query);
  return (
    <>
      <h1>{t.search}</h1>
      <SearchedPage
        query={{ ...query, q: found && "results" in found ? typed : searchFieldText(typed) }}
        typed={searchFieldText(typed)}
        found={found}
      />
    </>
  );
}

type Searched = { results: SearchResults } | { problem: string };

/** What cannot be searched for is said in a sentence, as the door would. */
async function searched(asked: Record<string, string | undefined>): Promise<Searched> {
  const query = SearchQuery.safeParse(asked);
  if (!query.success) return { problem: query.error.issues[0]?.message ?? t.nothingToLookFor };
  try {
    return { results: await search(query.data, await currentViewer()) };
  } catch (problem) {
    if (isRefusal(problem)) return { problem: problem.message };
    throw problem;
  }
}

import type { Metadata } from "next";
import { Notice } from "@/components/ui/notice";
import { SearchFilters } from "@/components/search/search-filters";
import { SearchForm } from "@/components/search/search-form";
import { SearchHits } from "@/components/search/search-hits";
import { beginning } from "@/domain/prose/cut";
import { search } from "@/domain/search/queries";
import { SearchQuery } from "@/domain/search/schema";
import { SEARCH_KINDS, SEARCH_SORTS, type SearchResults } from "@/domain/search/search";
import { isRefusal } from "@/platform/refusal";
import { type SearchParams, single } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/search";

export const metadata: Metadata = { title: t.search, robots: { index: false } };

/** Drawn for its reader, who may find their own pending comments. */
export default async function SearchPage({ searchParams }: { searchParams: SearchParams }) {
  const { q, kind, sort, after } = await searchParams;
  const typed = single(q) ?? "";
  const shape = {
    kind: SEARCH_KINDS.find((one) => one === kind) ?? "all",
    sort: SEARCH_SORTS.find((one) => one === sort) ?? "best",
  };
  const found = typed.trim() === "" ? null : await searched({ q: typed, ...shape, after: single(after) });
  return (
    <>
      <h1>{t.search}</h1>
      <SearchForm q={fitting(typed)} {...shape} />
      {found && "problem" in found && <Notice kind="problem">{found.problem}</Notice>}
      {found && "results" in found && (
        <>
          <SearchFilters q={typed} kind={shape.kind} sort={found.results.sort} />
          <SearchHits {...found.results} query={{ q: typed, ...shape }} first={after === undefined} />
        </>
      )}
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

/** As much of it as a field can hold and a page can print. */
const fitting = (typed: string): string => beginning(typed.replace(/[\0\p{Surrogate}]/gu, ""), QUERY_SHOWN);

/** Somebody who pasted a text sees where it begins. Characters. */
const QUERY_SHOWN = 1_000;

"use client";

import { Notice } from "@/components/ui/notice";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { HITS_A_PAGE, type SearchQuery } from "@/domain/search/search";
import { useSearchAsOneTypes, type SearchOutcome } from "./search-as-one-types";
import { SearchFilters } from "./search-filters";
import { SearchForm } from "./search-form";
import { SearchHits } from "./search-hits";
import { walkHits } from "./search-keys";
import * as t from "#messages/search";
import { say } from "@/messages/say";

type Props = {
  query: SearchQuery;
  /** As much of what was asked as a field can hold. */
  typed: string;
  found: SearchOutcome;
};

/** A search as a page, which with script answers as one types. */
export function SearchPage({ query, typed, found: served }: Props) {
  const { q, found, type, ...shown } = useSearchAsOneTypes(query, served);
  const asked = shown.typed ? { q, kind: query.kind, sort: query.sort } : query;
  return (
    <div onKeyDown={walkHits}>
      <SearchForm q={typed} kind={query.kind} sort={query.sort} onType={type} />
      <div role="status">
        <VisuallyHidden>{shown.typed ? wordsFor(found) : ""}</VisuallyHidden>
      </div>
      {found && "problem" in found && <Notice kind="problem">{found.problem}</Notice>}
      {found && "results" in found && (
        <>
          <SearchFilters q={q} kind={query.kind} sort={found.results.sort} />
          <SearchHits {...found.results} query={asked} first={asked.after === undefined} />
        </>
      )}
    </div>
  );
}

/** What a listener hears when the results have changed; a problem is announced by itself. */
function wordsFor(found: SearchOutcome): string {
  if (!found || "problem" in found) return "";
  const { items, members, nearly, meant, next } = found.results;
  if (meant !== null) return `${t.nothingFound} ${say(t.orThis, { meant })}`;
  if (nearly) return `${t.nothingFound} ${t.didYouMean}`;
  const count = items.length + members.length;
  if (count === 0) return t.nothingFound;
  return next === null ? say(t.countResults, { count }) : say(t.resultsAndMore, { count: HITS_A_PAGE });
}

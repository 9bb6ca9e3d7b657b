import { useEffect, useRef, useState } from "react";
import { fetchSearch } from "@/client/search";
import { searchPath, type SearchQuery, type SearchResults } from "@/domain/search/search";

/** Somebody who types faster than this is not done with the word. Milliseconds. */
const PAUSE = 250;

/** What a page of a search shows: hits, a sentence, or nothing where nothing was asked. */
export type SearchOutcome = { results: SearchResults } | { problem: string } | null;

/** The search that is waited with, or waited for. */
type Asking = { timer?: ReturnType<typeof setTimeout>; abort?: AbortController };

/** As one types, the search is asked anew after each pause, and what was asked before is dropped. */
export function useSearchAsOneTypes(first: SearchQuery, served: SearchOutcome) {
  const [shown, setShown] = useState({ q: first.q, found: served, typed: false });
  const asking = useRef<Asking>({});
  useEffect(() => {
    const { current } = asking;
    return () => drop(current);
  }, []);
  const ask = async (query: SearchQuery) => {
    const abort = new AbortController();
    asking.current.abort = abort;
    const told = query.q === "" ? null : await fetchSearch(query, abort.signal);
    if (abort.signal.aborted) return;
    // Whoever reloads, or comes back from a result, finds what they saw.
    history.replaceState(history.state, "", searchPath(query));
    const found = told && (told.ok ? { results: told.body } : { problem: told.problem.detail });
    setShown({ q: query.q, found, typed: true });
  };
  const type = (text: string) => {
    drop(asking.current);
    const query = { q: text.trim(), kind: first.kind, sort: first.sort };
    asking.current.timer = setTimeout(() => void ask(query), PAUSE);
  };
  return { ...shown, type };
}

function drop({ timer, abort }: Asking): void {
  clearTimeout(timer);
  abort?.abort();
}

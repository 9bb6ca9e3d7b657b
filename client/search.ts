import { callApi, type Result } from "./api";
import { searchPath, type SearchQuery, type SearchResults } from "@/domain/search/search";

/** The first page of a search. Aborted, it answers with a problem that nobody has to be told. */
export const fetchSearch = (query: SearchQuery, signal: AbortSignal): Promise<Result<SearchResults>> =>
  callApi("GET", searchPath(query), undefined, { signal });

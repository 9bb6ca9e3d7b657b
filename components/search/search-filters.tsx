import { Apart } from "@/components/ui/apart";
import {
  SEARCH_KINDS,
  SEARCH_SORTS,
  searchPath,
  type SearchKind,
  type SearchSort,
} from "@/domain/search/search";
import styles from "./search.module.css";
import * as t from "#messages/search";

const KINDS: Record<SearchKind, string> = {
  all: t.all,
  articles: t.articles,
  comments: t.comments,
  members: t.members,
};
const SORTS: Record<SearchSort, string> = { best: t.bestFirst, newest: t.newestFirst };

/** The same search narrower, or in another order. Members are in the order of their usernames. */
export function SearchFilters({ q, kind, sort }: { q: string; kind: SearchKind; sort: SearchSort }) {
  return (
    <div className={styles.filters}>
      <nav aria-label={t.show}>
        <Apart>
          {SEARCH_KINDS.map((one) => (
            <a
              key={one}
              href={searchPath({ q, kind: one, sort })}
              aria-current={one === kind ? "true" : undefined}
            >
              {KINDS[one]}
            </a>
          ))}
        </Apart>
      </nav>{" "}
      {kind !== "members" && (
        <nav aria-label={t.sort}>
          <Apart>
            {SEARCH_SORTS.map((one) => (
              <a
                key={one}
                href={searchPath({ q, kind, sort: one })}
                aria-current={one === sort ? "true" : undefined}
              >
                {SORTS[one]}
              </a>
            ))}
          </Apart>
        </nav>
      )}
    </div>
  );
}

import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import { RANKED, searchPath, type SearchQuery, type SearchResults } from "@/domain/search/search";
import { FoundMembers } from "./found-members";
import { SearchHitItem } from "./search-hit-item";
import styles from "./search.module.css";
import * as t from "#messages/search";
import { rich } from "@/messages/rich";

type Shown = SearchResults & { query: SearchQuery; first: boolean };

/** What was found: first members by name, then articles and comments. */
export function SearchHits({ members, nearly, meant, items, hasMore, next, query, first }: Shown) {
  const isNothing = items.length === 0 && (nearly || members.length === 0);
  return (
    <section aria-label={t.results}>
      {isNothing && <EmptyState>{first ? t.nothingFound : t.thatWasAll}</EmptyState>}
      {hasMore && (
        <p className={styles.more}>
          {rich(t.onlyTheNewestRanked, {
            ranked: RANKED,
            newest: (words) => (
              <a href={searchPath({ ...query, sort: "newest", after: undefined })}>{words}</a>
            ),
          })}
        </p>
      )}
      {meant !== null && (
        <p className={styles.meant}>
          {rich(t.didYouMeanThis, {
            meant,
            link: (words) => <a href={searchPath({ q: meant, kind: query.kind })}>{words}</a>,
          })}
        </p>
      )}
      {nearly && <p className={styles.meant}>{t.didYouMean}</p>}
      <FoundMembers members={members} query={query} isAll={nearly || query.kind === "members"} />
      <ol className={styles.hits}>
        {items.map((hit) => (
          <SearchHitItem key={hit.id} hit={hit} />
        ))}
      </ol>
      {next !== null && (
        <PageLink rel="next" href={searchPath({ ...query, after: next })}>
          {t.moreResults}
        </PageLink>
      )}
    </section>
  );
}

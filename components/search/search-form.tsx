import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { SearchKind, SearchSort } from "@/domain/search/search";
import styles from "./search.module.css";
import * as t from "#messages/search";

/** A plain form that asks for the same page; what was chosen of kind and order stays chosen. */
export function SearchForm({ q, kind, sort }: { q: string; kind: SearchKind; sort: SearchSort }) {
  return (
    <form action="/search" role="search" className={styles.form} data-search="">
      <Field
        label={t.articlesCommentsMembers}
        hint={t.howToSearch}
        type="search"
        name="q"
        defaultValue={q}
        dir="auto"
        autoComplete="off"
      />
      {kind !== "all" && <input type="hidden" name="kind" value={kind} />}
      {sort !== "best" && <input type="hidden" name="sort" value={sort} />}
      <Button>{t.search}</Button>
    </form>
  );
}

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { SearchKind, SearchSort } from "@/domain/search/search";
import styles from "./search.module.css";
import * as t from "#messages/search";

type Props = { q: string; kind: SearchKind; sort: SearchSort; onType: (text: string) => void };

/** A plain form that asks for the same page; what was chosen of kind and order stays chosen. */
export function SearchForm({ q, kind, sort, onType }: Props) {
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
        onInput={({ currentTarget, nativeEvent }) => {
          // A word that an input method is composing is none yet.
          if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) onType(currentTarget.value);
        }}
        onCompositionEnd={({ currentTarget }) => onType(currentTarget.value)}
      />
      {kind !== "all" && <input type="hidden" name="kind" value={kind} />}
      {sort !== "best" && <input type="hidden" name="sort" value={sort} />}
      <Button>{t.search}</Button>
    </form>
  );
}

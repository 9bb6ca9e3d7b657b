import { Apart } from "@/components/ui/apart";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { MetaLine } from "@/components/ui/meta-line";
import { PageLink } from "@/components/ui/page-link";
import { Time } from "@/components/ui/time";
import type { CommentState } from "@/domain/comments/comment";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { deskSearchPath, type DeskHit, type DeskResults } from "@/domain/search/search";
import { CommentHeading, Excerpt } from "./search-hit-item";
import styles from "./search.module.css";
import * as t from "#messages/search";

/** The same field as readers have, over everything. */
export function DeskSearchForm({ q }: { q: string }) {
  return (
    <form action="/moderation/search" role="search" className={styles.form} data-search="">
      <Field
        label={t.searchAllComments}
        hint={t.howToSearchAtTheDesk}
        type="search"
        name="q"
        defaultValue={q}
        dir="auto"
        autoComplete="off"
      />
      <Button>{t.search}</Button>
    </form>
  );
}

/** The same search narrower: by how comments stand, and by the rules they were reported or decided by. */
export function DeskSearchFilters({ q, rules }: { q: string; rules: readonly HouseRule[] }) {
  return (
    <div className={styles.filters}>
      <Apart>
        <nav aria-label={t.byState}>
          <Apart>
            {Object.entries(STATE_WORDS).map(([state, word]) => (
              <Narrower key={state} q={q} operator="state" value={STATE_TYPED[state] ?? state} label={word} />
            ))}
          </Apart>
        </nav>
        <nav aria-label={t.byRule}>
          <Apart>
            {rules.map(({ key, title }) => (
              <Narrower key={key} q={q} operator="rule" value={key} label={title} />
            ))}
          </Apart>
        </nav>
      </Apart>
    </div>
  );
}

/** What a state is typed as, where that is another word than ours. */
const STATE_TYPED: Readonly<Record<string, string>> = { visible: "approved", held: "pending" };

const STATE_WORDS: Record<CommentState, string> = {
  visible: t.approved,
  held: t.pending,
  rejected: t.rejected,
  withdrawn: t.withdrawn,
};

type Narrowing = { q: string; operator: "state" | "rule"; value: string; label: string };

/** Puts the operator into the search, takes it out where it is there, and in the place of another of its kind. */
function Narrower({ q, operator, value, label }: Narrowing) {
  const part = `${operator}:${value}`;
  const words = q.split(/\s+/).filter((word) => word !== "" && !word.startsWith(`${operator}:`));
  const isOn = q.split(/\s+/).includes(part);
  return (
    <a
      href={deskSearchPath({ q: [...words, ...(isOn ? [] : [part])].join(" ") })}
      aria-current={isOn ? "true" : undefined}
    >
      {label}
    </a>
  );
}

/** What was found, whatever became of it. */
export function DeskHits({ items, next, q, first }: DeskResults & { q: string; first: boolean }) {
  return (
    <section aria-label={t.results}>
      {items.length === 0 && <EmptyState>{first ? t.nothingFound : t.thatWasAll}</EmptyState>}
      <ol className={styles.hits}>
        {items.map((hit) => (
          <DeskHitItem key={hit.id} hit={hit} />
        ))}
      </ol>
      {next !== null && (
        <PageLink rel="next" href={deskSearchPath({ q, after: next })}>
          {t.moreResults}
        </PageLink>
      )}
    </section>
  );
}

const DeskHitItem = ({ hit }: { hit: DeskHit }) => (
  <li className={styles.hit}>
    <article>
      <CommentHeading {...hit} />
      <Excerpt pieces={hit.excerpt} />
      <MetaLine>
        <Time at={hit.at} />
        <span>{STATE_WORDS[hit.state]}</span>
        {hit.by?.handle && <span>@{hit.by.handle}</span>}
      </MetaLine>
    </article>
  </li>
);

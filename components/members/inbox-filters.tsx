import { Apart } from "@/components/ui/apart";
import tabs from "@/components/ui/tabs.module.css";
import { filterOf, KINDS_OF, type InboxFilter, type InboxView } from "@/domain/inbox/groups";
import { KIND_NAMES } from "@/domain/inbox/kind-names";
import * as t from "#messages/inbox";

const NAMES: Record<InboxFilter, string> = {
  you: t.toYou,
  following: t.whatYouFollow,
  moderation: t.moderation,
  staff: t.forStaff,
};

/** The whole inbox, a part of it, and within a part one kind. */
export function InboxFilters({ filters, only }: { filters: readonly InboxFilter[]; only: InboxView | null }) {
  const part = only === null ? undefined : filterOf(only);
  return (
    <>
      <nav aria-label={t.whatIsShown} className={tabs.tabs}>
        <Apart>
          <a href="/inbox" aria-current={only === null ? "page" : undefined}>
            {t.everything}
          </a>
          {filters.map((filter) => (
            <View key={filter} view={filter} only={only} label={NAMES[filter]} isIn={part === filter} />
          ))}
        </Apart>
      </nav>{" "}
      {part !== undefined && (
        <nav aria-label={t.whichKind} className={`${tabs.tabs} ${tabs.long}`}>
          <Apart>
            {KINDS_OF[part].map((kind) => (
              <View key={kind} view={kind} only={only} label={capital(KIND_NAMES[kind])} />
            ))}
          </Apart>
        </nav>
      )}
    </>
  );
}

function View({
  view,
  only,
  label,
  isIn = false,
}: {
  view: InboxView;
  only: InboxView | null;
  label: string;
  isIn?: boolean;
}) {
  return (
    <a href={`/inbox?only=${view}`} aria-current={only === view ? "page" : isIn ? true : undefined}>
      {label}
    </a>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

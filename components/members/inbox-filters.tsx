import { Apart } from "@/components/ui/apart";
import tabs from "@/components/ui/tabs.module.css";
import type { InboxFilter } from "@/domain/inbox/groups";
import * as t from "#messages/inbox";

const NAMES: Record<InboxFilter, string> = {
  you: t.toYou,
  following: t.whatYouFollow,
  moderation: t.moderation,
  staff: t.forStaff,
};

/** The whole inbox, or a part of it. */
export function InboxFilters({
  filters,
  only,
}: {
  filters: readonly InboxFilter[];
  only: InboxFilter | null;
}) {
  return (
    <nav aria-label={t.whatIsShown} className={tabs.tabs}>
      <Apart>
        <a href="/inbox" aria-current={only === null ? "page" : undefined}>
          {t.everything}
        </a>
        {filters.map((filter) => (
          <a key={filter} href={`/inbox?only=${filter}`} aria-current={only === filter ? "page" : undefined}>
            {NAMES[filter]}
          </a>
        ))}
      </Apart>
    </nav>
  );
}

import type { Metadata } from "next";
import { Desk } from "@/components/moderation/desk";
import { PreviousDecision } from "@/components/moderation/previous-decision";
import { QueueFilters } from "@/components/moderation/queue-filters";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { RaidForm } from "@/components/moderation/raid-form";
import { RefusedForm } from "@/components/moderation/refused-form";
import { QUEUE_EMPTY } from "@/components/moderation/sentences";
import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import { mayListMembers } from "@/domain/members/policy";
import { mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { ownLastDecision } from "@/domain/moderation/decisions/queries";
import { queueCounts, queuePage } from "@/domain/moderation/queue/queries";
import { COUNTED_AT_MOST } from "@/domain/moderation/queue/queue";
import { QueueQuery } from "@/domain/moderation/queue/schema";
import { waitingProfiles } from "@/domain/moderation/profiles/queries";
import { currentRaid } from "@/domain/moderation/raid/queries";
import { currentRules } from "@/domain/moderation/rules/queries";
import { single, type SearchParams } from "@/web/pages/search-params";
import { orNotFound } from "@/web/pages/or-not-found";
import { readFormFlash } from "@/web/pages/kept-form";
import { moderatorAt } from "./moderator-at";
import * as offices from "#messages/offices";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.moderation, robots: { index: false } };

const FILTERS = ["queue", "article", "member", "rule", "reason", "age", "q", "after"] as const;

export default async function DeskPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await moderatorAt("/moderation");
  const everywhere = mayModerateEverywhere(viewer);
  const asked = await searchParams;
  const query = QueueQuery.catch({ queue: "reported" }).parse(
    Object.fromEntries(FILTERS.map((name) => [name, asked[name]])),
  );
  const [page, counts, rules, last, kept, raid, profiles] = await Promise.all([
    orNotFound(queuePage(query, viewer)),
    queueCounts(viewer),
    currentRules(),
    ownLastDecision(viewer),
    readFormFlash(asked.kept),
    everywhere ? currentRaid() : null,
    waitingProfiles(viewer),
  ]);
  const back = hrefOf(query);
  const about = single(asked.about);
  return (
    <div className="wide">
      <h1>{t.moderation}</h1>
      <QueueTabs counts={counts} current={query.queue} countedTo={everywhere ? undefined : COUNTED_AT_MOST} />
      <MetaLine>
        <a href="/moderation/articles">{everywhere ? t.discussions : t.theDiscussionsYouModerate}</a>
        {everywhere && <a href="/moderation/profiles">{say(t.namesAndBiosWaiting, { waiting: profiles })}</a>}
        {everywhere && <a href="/moderation/settings">{t.howTheSiteModerates}</a>}
        {mayListMembers(viewer) && <a href="/moderation/members">{offices.members}</a>}
        <a href="/moderation/log">{t.log}</a>
        <a href="/moderation/report">{t.transparencyReport}</a>
        {everywhere && <a href="/moderation/fairness">{t.fairnessCheck}</a>}
      </MetaLine>
      {everywhere && <RaidForm raid={raid} />}
      {kept && <RefusedForm kept={kept} drawn={page.items.some(({ id }) => id === about)} />}
      {last && <PreviousDecision last={last} rules={rules.rules} back={back} />}
      <QueueFilters query={query} rules={rules.rules} />
      {page.items.length === 0 && <EmptyState>{QUEUE_EMPTY[query.queue]}</EmptyState>}
      <Desk
        key={`${back} ${page.items[0]?.id ?? ""}`}
        page={page}
        rules={rules.rules}
        me={{ handle: viewer.handle, name: viewer.name }}
        back={back}
        kept={kept && about !== undefined ? { ...kept, item: about } : null}
        more={page.next && hrefOf({ ...query, after: page.next })}
        together={
          query.queue === "appeals" ? null : hrefOf({ ...query, after: undefined }, "/moderation/bulk")
        }
      />
    </div>
  );
}

function hrefOf(query: QueueQuery, page = "/moderation"): string {
  const search = new URLSearchParams();
  for (const name of FILTERS) {
    const value = query[name];
    if (value !== undefined) search.set(name, String(value));
  }
  return `${page}?${search.toString()}`;
}

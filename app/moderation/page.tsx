import type { Metadata } from "next";
import { Desk } from "@/components/moderation/desk";
import { DESK_FILTERS, deskPath, isNarrowed } from "@/components/moderation/desk-path";
import { NothingFound } from "@/components/moderation/nothing-found";
import { PreviousDecision } from "@/components/moderation/previous-decision";
import { QueueFilters } from "@/components/moderation/queue-filters";
import { QueueTabs } from "@/components/moderation/queue-tabs";
import { RaidForm } from "@/components/moderation/raid-form";
import { RefusedForm } from "@/components/moderation/refused-form";
import { QUEUE_EMPTY } from "@/components/moderation/sentences";
import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import { mayInvite, mayListMembers } from "@/domain/members/policy";
import { mayReadStatus } from "@/domain/operations/policy";
import { mayGovern, mayModerateEverywhere } from "@/domain/moderation/decisions/policy";
import { ownLastDecision } from "@/domain/moderation/decisions/queries";
import { foundElsewhere } from "@/domain/moderation/queue/elsewhere";
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
import * as joining from "#messages/joining";
import * as offices from "#messages/offices";
import * as status from "#messages/status";
import * as t from "#messages/pages";
import * as site from "#messages/site-settings";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.moderation, robots: { index: false } };

export default async function DeskPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await moderatorAt("/moderation");
  const everywhere = mayModerateEverywhere(viewer);
  const asked = await searchParams;
  const query = QueueQuery.catch({ queue: "reported" }).parse(
    Object.fromEntries(DESK_FILTERS.map((name) => [name, asked[name]])),
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
  const back = deskPath(query);
  const { queue: _queue, after: _after, limit: _limit, ...filters } = query;
  const elsewhere =
    page.items.length === 0 && isNarrowed(filters) ? await foundElsewhere(query, viewer) : null;
  const about = single(asked.about);
  return (
    <div className="wide">
      <h1>{t.moderation}</h1>
      <QueueTabs
        counts={counts}
        current={query.queue}
        asked={filters}
        countedTo={everywhere ? undefined : COUNTED_AT_MOST}
      />
      <MetaLine>
        <a href="/moderation/articles">{everywhere ? t.discussions : t.theDiscussionsYouModerate}</a>
        {everywhere && <a href="/moderation/profiles">{say(t.namesAndBiosWaiting, { waiting: profiles })}</a>}
        {everywhere && <a href="/moderation/settings">{t.howTheSiteModerates}</a>}
        {mayListMembers(viewer) && <a href="/moderation/members">{offices.members}</a>}
        {mayGovern(viewer) && <a href="/moderation/site">{site.theSite}</a>}
        <a href="/moderation/search">{t.searchAllComments}</a>
        {mayInvite(viewer) && <a href="/moderation/joining">{joining.whoMayJoin}</a>}
        {mayReadStatus(viewer) && <a href="/moderation/status">{status.siteStatus}</a>}
        <a href="/moderation/log">{t.log}</a>
        <a href="/moderation/report">{t.transparencyReport}</a>
        {everywhere && <a href="/moderation/fairness">{t.fairnessCheck}</a>}
      </MetaLine>
      {everywhere && <RaidForm raid={raid} />}
      {kept && <RefusedForm kept={kept} drawn={page.items.some(({ id }) => id === about)} />}
      {last && <PreviousDecision last={last} rules={rules.rules} back={back} />}
      <QueueFilters query={query} rules={rules.rules} />
      {page.items.length === 0 && !elsewhere && <EmptyState>{QUEUE_EMPTY[query.queue]}</EmptyState>}
      {elsewhere && (
        <NothingFound queue={query.queue} asked={filters} rules={rules.rules} elsewhere={elsewhere} />
      )}
      <Desk
        key={`${back} ${page.items[0]?.id ?? ""}`}
        page={page}
        rules={rules.rules}
        me={{ handle: viewer.handle, name: viewer.name }}
        back={back}
        kept={kept && about !== undefined ? { ...kept, item: about } : null}
        more={page.next && deskPath({ ...query, after: page.next })}
        together={
          query.queue === "appeals" ? null : deskPath({ ...query, after: undefined }, "/moderation/bulk")
        }
      />
    </div>
  );
}

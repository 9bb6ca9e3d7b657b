import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LogFilters } from "@/components/moderation/log-filters";
import { LogList, PublicLogList } from "@/components/moderation/log-list";
import { mayModerateEverywhere, seesTheDesk } from "@/domain/moderation/decisions/policy";
import { logPage, publicLogPage } from "@/domain/moderation/log/queries";
import { LogQuery } from "@/domain/moderation/log/schema";
import { currentRules } from "@/domain/moderation/rules/queries";
import { isRefusal } from "@/platform/refusal";
import { type SearchParams, single } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.logOfModeration, robots: { index: false } };

/** With names for moderators; without for everyone else, where the site wants its log to be public. */
export default async function LogPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, asked, rules] = await Promise.all([currentViewer(), searchParams, currentRules()]);
  const wish = Object.fromEntries(
    ["action", "moderator", "member", "comment", "after"].map((name) => [name, single(asked[name])]),
  );
  const query = LogQuery.catch({}).parse(wish);
  const more = (next: string | null) =>
    next && `/moderation/log?${new URLSearchParams({ ...given(wish), after: next }).toString()}`;
  if (seesTheDesk(viewer)) {
    const narrowed = Object.keys(given(wish)).length > 0;
    const page = await logPage(query, viewer);
    return (
      <div className="wide">
        <h1>{t.logOfModeration}</h1>
        <LogFilters query={query} named />
        <LogList
          entries={page.items}
          rules={rules.rules}
          more={more(page.next)}
          narrowed={narrowed}
          meet={mayModerateEverywhere(viewer)}
        />
      </div>
    );
  }
  const page = await publicLogPage(query).catch(notThere);
  return (
    <>
      <h1>{t.logOfModeration}</h1>
      <p>
        {t.everyDecisionTakenHere} <a href="/moderation/report">{t.transparencyReport}</a>
      </p>
      <LogFilters query={query} />
      <PublicLogList
        entries={page.items}
        rules={rules.rules}
        more={more(page.next)}
        narrowed={query.action !== undefined}
      />
    </>
  );
}

const given = (wish: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(wish).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

function notThere(problem: unknown): never {
  if (isRefusal(problem)) notFound();
  throw problem;
}

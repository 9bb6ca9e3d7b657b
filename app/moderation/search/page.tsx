import type { Metadata } from "next";
import { DeskHits, DeskSearchFilters, DeskSearchForm } from "@/components/search/desk-search";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import type { Member } from "@/domain/members/member";
import { currentRules } from "@/domain/moderation/rules/queries";
import { ILLEGAL, ruleOf } from "@/domain/moderation/rules/rules";
import { searchAtTheDesk } from "@/domain/search/desk";
import { DeskSearchQuery } from "@/domain/search/schema";
import type { DeskResults } from "@/domain/search/search";
import { isRefusal } from "@/platform/refusal";
import { moderatorAt } from "@/app/moderation/moderator-at";
import { searchFieldText } from "@/app/search/search-field-text";
import { type SearchParams, single } from "@/web/pages/search-params";
import * as t from "#messages/search";
import * as pages from "#messages/pages";

export const metadata: Metadata = { title: t.searchAllComments, robots: { index: false } };

/** Everything that was ever said within a moderator's reach. */
export default async function DeskSearchPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, asked, rules] = await Promise.all([
    moderatorAt("/moderation/search"),
    searchParams,
    currentRules(),
  ]);
  const q = single(asked.q) ?? "";
  const after = single(asked.after);
  const found = q.trim() === "" ? null : await searched({ q, after }, viewer);
  const all = ruleOf(rules, ILLEGAL.key) ? rules.rules : [...rules.rules, ILLEGAL];
  return (
    <>
      <MetaLine>
        <a href="/moderation">{pages.moderation}</a>
      </MetaLine>
      <h1>{t.searchAllComments}</h1>
      <DeskSearchForm q={searchFieldText(q)} />
      <DeskSearchFilters q={searchFieldText(q)} rules={all} />
      {found && "problem" in found && <Notice kind="problem">{found.problem}</Notice>}
      {found && "results" in found && <DeskHits {...found.results} q={q} first={after === undefined} />}
    </>
  );
}

type Searched = { results: DeskResults } | { problem: string };

/** What cannot be searched for is said in a sentence, as the door would. */
async function searched(asked: Record<string, string | undefined>, viewer: Member): Promise<Searched> {
  const query = DeskSearchQuery.safeParse(asked);
  if (!query.success) return { problem: query.error.issues[0]?.message ?? t.nothingToLookFor };
  try {
    return { results: await searchAtTheDesk(query.data, viewer) };
  } catch (problem) {
    if (isRefusal(problem)) return { problem: problem.message };
    throw problem;
  }
}

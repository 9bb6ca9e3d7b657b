import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RulesList } from "@/components/moderation/rules-list";
import { currentRules, rulesOf, ruleVersions } from "@/domain/moderation/rules/queries";
import { type SearchParams, single } from "@/web/pages/search-params";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.houseRules, alternates: { canonical: "/rules" } };

/** A public page. A decision links to the version it rests on. */
export default async function RulesPage({ searchParams }: { searchParams: SearchParams }) {
  const wish = single((await searchParams).version);
  const now = await currentRules();
  const rules = wish === undefined ? now : /^\d{1,6}$/.test(wish) ? await rulesOf(Number(wish)) : null;
  if (!rules) notFound();
  return (
    <>
      <h1>{t.houseRules}</h1>
      <RulesList
        rules={rules}
        current={now.version}
        versions={(await ruleVersions()).map(({ version }) => version)}
      />
    </>
  );
}

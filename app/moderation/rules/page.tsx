import type { Metadata } from "next";
import { RulesEditor } from "@/components/moderation/rules-editor";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import { currentRules } from "@/domain/moderation/rules/queries";
import { adminAt } from "@/app/moderation/moderator-at";
import { readFormFlash } from "@/web/pages/kept-form";
import { single, type SearchParams } from "@/web/pages/search-params";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.editTheHouseRules, robots: { index: false } };

/** An admin edits one rule at a time; `edit` in the address names it. */
export default async function EditRulesPage({ searchParams }: { searchParams: SearchParams }) {
  await adminAt("/moderation/rules");
  const { kept: id, edit, said } = await searchParams;
  const [rules, kept] = await Promise.all([currentRules(), readFormFlash(id)]);
  return (
    <>
      <MetaLine>
        <a href="/moderation">{t.moderation}</a>
        <a href="/moderation/settings">{t.howTheSiteModerates}</a>
      </MetaLine>
      <h1>{t.editTheHouseRules}</h1>
      {kept && kept.problem !== "" && <Notice kind="problem">{kept.problem}</Notice>}
      <RulesEditor
        rules={rules}
        editing={single(edit) ?? null}
        kept={kept}
        said={kept ? undefined : single(said)}
      />
    </>
  );
}

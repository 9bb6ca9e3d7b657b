import type { Metadata } from "next";
import { siteModeratorAt } from "@/app/moderation/moderator-at";
import { SecondFactorForm } from "@/components/moderation/second-factor-form";
import { SettingsForms } from "@/components/moderation/settings-forms";
import { Notice } from "@/components/ui/notice";
import { MetaLine } from "@/components/ui/meta-line";
import { demandFor } from "@/domain/members/keys/demand";
import { mayDemandSecondFactor } from "@/domain/members/policy";
import { NO_ACTIVITY } from "@/domain/moderation/checks/check-activity";
import { checks } from "@/domain/moderation/checks/checks";
import { checkActivity } from "@/domain/moderation/checks/queries";
import { wordListsFor } from "@/domain/moderation/checks/words/queries";
import { mayGovern } from "@/domain/moderation/decisions/policy";
import { currentRules } from "@/domain/moderation/rules/queries";
import { currentSettings } from "@/domain/moderation/settings/queries";
import { single, type SearchParams } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import * as t from "#messages/pages";
import * as site from "#messages/site-settings";

export const metadata: Metadata = { title: t.howTheSiteModerates, robots: { index: false } };

/** Moderators read here how the site moderates; admins change it. */
export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await siteModeratorAt("/moderation/settings");
  const [settings, words, rules, activity, kept] = await Promise.all([
    currentSettings(),
    wordListsFor(viewer),
    currentRules(),
    checkActivity(viewer),
    searchParams.then(({ kept }) => readFormFlash(kept)),
  ]);
  const said = kept ? undefined : single((await searchParams).said);
  const demand = mayDemandSecondFactor(viewer) ? await demandFor(viewer) : null;
  return (
    <>
      <MetaLine>
        <a href="/moderation">{t.moderation}</a>
        {mayGovern(viewer) && <a href="/moderation/site">{site.theSite}</a>}
      </MetaLine>
      <h1>{t.howTheSiteModerates}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <SettingsForms
        settings={settings}
        words={words}
        rules={rules}
        checks={checks.map(({ key, title, why }) => ({
          key,
          title,
          why,
          lately: activity.get(key) ?? NO_ACTIVITY,
        }))}
        may={mayGovern(viewer)}
        kept={kept}
        said={said}
      />
      {demand && <SecondFactorForm demand={demand} said={said} />}
    </>
  );
}

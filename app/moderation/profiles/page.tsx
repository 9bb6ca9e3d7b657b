import type { Metadata } from "next";
import { ProfileForm } from "@/components/moderation/profile-form";
import { RefusedForm } from "@/components/moderation/refused-form";
import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import { reportedProfiles } from "@/domain/moderation/profiles/queries";
import { currentRules } from "@/domain/moderation/rules/queries";
import { siteModeratorAt } from "@/app/moderation/moderator-at";
import { readFormFlash } from "@/web/pages/kept-form";
import type { SearchParams } from "@/web/pages/search-params";
import sections from "@/components/ui/section.module.css";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.namesAndBios, robots: { index: false } };

const HERE = "/moderation/profiles";

export default async function ReportedProfilesPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await siteModeratorAt(HERE);
  const [profiles, rules, kept] = await Promise.all([
    reportedProfiles(viewer),
    currentRules(),
    readFormFlash((await searchParams).kept),
  ]);
  return (
    <>
      <MetaLine>
        <a href="/moderation">{t.moderation}</a>
      </MetaLine>
      <h1>{t.namesAndBios}</h1>
      {kept && <RefusedForm kept={kept} drawn={profiles.some(({ handle }) => handle === kept.fields._for)} />}
      {profiles.length === 0 && <EmptyState>{t.noNameOrBioWaits}</EmptyState>}
      {profiles.map((profile) => (
        <section key={profile.id} className={sections.section}>
          <h2>
            <a href={`/moderation/members/${profile.handle}`}>@{profile.handle}</a>
          </h2>
          <ProfileForm
            profile={profile}
            rules={rules.rules}
            back={HERE}
            kept={kept?.fields._for === profile.handle ? kept.fields : {}}
          />
        </section>
      ))}
    </>
  );
}

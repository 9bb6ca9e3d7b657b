import type { Metadata } from "next";
import { adminAt } from "@/app/moderation/moderator-at";
import { MarkForm } from "@/components/site/mark-form";
import { SettingsForm } from "@/components/site/settings-form";
import { SiteHistory } from "@/components/site/site-history";
import listStyles from "@/components/ui/list.module.css";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import { Saved } from "@/components/ui/saved";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import { Time } from "@/components/ui/time";
import { currentSite, fixedSettings, siteHistory, sitePage } from "@/domain/site/queries";
import { editPagePath, PAGE_TITLES, SITE_PAGES } from "@/domain/site/site";
import { readFormFlash } from "@/web/pages/kept-form";
import { single, type SearchParams } from "@/web/pages/search-params";
import * as joining from "#messages/joining";
import * as pages from "#messages/pages";
import * as t from "#messages/site-settings";
import { rich } from "@/messages/rich";

export const metadata: Metadata = { title: t.theSite, robots: { index: false } };

/** Admins say here what the site is called, how it looks, and what its own pages say. */
export default async function SiteSettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await adminAt("/moderation/site");
  const asked = await searchParams;
  const [site, own, history, kept] = await Promise.all([
    currentSite(),
    Promise.all(SITE_PAGES.map((page) => sitePage(page))),
    siteHistory(viewer),
    readFormFlash(asked.kept),
  ]);
  return (
    <>
      <MetaLine>
        <a href="/moderation">{pages.moderation}</a>
        <a href="/moderation/settings">{pages.howTheSiteModerates}</a>
        <a href="/moderation/joining">{joining.whoMayJoin}</a>
      </MetaLine>
      <h1>{t.theSite}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <Saved part="settings" said={kept ? undefined : single(asked.said)} />
      <SettingsForm site={site} fixed={fixedSettings()} kept={kept} />
      <MarkForm mark="logo" site={site} />
      <MarkForm mark="icon" site={site} />
      <section className={sections.section} aria-labelledby="pages">
        <h2 id="pages">{t.pages}</h2>
        <p className={textStyles.muted}>{t.pagesHint}</p>
        <ul className={listStyles.ruled}>
          {own.map(({ page, at }) => (
            <li key={page}>
              <h3 className={listStyles.title}>
                <a href={editPagePath(page)}>{PAGE_TITLES[page]}</a>
              </h3>
              <MetaLine>
                <span>{at === null ? t.notWrittenYet : rich(t.changedOn, { when: <Time at={at} /> })}</span>
              </MetaLine>
            </li>
          ))}
        </ul>
      </section>
      <section className={sections.section} aria-labelledby="history">
        <h2 id="history">{t.history}</h2>
        <SiteHistory history={history} />
      </section>
    </>
  );
}

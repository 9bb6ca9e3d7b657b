import type { Metadata } from "next";
import { adminAt } from "@/app/moderation/moderator-at";
import { PageForm } from "@/components/site/page-form";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import { ProseHtml } from "@/components/ui/prose-html";
import { Saved } from "@/components/ui/saved";
import sections from "@/components/ui/section.module.css";
import { renderArticle } from "@/domain/prose/article";
import { sitePage } from "@/domain/site/queries";
import { PAGE_TITLES } from "@/domain/site/site";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import { single } from "@/web/pages/search-params";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/site-settings";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.theSite, robots: { index: false } };

/** An admin writes a page of the site's own. */
export default async function EditSitePage({ params, searchParams }: PageProps<"/moderation/site/[page]">) {
  const { page: name } = await params;
  await adminAt("/moderation/site");
  const asked = await searchParams;
  const [page, kept] = await Promise.all([orNotFound(sitePage(name)), readFormFlash(asked.kept)]);
  return (
    <>
      <MetaLine>
        <a href="/moderation/site">{t.theSite}</a>
        <a href={`/${page.page}`}>{t.openPage}</a>
      </MetaLine>
      <h1>{say(t.editPage, { page: PAGE_TITLES[page.page] })}</h1>
      {kept && kept.problem !== "" && <Notice kind="problem">{kept.problem}</Notice>}
      <Saved part="page" said={kept ? undefined : single(asked.said)} />
      {kept?.problem === "" && (
        <section className={sections.section} aria-label={t.preview}>
          <h2>{t.preview}</h2>
          <ProseHtml
            html={renderArticle(kept.fields.source ?? "", (await siteSettings()).language).html}
            as="article"
          />
        </section>
      )}
      <PageForm page={page} kept={kept} />
    </>
  );
}

import { ProseHtml } from "@/components/ui/prose-html";
import textStyles from "@/components/ui/text.module.css";
import { Time } from "@/components/ui/time";
import { PAGE_TITLES, type SitePage } from "@/domain/site/site";
import * as t from "#messages/site-settings";
import { rich } from "@/messages/rich";

/** A page of the site's own, as readers read it. */
export function SitePageView({ page: { page, html, at } }: { page: SitePage }) {
  return (
    <>
      <h1>{PAGE_TITLES[page]}</h1>
      <ProseHtml html={html} as="article" />
      {at !== null && <p className={textStyles.muted}>{rich(t.lastChanged, { when: <Time at={at} /> })}</p>}
    </>
  );
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SitePageView } from "@/components/site/site-page-view";
import { ProseHtml } from "@/components/ui/prose-html";
import sections from "@/components/ui/section.module.css";
import { renderArticle } from "@/domain/prose/article";
import { withHeadingLinks } from "@/domain/prose/heading-links";
import { sitePage } from "@/domain/site/queries";
import { pageMetadata } from "@/app/page-metadata";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

/** Read and rendered once, when the server first needs it: the text is part of the program. */
const text = renderArticle(readFileSync(join(process.cwd(), "content", "about.md"), "utf8"));

export async function generateMetadata() {
  const isOwn = (await sitePage("about")).version > 0;
  const { name } = await siteSettings();
  return pageMetadata({
    title: isOwn ? say(t.aboutTheSite, { name }) : t.aboutMoot,
    description: t.whatMootIs,
    path: "/about",
  });
}

/** What the site says of itself, once somebody has written it, and below that what it is made with. */
export default async function AboutPage() {
  const own = await sitePage("about");
  if (own.version > 0)
    return (
      <>
        <SitePageView page={own} />
        <section className={sections.section} aria-labelledby="moot">
          <h2 id="moot">{t.aboutMoot}</h2>
          <ProseHtml html={withHeadingLinks(text.html)} as="article" />
        </section>
      </>
    );
  return (
    <>
      <h1>{t.aboutMoot}</h1>
      <ProseHtml html={withHeadingLinks(text.html)} as="article" />
    </>
  );
}

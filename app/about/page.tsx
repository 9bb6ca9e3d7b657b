import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProseHtml } from "@/components/ui/prose-html";
import { renderArticle } from "@/domain/prose/article";
import { withHeadingLinks } from "@/domain/prose/heading-links";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/pages";

/** Read and rendered once, when the server first needs it: the text is part of the program. */
const text = renderArticle(readFileSync(join(process.cwd(), "content", "about.md"), "utf8"));

export const generateMetadata = () =>
  pageMetadata({
    title: t.aboutMoot,
    description: t.whatMootIs,
    path: "/about",
  });

export default function AboutPage() {
  return (
    <>
      <h1>{t.aboutMoot}</h1>
      <ProseHtml html={withHeadingLinks(text.html)} as="article" />
    </>
  );
}

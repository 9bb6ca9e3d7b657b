import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Contents } from "@/components/article/contents";
import { ProseHtml } from "@/components/ui/prose-html";
import { METHODS_PAGE } from "@/domain/polls/methods";
import { renderArticle } from "@/domain/prose/article";
import { withHeadingLinks } from "@/domain/prose/heading-links";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/pages";

/** Read and rendered once, when the server first needs it: the text is part of the program. */
const text = renderArticle(readFileSync(join(process.cwd(), "content", "methods.md"), "utf8"));

export const generateMetadata = () =>
  pageMetadata({
    title: t.howEachFigureIsMade,
    description: t.whatIsCounted,
    path: METHODS_PAGE,
  });

/** Every figure beside a debate links here, to the place that says how it is made. */
export default function MethodsPage() {
  return (
    <>
      <h1>{t.howEachFigureIsMade}</h1>
      <Contents headings={text.headings} />
      <ProseHtml html={withHeadingLinks(text.html)} as="article" />
    </>
  );
}

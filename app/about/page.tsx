import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProseHtml } from "@/components/ui/prose-html";
import { renderArticle } from "@/domain/prose/article";
import { pageMetadata } from "@/app/page-metadata";

/** Read and rendered once, when the server first needs it: the text is part of the program. */
const text = renderArticle(readFileSync(join(process.cwd(), "content", "about.md"), "utf8"));

export const metadata = pageMetadata({
  title: "About Moot",
  description: "What Moot is, how its votes, arguments and moderation work, and what it cannot do.",
  path: "/about",
});

export default function AboutPage() {
  return (
    <>
      <h1>About Moot</h1>
      <ProseHtml html={text.html} as="article" />
    </>
  );
}

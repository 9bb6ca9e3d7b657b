import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { articleFacts } from "@/components/article/article-facts";
import { ArticleView } from "@/components/article/article-view";
import { firstCommentsFacts } from "@/components/comments/comment-facts";
import { Discussion } from "@/components/comments/discussion";
import { BestCasesIsland } from "@/components/polls/best-cases-island";
import { PollIsland } from "@/components/polls/poll-island";
import { StructuredData } from "@/components/ui/structured-data";
import { articlePath } from "@/domain/articles/article";
import { articleBySlug } from "@/domain/articles/queries";
import { pollAndCases } from "@/domain/polls/debate/queries";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { markPath } from "@/domain/site/site";
import { siteSettings } from "@/web/pages/site";
import { absoluteUrl } from "@/web/absolute-url";
import { pageMetadata } from "@/app/page-metadata";
import { gatherDiscussion } from "./gather-discussion";

type Props = PageProps<"/articles/[slug]">;

/** Asked by the head and by the body of the page; one query. */
const articleNamed = cache(async (slug: string) => (await articleBySlug(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await articleNamed((await params).slug);
  return pageMetadata({
    title: article.title,
    description: article.standfirst,
    path: articlePath(article.slug),
    article,
    drawn: { slug: article.slug, version: String(article.revision) },
  });
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const article = await articleNamed((await params).slug);
  const found = await pollAndCases(article, null);
  const poll = found?.poll ?? null;
  const best = (found?.debate?.cases ?? []).flatMap(({ comment }) => comment?.id ?? []);
  const discussion = await gatherDiscussion(article, poll, await searchParams, best);
  const url = absoluteUrl(articlePath(article.slug));
  const { name, language, ...marks } = await siteSettings();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <ArticleView
        article={article}
        poll={poll?.state ?? null}
        href={url}
        language={language}
        placeholderFor={placeholderFor}
        isListed
        discussed
      />
      {poll && <PollIsland slug={article.slug} poll={poll} asksHere />}
      {poll && (
        <BestCasesIsland slug={article.slug} shown={found?.debate ? { poll, debate: found.debate } : null} />
      )}
      <Discussion {...discussion} placeholderFor={placeholderFor} />
      <StructuredData
        facts={articleFacts(article, {
          url,
          site: absoluteUrl("/"),
          name,
          language,
          logo: absoluteUrl(markPath(marks)),
          comments: firstCommentsFacts(discussion.page.items, {
            site: absoluteUrl(""),
            article: { title: article.title, url },
          }),
        })}
        nonce={nonce}
        placeholderFor={placeholderFor}
      />
    </>
  );
}

import type { Metadata } from "next";
import { ArticleView } from "@/components/article/article-view";
import { PollPreview } from "@/components/publishing/poll-preview";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { articlePath } from "@/domain/articles/article";
import { sharedPreview } from "@/domain/articles/drafts/queries";
import { absoluteUrl } from "@/web/absolute-url";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { orNotFound } from "@/web/pages/or-not-found";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/publishing";
import { rich } from "@/messages/rich";

/** Not to be found, and not told to whoever a link of the article leads to. */
export const metadata: Metadata = {
  title: t.preview,
  robots: { index: false, follow: false, noarchive: true },
  referrer: "no-referrer",
};

/** A draft as it stands, for whoever was given this address: they need no account, and it ends. */
export default async function SharedPreviewPage({ params }: PageProps<"/previews/[key]">) {
  const { draft, article, poll } = await orNotFound(sharedPreview((await params).key));
  const { preview } = draft;
  return (
    <>
      <Notice>{preview && rich(t.youWereGivenAPreview, { until: <Time at={preview.until} exact /> })}</Notice>
      {article ? (
        <ArticleView
          article={article}
          poll={poll && "open"}
          href={absoluteUrl(articlePath(article.slug))}
          language={(await siteSettings()).language}
          placeholderFor={placeholderFor}
        />
      ) : (
        <>
          <h1 dir="auto">{draft.fields.title ?? t.untitled}</h1>
          <p>{t.cannotBeShownYet}</p>
        </>
      )}
      {article && poll && <PollPreview slug={article.slug} poll={poll} />}
    </>
  );
}

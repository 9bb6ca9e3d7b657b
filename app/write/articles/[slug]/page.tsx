import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staffAt } from "@/app/write/editor-at";
import { ArticleView } from "@/components/article/article-view";
import { Crumb } from "@/components/comments/crumb";
import { BeginForm } from "@/components/publishing/begin-form";
import { WrittenArticleForms } from "@/components/publishing/written-article-forms";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import { articlePath } from "@/domain/articles/article";
import { writtenPath } from "@/domain/articles/drafts/draft";
import { writtenArticle } from "@/domain/articles/drafts/queries";
import { mayWrite } from "@/domain/articles/policy";
import { articleForStaff } from "@/domain/articles/queries";
import { revisionsPath } from "@/domain/articles/revisions/revision";
import { absoluteUrl } from "@/web/absolute-url";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { orNotFound } from "@/web/pages/or-not-found";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/publishing";

export const metadata: Metadata = { title: t.articles, robots: { index: false } };

/** An article for those who look after it: read also while it is unpublished, and edited, taken from readers, and given back. */
export default async function WrittenArticlePage({ params }: PageProps<"/write/articles/[slug]">) {
  const { slug } = await params;
  const viewer = await staffAt(writtenPath(slug));
  const [written, article] = await Promise.all([
    orNotFound(writtenArticle(slug, viewer)),
    articleForStaff(slug, viewer),
  ]);
  if (!article) notFound();
  const mayEdit = mayWrite(viewer) && written.deletedAt === null;
  const isPublic = written.unpublishedAt === null;
  return (
    <>
      <Crumb href="/write" label={t.articles} />
      {!isPublic && <Notice>{written.deletedAt === null ? t.thisIsUnpublished : t.thisIsDeleted}</Notice>}
      <MetaLine>
        {isPublic && <a href={articlePath(slug)}>{t.openTheArticle}</a>}
        <a href={revisionsPath(slug)}>{t.revisions}</a>
      </MetaLine>
      {mayEdit && <BeginForm label={t.edit} article={slug} />}
      <ArticleView
        article={article}
        poll={null}
        href={absoluteUrl(articlePath(slug))}
        language={(await siteSettings()).language}
        placeholderFor={placeholderFor}
      />
      {mayEdit && <WrittenArticleForms article={written} />}
    </>
  );
}

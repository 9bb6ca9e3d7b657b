import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { staffAt } from "@/app/write/editor-at";
import { ArticleView } from "@/components/article/article-view";
import { Crumb } from "@/components/comments/crumb";
import { BeginForm } from "@/components/publishing/begin-form";
import { Notice } from "@/components/ui/notice";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import { articlePath } from "@/domain/articles/article";
import { draftPath } from "@/domain/articles/drafts/draft";
import { writtenArticle } from "@/domain/articles/drafts/queries";
import { Revision } from "@/domain/articles/drafts/schema";
import { mayWrite } from "@/domain/articles/policy";
import { articleAtRevision } from "@/domain/articles/revisions/queries";
import { revisionPath, revisionsPath } from "@/domain/articles/revisions/revision";
import { absoluteUrl } from "@/web/absolute-url";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/publishing";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.revisions, robots: { index: false } };

/** An article as one of its revisions read, and the way to bring that text back. */
export default async function RevisionPage({
  params,
  searchParams,
}: PageProps<"/write/articles/[slug]/revisions/[number]">) {
  const { slug, number: asked } = await params;
  const number = Revision.safeParse(asked).data ?? notFound();
  const viewer = await staffAt(revisionPath(slug, number));
  const [written, article, kept] = await Promise.all([
    orNotFound(writtenArticle(slug, viewer)),
    orNotFound(articleAtRevision(slug, number, viewer)),
    searchParams.then(({ kept }) => readFormFlash(kept)),
  ]);
  const isCurrent = number === written.revision;
  return (
    <>
      <Crumb href={revisionsPath(slug)} label={t.revisions} />
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <Notice>{say(isCurrent ? t.thisIsTheCurrentRevision : t.thisIsAnEarlierRevision, { number })}</Notice>
      <ArticleView
        article={article}
        poll={null}
        href={absoluteUrl(articlePath(slug))}
        language={(await siteSettings()).language}
        placeholderFor={placeholderFor}
      />
      {!isCurrent && mayWrite(viewer) && written.deletedAt === null && (
        <section className={sections.section} aria-labelledby="bring-back">
          <h2 id="bring-back">{t.bringBack}</h2>
          {written.draft === null ? (
            <>
              <p className={textStyles.muted}>{t.bringBackHint}</p>
              <BeginForm
                label={say(t.bringBackRevision, { number })}
                article={slug}
                revision={number}
                back={revisionPath(slug, number)}
              />
            </>
          ) : (
            <p>
              {rich(t.finishTheDraftFirst, { link: <a href={draftPath(written.draft)}>{t.itsDraft}</a> })}
            </p>
          )}
        </section>
      )}
    </>
  );
}

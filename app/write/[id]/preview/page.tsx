import type { Metadata } from "next";
import { editorAt } from "@/app/write/editor-at";
import { ArticleView } from "@/components/article/article-view";
import { Crumb } from "@/components/comments/crumb";
import { Changes } from "@/components/publishing/comparison";
import { problemSaid } from "@/components/publishing/field-labels";
import { PollPreview } from "@/components/publishing/poll-preview";
import { PublishForms } from "@/components/publishing/publish-forms";
import { SharePreview } from "@/components/publishing/share-preview";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import sections from "@/components/ui/section.module.css";
import { articlePath } from "@/domain/articles/article";
import { draftPath, previewPath } from "@/domain/articles/drafts/draft";
import { previewFor } from "@/domain/articles/drafts/queries";
import { draftChanges } from "@/domain/articles/revisions/queries";
import { absoluteUrl } from "@/web/absolute-url";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { idParam } from "@/web/pages/id-param";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/publishing";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.preview, robots: { index: false } };

/** The draft as readers will see it, and the way to publish exactly that. */
export default async function PreviewPage({ params, searchParams }: PageProps<"/write/[id]/preview">) {
  const id = idParam((await params).id);
  const viewer = await editorAt(previewPath(id));
  const [{ draft, article, poll }, kept] = await Promise.all([
    orNotFound(previewFor(id, viewer)),
    searchParams.then(({ kept }) => readFormFlash(kept)),
  ]);
  const { problems } = draft;
  const { language } = await siteSettings();
  const changes = await draftChanges(draft, viewer);
  return (
    <>
      <Crumb href={draftPath(id)} label={t.keepWriting} />
      {problems.length > 0 ? (
        <Notice kind="problem">
          <p>{t.mendTheseFirst}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problemSaid(problem)}>{problemSaid(problem)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice>
          {t.thisIsAPreview}
          {article && ` ${say(t.itsAddress, { address: absoluteUrl(articlePath(article.slug)) })}`}
        </Notice>
      )}
      {article && (
        <ArticleView
          article={article}
          poll={poll && "open"}
          href={absoluteUrl(articlePath(article.slug))}
          language={language}
          placeholderFor={placeholderFor}
        />
      )}
      {article && poll && <PollPreview slug={article.slug} poll={poll} />}
      {changes && changes.length > 0 && (
        <section className={sections.section}>
          <Fold summary={t.whatThisChanges}>
            <Changes changes={changes} language={language} />
          </Fold>
        </section>
      )}
      {problems.length === 0 && <PublishForms draft={draft} kept={kept} />}
      {article && <SharePreview draft={draft} site={absoluteUrl("")} />}
    </>
  );
}

import type { Metadata } from "next";
import { editorAt } from "@/app/write/editor-at";
import { Crumb } from "@/components/comments/crumb";
import { DraftForm } from "@/components/publishing/draft-form";
import { OtherText } from "@/components/publishing/other-text";
import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { draftPath } from "@/domain/articles/drafts/draft";
import { draftFor } from "@/domain/articles/drafts/queries";
import { idParam } from "@/web/pages/id-param";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/publishing";

export const metadata: Metadata = { title: t.newArticle, robots: { index: false } };

/** Where an article is written. */
export default async function DraftPage({ params, searchParams }: PageProps<"/write/[id]">) {
  const id = idParam((await params).id);
  const viewer = await editorAt(draftPath(id));
  const [draft, kept] = await Promise.all([
    orNotFound(draftFor(id, viewer)),
    searchParams.then(({ kept }) => readFormFlash(kept)),
  ]);
  return (
    <>
      <Crumb href="/write" label={t.articles} />
      <h1 dir="auto">{draft.fields.title ?? t.newArticle}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {draft.problem !== null && <Notice kind="problem">{draft.problem}</Notice>}
      <DraftForm draft={draft} kept={kept} language={(await siteSettings()).language} />
      <OtherText draft={draft} kept={kept} />
      <Fold summary={t.deleteTheDraft}>
        <form method="post" action={`/api/v1/drafts/${id}`}>
          <input type="hidden" name="_method" value="delete" />
          <input type="hidden" name="_return" value="/write" />
          <Confirmation label={t.yesDelete} />
          <p>
            <Button>{t.deleteTheDraft}</Button>
          </p>
        </form>
      </Fold>
    </>
  );
}

import type { Metadata } from "next";
import { WritingList } from "@/components/publishing/writing-list";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { WHOSE, writingPath } from "@/domain/articles/drafts/draft";
import { draftsFor, writtenArticles } from "@/domain/articles/drafts/queries";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import { single, type SearchParams } from "@/web/pages/search-params";
import { editorAt } from "./editor-at";
import * as t from "#messages/publishing";

export const metadata: Metadata = { title: t.articles, robots: { index: false } };

/** Everything that is being written, and everything that was. */
export default async function WritePage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await editorAt("/write");
  const asked = await searchParams;
  const whose = WHOSE.find((one) => one === single(asked.whose)) ?? "all";
  const [drafts, { items, next }, kept] = await Promise.all([
    draftsFor(viewer, whose),
    orNotFound(writtenArticles(single(asked.after) ?? null, viewer, whose)),
    readFormFlash(asked.kept),
  ]);
  return (
    <>
      <h1>{t.articles}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <WritingList drafts={drafts} articles={items} whose={whose} />
      {next !== null && (
        <PageLink rel="next" href={writingPath(whose, next)}>
          {t.olderArticles}
        </PageLink>
      )}
    </>
  );
}

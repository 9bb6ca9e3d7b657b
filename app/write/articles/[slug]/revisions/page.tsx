import type { Metadata } from "next";
import { staffAt } from "@/app/write/editor-at";
import { Crumb } from "@/components/comments/crumb";
import { CompareForm, ComparisonView } from "@/components/publishing/comparison";
import { RevisionList } from "@/components/publishing/revision-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import sections from "@/components/ui/section.module.css";
import { writtenPath } from "@/domain/articles/drafts/draft";
import { Revision } from "@/domain/articles/drafts/schema";
import { comparison, revisionsOf } from "@/domain/articles/revisions/queries";
import { revisionsPath } from "@/domain/articles/revisions/revision";
import { orNotFound } from "@/web/pages/or-not-found";
import { single } from "@/web/pages/search-params";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/publishing";

export const metadata: Metadata = { title: t.revisions, robots: { index: false } };

/** Every text an article had, and what changed from one to another: from the last but one to the last, unless others are asked for. */
export default async function RevisionsPage({
  params,
  searchParams,
}: PageProps<"/write/articles/[slug]/revisions">) {
  const { slug } = await params;
  const viewer = await staffAt(revisionsPath(slug));
  const asked = await searchParams;
  const { items, next } = await orNotFound(revisionsOf(slug, numberIn(asked.before), viewer));
  const to = numberIn(asked.to) ?? items[0]?.number ?? 1;
  const from = numberIn(asked.from) ?? Math.max(1, to - 1);
  const isCompared = from !== to || asked.to !== undefined;
  const compared = isCompared ? await orNotFound(comparison(slug, { from, to }, viewer)) : null;
  const { language } = await siteSettings();
  return (
    <>
      <Crumb href={writtenPath(slug)} label={t.backToTheArticle} />
      <h1>{t.revisions}</h1>
      {items.length > 1 && <CompareForm slug={slug} revisions={items} compared={{ from, to }} />}
      {compared ? (
        <ComparisonView comparison={compared} language={language} />
      ) : (
        <EmptyState>{t.onlyOneRevision}</EmptyState>
      )}
      <section className={sections.section} aria-labelledby="all-revisions">
        <h2 id="all-revisions">{t.allRevisions}</h2>
        <RevisionList slug={slug} revisions={items} />
        {next !== null && (
          <PageLink rel="next" href={`${revisionsPath(slug)}?before=${next}`}>
            {t.olderRevisions}
          </PageLink>
        )}
      </section>
    </>
  );
}

const numberIn = (asked: string | string[] | undefined): number | null =>
  Revision.safeParse(single(asked)).data ?? null;

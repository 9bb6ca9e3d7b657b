import type { Metadata } from "next";
import { ArticleListed } from "@/components/article/article-listed";
import { NewSinceLastVisit } from "@/components/article/new-since-last-visit";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import { articles } from "@/domain/articles/queries";
import { orNotFound } from "@/web/pages/or-not-found";
import { pageMetadata } from "./page-metadata";
import styles from "./page.module.css";
import * as t from "#messages/pages";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

const WHAT_THIS_IS = t.eachArticleHereEnds;

export const metadata: Metadata = {
  ...pageMetadata({ title: "Moot", description: WHAT_THIS_IS, path: "/" }),
  title: { absolute: t.mootArticlesThatEnd },
};

export default async function FrontPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const { items, next } = await orNotFound(articles(typeof after === "string" ? after : null));
  return (
    <>
      <header className={styles.head}>
        <h1>{t.questionsPutUpForDiscussion}</h1>
        <p>{WHAT_THIS_IS}</p>
      </header>
      {items.length === 0 && <EmptyState>{t.nothingHasBeenPublished}</EmptyState>}
      {items.map((article) => (
        <ArticleListed key={article.id} article={article} />
      ))}
      <NewSinceLastVisit />
      {next && (
        <PageLink rel="next" href={`/?after=${encodeURIComponent(next)}`}>
          {t.olderArticles}
        </PageLink>
      )}
    </>
  );
}

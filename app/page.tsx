import type { Metadata } from "next";
import { ArticleListed } from "@/components/article/article-listed";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import { articles } from "@/domain/articles/queries";
import { orNotFound } from "@/web/or-not-found";
import { pageMetadata } from "./page-metadata";
import styles from "./page.module.css";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

const WHAT_THIS_IS =
  "Each article here ends in a question. Vote on it, argue about it, and see what the argument changed.";

export const metadata: Metadata = {
  ...pageMetadata({ title: "Moot", description: WHAT_THIS_IS, path: "/" }),
  title: { absolute: "Moot: articles that end in a question" },
};

export default async function FrontPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const { items, next } = await orNotFound(articles(typeof after === "string" ? after : null));
  return (
    <>
      <header className={styles.head}>
        <h1>Questions put up for discussion</h1>
        <p>{WHAT_THIS_IS}</p>
      </header>
      {items.length === 0 && <EmptyState>Nothing has been published here yet.</EmptyState>}
      {items.map((article) => (
        <ArticleListed key={article.id} article={article} />
      ))}
      {next && (
        <PageLink rel="next" href={`/?after=${encodeURIComponent(next)}`}>
          Older articles
        </PageLink>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { FrontLists } from "@/components/article/front-lists";
import { front } from "@/domain/articles/front";
import { ArticleListed } from "@/components/article/article-listed";
import { NewSinceLastVisit } from "@/components/article/new-since-last-visit";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import { articles } from "@/domain/articles/queries";
import { taglineOf } from "@/domain/site/site";
import { siteSettings } from "@/web/pages/site";
import { orNotFound } from "@/web/pages/or-not-found";
import { pageMetadata } from "./page-metadata";
import styles from "./page.module.css";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

/** Fewer articles than these are seen at once: shorter lists of them would only repeat them. */
const SEEN_AT_ONCE = 5;

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const site = await siteSettings();
  return {
    ...(await pageMetadata({ title: site.name, description: taglineOf(site), path: "/" })),
    title: {
      absolute: say(t.nameAndWhatItIs, {
        name: site.name,
        what: site.tagline || t.articlesThatEndInAQuestion,
      }),
    },
  };
}

export default async function FrontPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const { items, next } = await orNotFound(articles(typeof after === "string" ? after : null));
  const { language } = await siteSettings();
  const isFirst = after === undefined;
  const [lead] = items;
  const lists = isFirst && lead && items.length > SEEN_AT_ONCE ? await front(lead.id) : null;
  const rest = isFirst ? items.slice(1) : items;
  return (
    <>
      <header className={styles.head}>
        <h1>{t.questionsPutUpForDiscussion}</h1>
        <p dir="auto">{taglineOf(await siteSettings())}</p>
      </header>
      {items.length === 0 && <EmptyState>{t.nothingHasBeenPublished}</EmptyState>}
      {isFirst && lead && <ArticleListed article={lead} language={language} isLead />}
      {lists && <FrontLists {...lists} />}
      {rest.map((article) => (
        <ArticleListed key={article.id} article={article} language={language} />
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

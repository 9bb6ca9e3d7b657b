import type { Metadata } from "next";
import { headers } from "next/headers";
import { FrontLists } from "@/components/article/front-lists";
import { chosenLead } from "@/domain/articles/lead";
import { front } from "@/domain/articles/front";
import { ArticleListed } from "@/components/article/article-listed";
import { NewSinceLastVisit } from "@/components/article/new-since-last-visit";
import { EmptyState } from "@/components/ui/empty-state";
import { StructuredData } from "@/components/ui/structured-data";
import { siteFacts } from "@/components/site/site-facts";
import { absoluteUrl } from "@/web/absolute-url";
import { MetaLine } from "@/components/ui/meta-line";
import { PageLink } from "@/components/ui/page-link";
import { articles } from "@/domain/articles/queries";
import type { ListedPoll } from "@/domain/polls/poll";
import { markPath, taglineOf } from "@/domain/site/site";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { siteSettings } from "@/web/pages/site";
import { orNotFound } from "@/web/pages/or-not-found";
import { pageMetadata } from "./page-metadata";
import styles from "./page.module.css";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

/** Fewer articles than these are seen at once: shorter lists of them would only repeat them. */
const SEEN_AT_ONCE = 5;

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const path = continued((await searchParams).after);
  const site = await siteSettings();
  return {
    ...(await pageMetadata({ title: site.name, description: taglineOf(site), path })),
    title: {
      absolute: say(t.nameAndWhatItIs, {
        name: site.name,
        what: site.tagline || t.articlesThatEndInAQuestion,
      }),
    },
  };
}

/** Where the list is read on from: another page, with an address of its own. */
const continued = (after: string | string[] | undefined): string =>
  typeof after === "string" ? `/?after=${encodeURIComponent(after)}` : "/";

export default async function FrontPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const { items, next } = await orNotFound(articles(typeof after === "string" ? after : null));
  const { language } = await siteSettings();
  const isFirst = after === undefined;
  const pinned = isFirst ? await chosenLead() : null;
  const lead = pinned ?? items.find(({ poll }) => !isWithoutResult(poll)) ?? items[0];
  const lists = isFirst && lead && items.length > SEEN_AT_ONCE ? await front(lead.id) : null;
  const rest = isFirst ? items.filter(({ id }) => id !== lead?.id) : items;
  const site = await siteSettings();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <header className={styles.head}>
        <h1>{t.questionsPutUpForDiscussion}</h1>
        <p dir="auto">{taglineOf(site)}</p>
      </header>
      {items.length === 0 && <EmptyState>{t.nothingHasBeenPublished}</EmptyState>}
      {isFirst && lead && (
        <ArticleListed article={lead} language={language} placeholderFor={placeholderFor} isLead />
      )}
      {lists && <FrontLists {...lists} placeholderFor={placeholderFor} />}
      {rest.map((article) => (
        <ArticleListed
          key={article.id}
          article={article}
          language={language}
          placeholderFor={placeholderFor}
        />
      ))}
      <NewSinceLastVisit />
      {next && (
        <PageLink rel="next" href={`/?after=${encodeURIComponent(next)}`}>
          {t.olderArticles}
        </PageLink>
      )}
      {items.length > 0 && (
        <MetaLine>
          <a href="/archive">{t.archive}</a>
        </MetaLine>
      )}
      {isFirst && (
        <StructuredData
          facts={siteFacts({
            url: absoluteUrl("/"),
            name: site.name,
            description: taglineOf(site),
            logo: absoluteUrl(markPath(site)),
          })}
          nonce={nonce}
          placeholderFor={placeholderFor}
        />
      )}
    </>
  );
}

/** A poll that ended with too few votes for a result: nothing to lead with, where there is anything else. */
const isWithoutResult = (poll: ListedPoll | null): boolean => poll?.state === "closed" && !poll.votes;

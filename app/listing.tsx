import { ArticleListed } from "@/components/article/article-listed";
import { NewSinceLastVisit } from "@/components/article/new-since-last-visit";
import { MetaLine } from "@/components/ui/meta-line";
import { PageLink } from "@/components/ui/page-link";
import type { ListedArticle } from "@/domain/articles/article";
import { listingFeed, listingPath, type Listing } from "@/domain/articles/listing";
import { articlesUnder } from "@/domain/articles/listings";
import { listingFollowingPath } from "@/domain/following/following";
import { orNotFound } from "@/web/pages/or-not-found";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { siteSettings } from "@/web/pages/site";
import { single, type SearchParams } from "@/web/pages/search-params";
import { pageMetadata } from "./page-metadata";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

const titleOf = ({ kind, name }: Listing): string =>
  kind === "tag" ? say(t.articlesUnder, { name }) : say(t.articlesBy, { name });

/** @param after where the list is read on from: another page, with an address of its own */
export const listingMetadata = (listing: Listing, after: string | undefined) =>
  pageMetadata({
    title: titleOf(listing),
    description: titleOf(listing),
    path: continued(listing, after),
    feed: listingFeed(listing),
  });

const continued = (listing: Listing, after: string | undefined): string =>
  listingPath(listing) + (after === undefined ? "" : `?after=${encodeURIComponent(after)}`);

/** Everything of a tag or an author, the newest first, with a feed of its own. */
export async function ListingPage({
  listing,
  searchParams,
}: {
  listing: Listing;
  searchParams: SearchParams;
}) {
  const after = single((await searchParams).after) ?? null;
  const { items, next } = await orNotFound(articlesUnder(listing, after));
  const { language } = await siteSettings();
  return (
    <>
      <h1 dir="auto">{titleOf(listing)}</h1>
      <MetaLine>
        <a href="/">{t.allArticles}</a>
        {listing.kind === "author" &&
          membersNamed(listing.name, items).map((handle) => (
            <a key={handle} href={`/members/${handle}`}>
              @{handle}
            </a>
          ))}
        <a href={listingFeed(listing)}>{t.feed}</a>
        <a href={listingFollowingPath(listing)} rel="nofollow">
          {t.follow}
        </a>
      </MetaLine>
      {items.map((article) => (
        <ArticleListed
          key={article.id}
          article={article}
          language={language}
          placeholderFor={placeholderFor}
        />
      ))}
      <NewSinceLastVisit />
      {next && (
        <PageLink rel="next" href={continued(listing, next)}>
          {t.olderArticles}
        </PageLink>
      )}
    </>
  );
}

/** Which members the name is of, as these articles say: two may be called the same. */
const membersNamed = (name: string, articles: ListedArticle[]): string[] => [
  ...new Set(
    articles
      .flatMap(({ authors }) => authors)
      .flatMap((author) => (author.name === name && author.handle !== null ? [author.handle] : [])),
  ),
];

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NewArticles } from "@/components/following/new-articles";
import { NewsList } from "@/components/following/news-list";
import { MetaLine } from "@/components/ui/meta-line";
import { newArticlesFor } from "@/domain/following/listings";
import { newsFor } from "@/domain/following/news";
import { NewsQuery } from "@/domain/following/schema";
import { type SearchParams, signInPath, single } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/following";

export const metadata: Metadata = { title: t.following, robots: { index: false } };

/** What is new in each discussion one follows. An address with a cursor that is none shows the first page. */
export default async function FollowingPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath("/following"));
  const { data: query } = NewsQuery.safeParse({ after: single((await searchParams).after) });
  const first = query?.after === undefined;
  const [news, articles] = await Promise.all([
    newsFor(query?.after, viewer),
    first ? newArticlesFor(viewer) : [],
  ]);
  return (
    <>
      <h1>{t.following}</h1>
      <MetaLine>
        <a href="/following/all">{t.allYouFollow}</a>
      </MetaLine>
      <NewArticles articles={articles} />
      <NewsList {...news} first={first} />
    </>
  );
}

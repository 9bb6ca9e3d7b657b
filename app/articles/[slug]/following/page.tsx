import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Crumb } from "@/components/comments/crumb";
import { FollowingForm } from "@/components/following/following-form";
import { Notice } from "@/components/ui/notice";
import { articleBySlug } from "@/domain/articles/queries";
import { followingIn } from "@/domain/following/here";
import { discussionFollowingPath } from "@/domain/following/following";
import { readFormFlash } from "@/web/pages/kept-form";
import { type SearchParams, signInPath } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/following";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: t.followThisDiscussion, robots: { index: false } };

/** Drawn for its reader: what they follow here. */
export default async function DiscussionFollowingPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const [article, viewer, asked] = await Promise.all([articleBySlug(slug), currentViewer(), searchParams]);
  if (!article) notFound();
  if (!viewer) redirect(signInPath(discussionFollowingPath(slug)));
  const [{ discussion }, kept] = await Promise.all([
    followingIn(article.id, viewer),
    readFormFlash(asked.kept),
  ]);
  return (
    <>
      <Crumb href={`/articles/${slug}#discussion`} label={article.title} />
      <h1>{t.followThisDiscussion}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <p>{STANDING[discussion ?? "neither"]}</p>
      <FollowingForm path={`/articles/${slug}/following`} state={discussion} />
      <p>{t.whoTakesPartFollows}</p>
      <p>
        <a href="/following">{t.whatIsNew}</a>
      </p>
      <p>
        <a href={`/articles/${slug}/feed.xml`}>{t.thisDiscussionAsAFeed}</a>
      </p>
    </>
  );
}

const STANDING = {
  followed: t.youFollowThisDiscussion,
  muted: t.youMutedThisDiscussion,
  neither: t.youDoNotFollowThisDiscussion,
};

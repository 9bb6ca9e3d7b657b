import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { inDiscussion, morePath, sortedPath } from "@/components/comments/paths";
import { Answered } from "@/components/comments/parent-comment";
import { arrange } from "@/components/comments/layout";
import { RespectForm } from "@/components/comments/comment-actions";
import { ServedList } from "@/components/comments/served-list";
import { DiscussionIsland } from "@/components/comments/live/discussion-island";
import { SortLinks } from "@/components/comments/sort-links";
import { NOBODY, repliesOf } from "@/components/comments/labels";
import { Crumb } from "@/components/comments/crumb";
import { Pages } from "@/components/comments/pagination";
import { EmptyState } from "@/components/ui/words";
import { articlePath } from "@/domain/articles/article";
import { articleBySlug } from "@/domain/articles/queries";
import { readOne } from "@/domain/comments/get-comment";
import { page as pageOf } from "@/domain/comments/queries";
import { CommentPageQuery } from "@/domain/comments/schema";
import { pollOf } from "@/domain/polls/queries";
import { orNotFound } from "@/web/or-not-found";
import { setAside } from "@/web/set-aside";
import { placeOf } from "../gather-discussion";

type Props = PageProps<"/articles/[slug]/comments">;

export const metadata: Metadata = { title: "Discussion" };

/** One page of one level of a thread: for those without script, and for those who index the site. */
export default async function CommentsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = CommentPageQuery.safeParse(await searchParams);
  const article = await articleBySlug(slug);
  if (!article || !query.success) notFound();
  const { parent, sort, after } = query.data;
  const [answered, poll, { items, next }] = await Promise.all([
    parent === undefined ? null : orNotFound(readOne(parent, null)),
    pollOf(article, null),
    orNotFound(pageOf(slug, query.data, null)),
  ]);
  const place = placeOf(article, poll, sort);
  return (
    <section data-discussion="">
      <Crumb
        href={answered ? inDiscussion(slug, answered.id) : sortedPath(slug, sort)}
        words={answered ? "Back to the discussion" : article.title}
      />
      <h1>
        {answered ? `${repliesOf(answered.replyCount)} to ${answered.author?.name ?? NOBODY}` : "Discussion"}
      </h1>
      {answered && <Answered comment={answered} place={place} />}
      {(answered?.replyCount ?? article.comments) > 1 && (
        <SortLinks place={place} pathOf={(_, order) => morePath(slug, { sort: order, parent })} />
      )}
      {items.length === 0 && <EmptyState>There is nothing further here.</EmptyState>}
      <ServedList placed={arrange(items, 0, answered ? [answered] : [])} place={place} setAside={setAside} />
      <Pages
        first={after === undefined ? null : morePath(slug, { sort, parent })}
        next={next && morePath(slug, { sort, parent, after: next })}
      />
      {answered && <Crumb href={articlePath(slug)} words={article.title} />}
      <RespectForm />
      <DiscussionIsland place={place} />
    </section>
  );
}

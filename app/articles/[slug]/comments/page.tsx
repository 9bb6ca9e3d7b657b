import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { inDiscussion, morePath, sortedPath } from "@/components/comments/paths";
import { ParentComment } from "@/components/comments/parent-comment";
import { layOut } from "@/components/comments/layout";
import { RespectForm } from "@/components/comments/comment-actions";
import { ServedList } from "@/components/comments/served-list";
import { DiscussionIsland } from "@/components/comments/live/discussion-island";
import { SortLinks } from "@/components/comments/sort-links";
import { FORMER_MEMBER, repliesOf } from "@/components/comments/labels";
import { Crumb } from "@/components/comments/crumb";
import { Pagination } from "@/components/comments/pagination";
import { EmptyState } from "@/components/ui/empty-state";
import { articlePath } from "@/domain/articles/article";
import { articleBySlug } from "@/domain/articles/queries";
import { DEFAULT_SORT } from "@/domain/comments/comment";
import { getComment } from "@/domain/comments/get-comment";
import { page as pageOf } from "@/domain/comments/queries";
import { CommentPageQuery } from "@/domain/comments/schema";
import { pollOf } from "@/domain/polls/queries";
import { orNotFound } from "@/web/pages/or-not-found";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { pageMetadata } from "@/app/page-metadata";
import { threadContextOf } from "@/app/articles/[slug]/gather-discussion";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

type Props = PageProps<"/articles/[slug]/comments">;

/** Each page of a thread has its one address in the usual order; other orders show the same comments again. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params;
  const query = CommentPageQuery.safeParse(await searchParams);
  const article = await articleBySlug(slug);
  if (!article || !query.success) notFound();
  const { parent, sort, after } = query.data;
  const title = say(t.discussionOf, { title: article.title });
  return {
    ...(await pageMetadata({ title, description: title, path: morePath(slug, { sort, parent, after }) })),
    ...(sort !== DEFAULT_SORT && { robots: { index: false } }),
  };
}

/** One page of one level of a thread: for those without script, and for those who index the site. */
export default async function CommentsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = CommentPageQuery.safeParse(await searchParams);
  const article = await articleBySlug(slug);
  if (!article || !query.success) notFound();
  const { parent, sort, after } = query.data;
  const [answered, poll, { items, next }] = await Promise.all([
    parent === undefined ? null : orNotFound(getComment(parent, null)),
    pollOf(article, null),
    orNotFound(pageOf(slug, query.data, null)),
  ]);
  const thread = threadContextOf(article, poll, sort);
  return (
    <section data-discussion="">
      <Crumb
        href={answered ? inDiscussion(slug, answered.id) : sortedPath(slug, sort)}
        label={answered ? t.backToTheDiscussion : article.title}
      />
      <h1>
        {answered
          ? say(t.replyCountToName, {
              replyCount: repliesOf(answered.replyCount),
              name: answered.author?.name ?? FORMER_MEMBER,
            })
          : t.discussion}
      </h1>
      {answered && <ParentComment comment={answered} thread={thread} />}
      {(answered?.replyCount ?? article.comments) > 1 && (
        <SortLinks thread={thread} pathOf={(_, order) => morePath(slug, { sort: order, parent })} />
      )}
      <h2 className="visually-hidden">{t.commentsHeading}</h2>
      {items.length === 0 && <EmptyState>{t.thereIsNothingFurther}</EmptyState>}
      <ServedList
        placed={layOut(items, 0, answered ? [answered] : [])}
        thread={thread}
        placeholderFor={placeholderFor}
      />
      <Pagination
        first={after === undefined ? null : morePath(slug, { sort, parent })}
        next={next && morePath(slug, { sort, parent, after: next })}
      />
      {answered && <Crumb href={articlePath(slug)} label={article.title} />}
      <RespectForm />
      <DiscussionIsland thread={thread} />
    </section>
  );
}

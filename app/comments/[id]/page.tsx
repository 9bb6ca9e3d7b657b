import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CommentInContext } from "@/components/comments/comment-in-context";
import { commentFacts } from "@/components/comments/comment-facts";
import { FORMER_MEMBER } from "@/components/comments/labels";
import { commentPath } from "@/components/comments/paths";
import { Notice } from "@/components/ui/notice";
import { StructuredData } from "@/components/ui/structured-data";
import { articlePath } from "@/domain/articles/article";
import { articleBySlug } from "@/domain/articles/queries";
import { DEFAULT_SORT } from "@/domain/comments/comment";
import { readThread } from "@/domain/comments/queries";
import type { Member } from "@/domain/members/member";
import { pollOf } from "@/domain/polls/queries";
import { plainText } from "@/domain/prose/plain";
import { SignInFirst } from "@/platform/refusal";
import { absoluteUrl } from "@/web/absolute-url";
import { single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import { currentViewer } from "@/web/sessions/session";
import { idParam } from "@/web/pages/id-param";
import { orNotFound } from "@/web/pages/or-not-found";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { pageMetadata } from "@/app/page-metadata";
import { JustModerated } from "./just-moderated";
import { threadContextOf } from "@/app/articles/[slug]/gather-discussion";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

type Props = PageProps<"/comments/[id]">;

/** Whoever comes back to this page with it has been to the sign-in page on the way. */
const signedOut = new SignInFirst();

/** Characters of a description; search engines show about as many. */
const DESCRIPTION = 155;

const threadOf = cache(async (id: string, viewer: Member | null) => orNotFound(readThread(id, viewer)));
/** With one of these the page is drawn for its reader. */
const readerOf = cache((done: string | undefined, kept: string | undefined) =>
  done === undefined && kept === undefined ? null : currentViewer(),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const asked = await searchParams;
  const viewer = await readerOf(single(asked.done), single(asked.kept));
  const { comment } = await threadOf(idParam((await params).id), viewer);
  const title = (await articleBySlug(comment.articleSlug))?.title ?? notFound();
  const path = commentPath(comment.id);
  if (comment.absence) {
    const gone = say(comment.absence.by === "author" ? t.aCommentTakenBack : t.aCommentTakenDown, { title });
    return { ...(await pageMetadata({ title: gone, description: gone, path })), robots: { index: false } };
  }
  const metadata = await pageMetadata({
    title: say(t.inTheDiscussionOf, { name: comment.author?.name ?? FORMER_MEMBER, title }),
    description: plainText(comment.html, DESCRIPTION),
    path,
  });
  // Search engines have the discussion's pages (docs/decisions/0093-what-search-engines-are-given.md).
  return { ...metadata, robots: { index: false } };
}

/** One comment in its context, from anywhere in a thread of any size. */
export default async function CommentPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const done = single(asked.done);
  const viewer = await readerOf(done, single(asked.kept));
  const context = await threadOf(idParam((await params).id), viewer);
  const { comment } = context;
  const article = await articleBySlug(comment.articleSlug);
  if (!article) notFound();
  const poll = await pollOf(article, null);
  const refused = await readFormFlash(asked.kept);
  const url = absoluteUrl(articlePath(article.slug));
  const facts = commentFacts(context, { site: absoluteUrl(""), article: { title: article.title, url } });
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      {refused?.done !== undefined && <Notice>{refused.done}</Notice>}
      {refused?.problem === signedOut.message && <Notice>{t.signedInNow}</Notice>}
      {refused?.problem && refused.problem !== signedOut.message && (
        <Notice kind="problem">{refused.problem}</Notice>
      )}
      {viewer && done !== undefined && (
        <JustModerated comment={comment} poll={poll} viewer={viewer} done={done} />
      )}
      <CommentInContext
        title={<a href={articlePath(article.slug)}>{article.title}</a>}
        context={context}
        thread={threadContextOf(article, poll, DEFAULT_SORT)}
        placeholderFor={placeholderFor}
      />
      {facts && <StructuredData facts={facts} nonce={nonce} placeholderFor={placeholderFor} />}
    </>
  );
}

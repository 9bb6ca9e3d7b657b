import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PollIsland } from "@/components/polls/poll-island";
import { SideReplyForm } from "@/components/polls/side-reply-form";
import { DebateFigures } from "@/components/polls/debate-figures";
import { MindChangeForm, SignInToTell, TakeBackForm } from "@/components/polls/mind-change-form";
import { Notice } from "@/components/ui/notice";
import { PollNotes } from "@/components/polls/poll-notes";
import { articlePath } from "@/domain/articles/article";
import type { CommentView } from "@/domain/comments/comment";
import { articleBySlug } from "@/domain/articles/queries";
import { getComment } from "@/domain/comments/get-comment";
import { withEvenChoice } from "@/domain/polls/one-length";
import { CommentNamed } from "@/domain/polls/schema";
import type { MyPoll } from "@/domain/polls/poll";
import { mayJudgeReplies } from "@/domain/polls/policy";
import { mindChangeCandidates } from "@/domain/polls/debate/candidates";
import { debateOf } from "@/domain/polls/debate/queries";
import { pollFor } from "@/domain/polls/queries";
import { ownReply } from "@/domain/polls/replies/queries";
import { single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import { currentViewer } from "@/web/sessions/session";
import { NotFound, SignInFirst } from "@/platform/refusal";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.yourVote, robots: { index: false } };

const signedOut = new SignInFirst();

/** The poll as it is for you: where a plain form comes back to, and what a link in a mail opens. */
export default async function VotePage({ params, searchParams }: PageProps<"/articles/[slug]/vote">) {
  const [{ slug }, { kept, because, words: asked, said }, viewer] = await Promise.all([
    params,
    searchParams,
    currentViewer(),
  ]);
  const article = await articleBySlug(slug);
  const found = article && (await pollFor(article, viewer));
  if (!article || !found) notFound();
  const [form, view, reply, candidates] = await Promise.all([
    readFormFlash(kept),
    debateOf(article, viewer),
    ownReply(slug, viewer),
    viewer && (found.mine.can.tellSwitch || found.mine.can.tellCloser)
      ? mindChangeCandidates(slug, viewer)
      : [],
  ]);
  const named = form?.fields.because ?? single(because);
  const quoted = named === undefined ? null : await commentIn(slug, named);
  const words = single(asked) ?? "";
  const mindForm = form && "why" in form.fields ? form : null;
  const replyForm = form && "words" in form.fields ? form : null;
  return (
    <>
      <p>
        <a href={articlePath(slug)}>{article.title}</a>
      </p>
      <h1>{t.yourVote}</h1>
      {form?.done !== undefined && <Notice>{form.done}</Notice>}
      <PollIsland
        slug={slug}
        poll={found.poll}
        mine={viewer && withEvenChoice(found.mine, found.poll.options)}
        done={form === null ? whatIsDone(single(said), found.mine) : null}
        kept={
          form === null || form.done !== undefined || mindForm || replyForm
            ? null
            : {
                // What met a sign-in is shown again, to be confirmed.
                ...(viewer && form.problem === signedOut.message
                  ? { sentence: form.fields.share === undefined ? t.confirmVote : t.confirmGuess, note: true }
                  : { sentence: form.problem }),
                option: form.fields.option,
                share: form.fields.share,
              }
        }
      />
      {viewer ? (
        <MindChangeForm
          slug={slug}
          mine={found.mine}
          kept={mindForm}
          quoted={quoted}
          words={words}
          candidates={candidates}
        />
      ) : (
        (quoted !== null || words !== "") && <SignInToTell slug={slug} quoted={quoted} words={words} />
      )}
      {found.mine.can.takeBack && <TakeBackForm slug={slug} />}
      <SideReplyForm slug={slug} view={view} handle={viewer?.handle ?? null} own={reply} kept={replyForm} />
      {view?.debate && <DebateFigures slug={slug} poll={view.poll} debate={view.debate} />}
      <PollNotes
        poll={found.poll}
        signedIn={viewer !== null}
        unproven={viewer?.unproven === true}
        judges={mayJudgeReplies(viewer)}
        slug={slug}
      />
    </>
  );
}

/** What the address says was done, where that is so. */
function whatIsDone(said: string | undefined, { voted, can }: MyPoll): "vote" | "change" | "withdraw" | null {
  if (said === "vote" && voted) return can.tellSwitch ? "change" : "vote";
  return said === "withdraw" && !voted ? "withdraw" : null;
}

/** The comment an address or a form names, as everybody may read it; null where it is none of this discussion. */
async function commentIn(slug: string, words: string): Promise<CommentView | null> {
  const id = CommentNamed.safeParse(words);
  if (!id.success) return null;
  const comment = await getComment(id.data, null).catch((problem: unknown) => {
    if (problem instanceof NotFound) return null;
    throw problem;
  });
  return comment?.articleSlug === slug && comment.absence === null ? comment : null;
}

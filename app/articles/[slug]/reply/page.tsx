import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { inDiscussion, replyPath } from "@/components/comments/paths";
import { ReplyingTo } from "@/components/comments/replying-to";
import { Crumb } from "@/components/comments/crumb";
import { aboutBlock, aboutPassage } from "@/components/passages/about";
import { ReplyForm, type About, type OwnVote } from "@/components/comments/reply-form";
import { ConfirmFirst } from "@/components/members/confirm-first";
import { Notice } from "@/components/ui/notice";
import { articlePath, type Article } from "@/domain/articles/article";
import { articleBySlug } from "@/domain/articles/queries";
import type { CommentView } from "@/domain/comments/comment";
import { getComment } from "@/domain/comments/get-comment";
import { whyClosed, whySuspended } from "@/domain/comments/policy";
import { Preview } from "@/domain/comments/schema";
import { articleText } from "@/domain/passages/article-text";
import { NewPassage } from "@/domain/passages/schema";
import { passagesOfBlock } from "@/domain/passages/sentences";
import { mailWay } from "@/domain/mail/way";
import type { Member } from "@/domain/members/member";
import { evenKey } from "@/domain/polls/one-length";
import { pollFor } from "@/domain/polls/queries";
import { renderComment } from "@/domain/prose/comment";
import { asQuotation, markdownOf } from "@/domain/prose/markdown-of";
import { nodesOf } from "@/domain/prose/nodes";
import { SignInFirst } from "@/platform/refusal";
import { single } from "@/web/pages/search-params";
import { readFormFlash, type FormFlash } from "@/web/pages/kept-form";
import { idParam } from "@/web/pages/id-param";
import { orNotFound } from "@/web/pages/or-not-found";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

type Props = PageProps<"/articles/[slug]/reply">;

export async function generateMetadata({ params }: PageProps<"/articles/[slug]/reply">): Promise<Metadata> {
  const article = await articleBySlug((await params).slug);
  return { title: article ? say(t.replyOn, { title: article.title }) : t.notFound, robots: { index: false } };
}

/** Where one writes without script; and where one comes back to from signing in, with the words still there. */
export default async function ReplyPage({ params, searchParams }: Props) {
  const [{ slug }, asked, viewer] = await Promise.all([params, searchParams, currentViewer()]);
  const article = await articleBySlug(slug);
  if (!article) notFound();
  const to = single(asked.to);
  const [kept, answered, poll] = await Promise.all([
    readFormFlash(asked.kept),
    to === undefined ? null : orNotFound(getComment(idParam(to), viewer)),
    pollFor(article, viewer),
  ]);
  if (answered && answered.articleSlug !== slug) notFound();
  const closed =
    whyClosed({
      discussion: { state: article.commentsState, over: isOver(article.closesAt) },
      parent: answered,
    }) ??
    (viewer && whySuspended(viewer));
  const body = kept?.fields.body ?? (single(asked.quote) !== undefined && answered ? quoted(answered) : "");
  return (
    <>
      <Crumb
        href={answered ? inDiscussion(slug, answered.id) : articlePath(slug)}
        label={answered ? t.backToTheDiscussion : article.title}
      />
      <h1>{answered ? t.reply : t.addToTheDiscussion}</h1>
      {answered && <ReplyingTo comment={answered} quote={replyPath(slug, answered.id) + "&quote=1"} />}
      {viewer?.unproven && <ConfirmFirst next={replyPath(slug, answered?.id)} />}
      {closed ? (
        <Notice kind="problem">{closed}</Notice>
      ) : (
        <ReplyForm
          slug={slug}
          parentId={answered?.id ?? null}
          about={answered ? null : aboutOf(article, single(asked.about), kept?.fields.passage)}
          body={body}
          problem={whatIsWrong(kept, viewer)}
          preview={kept && previewOf(body)}
          showsVote={kept?.fields.showStance === "on"}
          vote={ownVote(poll)}
          to={answered?.author?.name ?? null}
          writer={writerOf(viewer)}
          idempotencyKey={crypto.randomUUID()}
        />
      )}
    </>
  );
}

/** What one can choose from in a block, and what one had chosen, which a revision may have changed since. */
function aboutOf(article: Article, asked: string | undefined, chosen: string | undefined): About | null {
  const block = asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
  const offered =
    block === null ? [] : aboutBlock(passagesOfBlock(articleText(article.html), block), article.revision);
  const kept = NewPassage.safeParse(chosen).data;
  const isOffered = offered.some(({ field }) => field === chosen);
  const all = kept && !isOffered ? [aboutPassage(kept), ...offered] : offered;
  const back = offered.length > 0 ? block : null;
  return all.length === 0 ? null : { beside: back, block: back, passages: all, chosen };
}

/** Of a detached poll nobody has one to show. */
function ownVote(found: Awaited<ReturnType<typeof pollFor>>): OwnVote | null {
  if (!found || found.poll.detached || found.mine.choice === null) return null;
  const answers = found.poll.options.map(({ key, label }) => ({ key, label }));
  return { choice: evenKey(found.mine.choice, answers), answers };
}

const writerOf = (viewer: Member | null) =>
  viewer && { first: viewer.approvedCount === 0, handle: viewer.handle, mailed: mailWay() !== "none" };

const signedOut = new SignInFirst();

/** Somebody who has signed in since need not be told to. */
function whatIsWrong(kept: FormFlash | null, viewer: Member | null) {
  if (!kept?.problem || (viewer && kept.problem === signedOut.message)) return null;
  return { status: kept.problem === signedOut.message ? signedOut.status : 422, detail: kept.problem };
}

const isOver = (closesAt: Date | null): boolean => closesAt !== null && closesAt <= new Date();

const quoted = ({ html }: CommentView): string => asQuotation(markdownOf(nodesOf(html)));

function previewOf(body: string) {
  const written = Preview.safeParse({ body });
  return written.success ? renderComment(written.data.body) : null;
}

"use client";

import { useRef, useState, type SubmitEvent as Submitted } from "react";
import { postComment, type NewComment } from "@/client/comments";
import { forgetDraft, keepDraft, replySpot } from "@/client/drafts";
import { newIdempotencyKey } from "@/client/idempotency-key";
import { tabStorage } from "@/client/storage";
import { WRITTEN } from "./written";
import { OwnOption } from "@/components/polls/own-option";
import { Choice, TextArea } from "@/components/ui/field";
import type { SafeHtml } from "@/domain/prose/safe-html";
import { AboutFields, type AboutPassage } from "@/components/passages/about-fields";
import { arguePath, commentPath, replyPath } from "./paths";
import { charactersLeft, CharactersLeft } from "./characters-left";
import { MentionList } from "./mention-list";
import { PreviewBox, usePreview } from "./preview-box";
import styles from "./reply-form.module.css";
import { useDraft } from "./use-draft";
import { ProblemNotice, SIGNED_OUT, type ShownProblem } from "./problem-notice";
import { Toolbar } from "./writing/toolbar";
import { closesOnEscape, WritingButtons } from "./writing-buttons";
import * as t from "#messages/comments";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

export type OwnVote = { choice: string; answers: readonly { key: string; label: string }[] };

/** `beside`: the block whose words they are, which has a draft of its own. `block`: where the form leads back to, on a page of its own. */
export type About = {
  beside: number | null;
  block: number | null;
  passages: readonly AboutPassage[];
  chosen?: string;
};

export type ReplyFormProps = {
  slug: string;
  /** Null for a comment on the article itself. */
  parentId: string | null;
  /** The words of the article it can be about: one is, of several the writer chooses. */
  about?: About | null;
  /** What was typed before, or is quoted. */
  body?: string;
  problem?: ShownProblem | null;
  preview?: SafeHtml | null;
  showsVote?: boolean;
  /** The writer's own vote by its key, when they have one that may be shown, and the answers it is one of. */
  vote: OwnVote | null;
  /** Null while nobody is signed in: one may write first and sign in then. */
  writer: { first: boolean; handle: string; mailed: boolean } | null;
  /** For the form without script; only on a page of its own. */
  idempotencyKey?: string;
  /** The name of whom this answers, as the field says it. */
  to?: string | null;
  /** Whom one can call by name, by handle. */
  names?: Record<string, string>;
  /** Sends it without leaving the page; without this, the page leads on to what was posted. */
  onSend?: (comment: NewComment) => Promise<unknown>;
  onClose?: () => void;
};

/** A plain form; script keeps a draft in the browser, shows how it will be read, and sends it without leaving. */
export function ReplyForm(props: ReplyFormProps) {
  const { slug, parentId, body = "", vote, writer, names, onClose } = props;
  const spot = replySpot(slug, parentId, props.about?.beside);
  const [written, setWritten] = useState(body);
  const area = useDraft(spot, { text: body, chosen: body !== "", by: writer?.handle }, setWritten);
  const [problem, setProblem] = useState<ShownProblem | null>(props.problem ?? null);
  const [busy, setBusy] = useState(false);
  const preview = usePreview(props.preview ?? null);
  const tried = useRef({ text: "", key: "" });

  const onInput = () => {
    const text = area.current?.value ?? "";
    keepDraft(spot, text, writer?.handle);
    setWritten(text);
    if (writer?.first) preview.later(text);
  };

  async function onSubmit(event: Submitted<HTMLFormElement>) {
    // Somebody who is signed out goes as the form does: what they wrote is kept on the way, and posted once they are signed in.
    // Some browsers say that they are off line behind a VPN; when the site has just answered, it is there.
    if (problem?.status === SIGNED_OUT || (!writer && navigator.onLine)) {
      tabStorage.set(WRITTEN, spot);
      return;
    }
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    event.preventDefault();
    const text = area.current?.value ?? "";
    if (submitter?.getAttribute("name") === "_look") {
      setProblem(await preview.now(text));
      return;
    }
    if (busy) return;
    setBusy(true);
    const form = new FormData(event.currentTarget);
    const passage = props.about?.passages.find(({ field }) => field === form.get("passage"))?.selector;
    const comment: NewComment = {
      body: text,
      showStance: form.has("showStance"),
      ...(parentId !== null && { parentId }),
      ...(passage && { passage }),
    };
    if (props.onSend) await props.onSend(comment);
    else setProblem(await postAndLeave(comment));
    setBusy(false);
  }

  async function postAndLeave(comment: NewComment): Promise<ShownProblem | null> {
    if (tried.current.text !== comment.body) tried.current = { text: comment.body, key: newIdempotencyKey() };
    const told = await postComment(slug, comment, tried.current.key);
    if (!told.ok) return told.problem;
    forgetDraft(spot, comment.body, writer?.handle);
    location.assign(commentPath(told.body.comment.id));
    return null;
  }

  return (
    <form
      className={styles.form}
      method="post"
      action={`/api/v1/articles/${slug}/comments`}
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={closesOnEscape(onClose)}
    >
      <input type="hidden" name="_back" value={backPath(props)} />
      {props.idempotencyKey && <input type="hidden" name="_key" value={props.idempotencyKey} />}
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      {props.about && <AboutFields {...props.about} />}
      <ProblemNotice problem={problem} way={() => <button>{t.signInAndPostIt}</button>} />
      <TextArea
        ref={area}
        label={labelOf(props)}
        hint={hintOf(props)}
        tools={<Toolbar area={area} />}
        name="body"
        rows={onClose ? 4 : 7}
        required
        defaultValue={body}
        onInput={onInput}
      />
      {names && <MentionList area={area} names={names} onChosen={onInput} />}
      <CharactersLeft left={charactersLeft(written)} />
      {vote && (
        <Choice
          name="showStance"
          defaultChecked={props.showsVote}
          label={<>{rich(t.showMyVoteWithThisComment, { vote: <OwnOption {...vote} /> })}</>}
          hint={`${t.onlyThisCommentWillShow} ${vote.answers.length > 2 ? t.theCommentSaysSo : t.theCommentDoesNotSaySo}`}
        />
      )}
      <WritingButtons send={t.post} busy={busy} onClose={onClose}>
        {!writer && <span className={styles.hint}>{t.youWillBeAskedToSign}</span>}
        {writer?.first && <span className={styles.hint}>{t.yourFirstCommentHere}</span>}
        {writer?.first && writer.mailed && (
          <span className={styles.hint}>
            {rich(t.weMailYouWhenSomebodyAnswers, { link: (words) => <a href="/account#mail">{words}</a> })}
          </span>
        )}
      </WritingButtons>
      <PreviewBox {...preview} />
    </form>
  );
}

function backPath({ slug, parentId, about }: ReplyFormProps): string {
  if (about?.block != null) return arguePath(slug, about.block);
  return replyPath(slug, parentId ?? undefined);
}

/** Where script has opened the form it has buttons for the signs of Markdown; the words to quote are on the page. */
function hintOf({ onClose, parentId }: Pick<ReplyFormProps, "onClose" | "parentId">): string | undefined {
  if (!onClose) return t.markdownEmphasisQuote;
  return parentId === null ? undefined : t.toQuoteSelect;
}

/** Whoever does not see what stands above the field hears whom it answers. */
function labelOf({ parentId, to }: Pick<ReplyFormProps, "parentId" | "to">): string {
  if (parentId === null) return t.yourComment;
  return to ? say(t.yourReplyTo, { name: to }) : t.yourReply;
}

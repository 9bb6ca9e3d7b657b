"use client";

import { useRef, useState, type SubmitEvent as Submitted } from "react";
import { postComment, type NewComment } from "@/client/comments";
import { forgetDraft, keepDraft, replySpot } from "@/client/drafts";
import { newIdempotencyKey } from "@/client/idempotency-key";
import { Choice, TextArea } from "@/components/ui/field";
import type { SafeHtml } from "@/domain/prose/safe-html";
import { commentPath, replyPath } from "./paths";
import { charactersLeft, CharactersLeft } from "./characters-left";
import { MentionList } from "./mention-list";
import { PreviewBox, usePreview } from "./preview-box";
import styles from "./reply-form.module.css";
import { useDraft } from "./use-draft";
import { ProblemNotice, type ShownProblem } from "./problem-notice";
import { Toolbar } from "./writing/toolbar";
import { WritingButtons } from "./writing-buttons";
import * as t from "#messages/comments";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

export type ReplyFormProps = {
  slug: string;
  /** Null for a comment on the article itself. */
  parentId: string | null;
  /** Whose comment it answers; null where that is not known. */
  answers?: string | null;
  /** What was typed before, or is quoted. */
  body?: string;
  problem?: ShownProblem | null;
  preview?: SafeHtml | null;
  showsVote?: boolean;
  /** The writer's own vote in words, when they have one that may be shown. */
  vote: string | null;
  /** Null while nobody is signed in: one may write first and sign in then. */
  writer: { first: boolean; handle: string } | null;
  /** For the form without script; only on a page of its own. */
  idempotencyKey?: string;
  /** Whom one can call by name, by handle. */
  names?: Record<string, string>;
  /** Sends it without leaving the page; without this, the page leads on to what was posted. */
  onSend?: (comment: NewComment) => Promise<unknown>;
  onClose?: () => void;
};

/** A plain form; script keeps a draft in the browser, shows how it will be read, and sends it without leaving. */
export function ReplyForm(props: ReplyFormProps) {
  const { slug, parentId, answers = null, body = "", vote, writer, names, onClose } = props;
  const spot = replySpot(slug, parentId);
  const area = useDraft(spot, { text: body, chosen: body !== "", by: writer?.handle });
  const [problem, setProblem] = useState<ShownProblem | null>(props.problem ?? null);
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState(charactersLeft(body));
  const preview = usePreview(props.preview ?? null);
  const tried = useRef({ text: "", key: "" });

  const onInput = () => {
    const text = area.current?.value ?? "";
    keepDraft(spot, text, writer?.handle);
    setLeft(charactersLeft(text));
    if (writer?.first) preview.later(text);
  };

  async function onSubmit(event: Submitted<HTMLFormElement>) {
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    event.preventDefault();
    const text = area.current?.value ?? "";
    if (submitter?.getAttribute("name") === "_look") {
      setProblem(await preview.now(text));
      return;
    }
    if (busy) return;
    setBusy(true);
    const showStance = new FormData(event.currentTarget).has("showStance");
    const comment: NewComment = { body: text, showStance, ...(parentId !== null && { parentId }) };
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
    >
      <input type="hidden" name="_back" value={replyPath(slug, parentId ?? undefined)} />
      {props.idempotencyKey && <input type="hidden" name="_key" value={props.idempotencyKey} />}
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <ProblemNotice problem={problem} back={replyPath(slug, parentId ?? undefined)} />
      <TextArea
        ref={area}
        label={labelOf(parentId, answers)}
        hint={t.markdownEmphasisQuote}
        name="body"
        rows={onClose ? 4 : 7}
        required
        defaultValue={body}
        onInput={onInput}
      />
      <Toolbar area={area} />
      {names && <MentionList area={area} names={names} onChosen={onInput} />}
      <CharactersLeft left={left} />
      {vote && (
        <Choice
          name="showStance"
          defaultChecked={props.showsVote}
          label={<>{rich(t.showMyVoteWithThisComment, { vote: <b>{vote}</b> })}</>}
          hint={t.onlyThisCommentWillShow}
        />
      )}
      <WritingButtons send={t.post} busy={busy} onClose={onClose}>
        {!writer && <span className={styles.hint}>{t.youWillBeAskedToSign}</span>}
        {writer?.first && <span className={styles.hint}>{t.yourFirstCommentHere}</span>}
      </WritingButtons>
      <PreviewBox {...preview} />
    </form>
  );
}

function labelOf(parentId: string | null, answers: string | null): string {
  if (parentId === null) return t.yourComment;
  return answers === null ? t.yourReply : say(t.yourReplyTo, { name: answers });
}

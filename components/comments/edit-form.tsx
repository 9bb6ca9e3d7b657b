"use client";

import { useState, type SubmitEvent as Submitted } from "react";
import { editComment } from "@/client/comments";
import { editSpot, forgetDraft, keepDraft } from "@/client/drafts";
import { TextArea } from "@/components/ui/field";
import type { CommentView } from "@/domain/comments/comment";
import type { SafeHtml } from "@/domain/prose/safe-html";
import { commentPath } from "./paths";
import { charactersLeft, CharactersLeft } from "./characters-left";
import { PreviewBox, usePreview } from "./preview-box";
import styles from "./reply-form.module.css";
import { useDraft } from "./use-draft";
import { ProblemNotice, type ShownProblem } from "./problem-notice";
import { Toolbar } from "./writing/toolbar";
import { closesOnEscape, WritingButtons } from "./writing-buttons";
import * as t from "#messages/comments";

type Present = { source: string; revision: number };

type Props = {
  comment: Pick<CommentView, "id" | "source" | "revision">;
  /** What was typed before and refused. */
  typed?: string | null;
  problem?: ShownProblem | null;
  /** It was changed elsewhere since that was typed. */
  changed?: boolean;
  preview?: SafeHtml | null;
  /** Goes on without leaving the page; without this, the page leads to the comment. */
  onSaved?: (saved: CommentView) => void;
  onClose?: () => void;
};

/**
 * Changes one's own comment. The revision goes along, so that an edit made elsewhere meanwhile is not written over: then
 * the words stay here, the present text is shown beside them, and saving again is a choice.
 */
export function EditForm({ comment, typed = null, changed = false, onSaved, onClose, ...given }: Props) {
  const { id, source = "" } = comment;
  const [written, setWritten] = useState(typed ?? source);
  const area = useDraft(editSpot(id), { text: typed ?? source, chosen: typed !== null }, setWritten);
  const [problem, setProblem] = useState(given.problem ?? null);
  const [present, setPresent] = useState<Present>({ source, revision: comment.revision });
  const [busy, setBusy] = useState(false);
  const preview = usePreview(given.preview ?? null);

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
    const told = await editComment(id, { body: text, revision: present.revision });
    setBusy(false);
    if (!told.ok) {
      setProblem(told.problem);
      if (isPresent(told.problem.current)) setPresent(told.problem.current);
      return;
    }
    forgetDraft(editSpot(id), text);
    if (onSaved) onSaved(told.body.comment);
    else location.assign(commentPath(id));
  }

  return (
    <form
      className={styles.form}
      method="post"
      action={`/api/v1/comments/${id}`}
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={closesOnEscape(onClose)}
    >
      <input type="hidden" name="_method" value="patch" />
      <input type="hidden" name="_back" value={`${commentPath(id)}/edit`} />
      <input type="hidden" name="revision" value={present.revision} />
      <ProblemNotice
        problem={problem}
        way={() => (
          <a href={`/sign-in?${new URLSearchParams({ next: `${commentPath(id)}/edit` }).toString()}`}>
            {t.signInAndComeBack}
          </a>
        )}
      />
      {(changed || present.revision !== comment.revision) && (
        <figure className={styles.preview}>
          <figcaption className={styles.hint}>{t.currentVersion}</figcaption>
          <p className={styles.present} dir="auto">
            {present.source}
          </p>
        </figure>
      )}
      <TextArea
        ref={area}
        label={t.yourWords}
        hint={t.editsArePublicAndChecked}
        tools={<Toolbar area={area} />}
        name="body"
        rows={onClose ? 4 : 8}
        required
        defaultValue={typed ?? source}
        onInput={({ currentTarget: { value } }) => {
          keepDraft(editSpot(id), value === source ? "" : value);
          setWritten(value);
        }}
      />
      <CharactersLeft left={charactersLeft(written)} />
      <WritingButtons send={t.save} close={t.cancel} busy={busy} onClose={onClose} />
      <PreviewBox {...preview} />
    </form>
  );
}

const isPresent = (told: unknown): told is Present =>
  typeof told === "object" &&
  told !== null &&
  "source" in told &&
  typeof told.source === "string" &&
  "revision" in told &&
  typeof told.revision === "number";

import { Button } from "@/components/ui/button";
import { Choice, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ProseHtml } from "@/components/ui/prose-html";
import type { SafeHtml } from "@/domain/prose/safe-html";
import { replyPath } from "./addresses";
import styles from "./reply-form.module.css";

export type ReplyFormProps = {
  slug: string;
  /** Null for a comment on the article itself. */
  parentId: string | null;
  /** What was typed before. */
  body?: string;
  problem?: string | null;
  preview?: SafeHtml | null;
  showsVote?: boolean;
  /** The writer's own vote in words, when they have one that may be shown. */
  vote: string | null;
  /** Null while nobody is signed in: one may write first and sign in then. */
  writer: { first: boolean } | null;
  idempotencyKey: string;
};

/** A plain form. Refused, it comes back to its own page with every word. */
export function ReplyForm(props: ReplyFormProps) {
  const { slug, parentId, body, problem, preview, showsVote, vote, writer, idempotencyKey } = props;
  return (
    <form className={styles.form} method="post" action={`/api/v1/articles/${slug}/comments`}>
      <input type="hidden" name="_back" value={replyPath(slug, parentId ?? undefined)} />
      <input type="hidden" name="_key" value={idempotencyKey} />
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      {problem && <Notice kind="problem">{problem}</Notice>}
      {preview && (
        <div className={styles.preview}>
          <p className={styles.hint}>How it will be read</p>
          <ProseHtml html={preview} />
        </div>
      )}
      <TextArea
        label={parentId ? "Your reply" : "Your comment"}
        hint="Markdown: *emphasis*, > quote, - list, `code`, [words](address)."
        name="body"
        rows={7}
        required
        defaultValue={body}
        autoFocus
      />
      {vote && (
        <Choice
          name="showStance"
          defaultChecked={showsVote}
          label={
            <>
              Show my vote with this comment: <b>{vote}</b>
            </>
          }
          hint="Only this comment will show it, to everyone, and you can hide it again. Your vote stays secret otherwise."
        />
      )}
      <p className={styles.buttons}>
        <Button look="primary">Post</Button>
        <Button name="_look" value="1">
          Preview
        </Button>
        {!writer && (
          <span className={styles.hint}>You will be asked to sign in, and your words are kept.</span>
        )}
        {writer?.first && (
          <span className={styles.hint}>
            Your first comment here: look at the preview before you post it.
          </span>
        )}
      </p>
    </form>
  );
}

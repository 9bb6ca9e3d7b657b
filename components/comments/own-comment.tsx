import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { ProseHtml } from "@/components/ui/prose-html";
import type { CommentView } from "@/domain/comments/comment";
import type { SafeHtml } from "@/domain/prose/safe-html";
import { commentPath } from "./addresses";
import styles from "./reply-form.module.css";

type Edit = { comment: CommentView; typed: string | null; preview: SafeHtml | null };

/** The revision goes along: an edit made elsewhere meanwhile is not written over. */
export function EditForm({ comment: { id, source, revision }, typed, preview }: Edit) {
  return (
    <form className={styles.form} method="post" action={`/api/v1/comments/${id}`}>
      <input type="hidden" name="_method" value="patch" />
      <input type="hidden" name="_back" value={`${commentPath(id)}/edit`} />
      <input type="hidden" name="revision" value={revision} />
      {preview && (
        <div className={styles.preview}>
          <p className={styles.hint}>How it will be read</p>
          <ProseHtml html={preview} />
        </div>
      )}
      <TextArea
        label="Your words"
        hint="Everybody can see that it was edited, and what."
        name="body"
        rows={8}
        required
        defaultValue={typed ?? source}
      />
      <p className={styles.buttons}>
        <Button look="primary">Save</Button>
        <Button name="_look" value="1">
          Preview
        </Button>
      </p>
    </form>
  );
}

export const Withdraw = ({ id }: { id: string }) => (
  <OneButton
    action={`/api/v1/comments/${id}`}
    method="delete"
    back={`${commentPath(id)}/edit`}
    words="Withdraw it"
  >
    Your words go, their place stays, and so do the replies. You can bring it back for a while.
  </OneButton>
);

export const Restore = ({ id }: { id: string }) => (
  <OneButton
    action={`/api/v1/comments/${id}/restore`}
    method="post"
    back={`${commentPath(id)}/edit`}
    words="Bring it back"
  >
    You withdrew this comment. It can stand again as it did.
  </OneButton>
);

export const HideStance = ({ id }: { id: string }) => (
  <OneButton
    action={`/api/v1/comments/${id}/stance`}
    method="delete"
    back={`${commentPath(id)}/edit`}
    words="Hide my vote"
  >
    This comment shows what you voted. Hidden, nobody reads it here any more.
  </OneButton>
);

type Deed = { action: string; method: "post" | "delete"; back: string; words: string; children: string };

function OneButton({ action, method, back, words, children }: Deed) {
  return (
    <form className={styles.form} method="post" action={action}>
      <input type="hidden" name="_method" value={method} />
      <input type="hidden" name="_return" value={back} />
      <p>{children}</p>
      <p className={styles.buttons}>
        <Button>{words}</Button>
      </p>
    </form>
  );
}

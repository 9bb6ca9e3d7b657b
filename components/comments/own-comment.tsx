import { Button } from "@/components/ui/button";
import { commentPath } from "./paths";
import styles from "./reply-form.module.css";
import * as t from "#messages/comments";

export const Withdraw = ({ id }: { id: string }) => (
  <OneButton
    action={`/api/v1/comments/${id}`}
    method="delete"
    back={`${commentPath(id)}/edit`}
    label={t.withdrawComment}
  >
    {t.textIsRemovedRepliesStay}
  </OneButton>
);

export const Restore = ({ id }: { id: string }) => (
  <OneButton
    action={`/api/v1/comments/${id}/restore`}
    method="post"
    back={`${commentPath(id)}/edit`}
    label={t.restoreComment}
  >
    {t.youWithdrewThisComment}
  </OneButton>
);

export const HideStance = ({ id }: { id: string }) => (
  <OneButton
    action={`/api/v1/comments/${id}/stance`}
    method="delete"
    back={`${commentPath(id)}/edit`}
    label={t.hideMyVote}
  >
    {t.thisCommentShowsWhatYouVoted}
  </OneButton>
);

type Deed = { action: string; method: "post" | "delete"; back: string; label: string; children: string };

function OneButton({ action, method, back, label, children }: Deed) {
  return (
    <form className={styles.form} method="post" action={action}>
      <input type="hidden" name="_method" value={method} />
      <input type="hidden" name="_return" value={back} />
      <p>{children}</p>
      <p className={styles.buttons}>
        <Button>{label}</Button>
      </p>
    </form>
  );
}

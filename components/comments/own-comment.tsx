import { Button } from "@/components/ui/button";
import { commentPath } from "./paths";
import styles from "./reply-form.module.css";

export const Withdraw = ({ id }: { id: string }) => (
  <OneButton
    action={`/api/v1/comments/${id}`}
    method="delete"
    back={`${commentPath(id)}/edit`}
    label="Withdraw it"
  >
    Your words go, their place stays, and so do the replies. You can bring it back for a while.
  </OneButton>
);

export const Restore = ({ id }: { id: string }) => (
  <OneButton
    action={`/api/v1/comments/${id}/restore`}
    method="post"
    back={`${commentPath(id)}/edit`}
    label="Bring it back"
  >
    You withdrew this comment. It can stand again as it did.
  </OneButton>
);

export const HideStance = ({ id }: { id: string }) => (
  <OneButton
    action={`/api/v1/comments/${id}/stance`}
    method="delete"
    back={`${commentPath(id)}/edit`}
    label="Hide my vote"
  >
    This comment shows what you voted. Hidden, nobody reads it here any more.
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

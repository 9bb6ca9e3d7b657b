import type { FormFlash } from "@/components/ui/form-flash";
import styles from "./members.module.css";
import { Button } from "@/components/ui/button";
import { Choice, Confirmation } from "@/components/ui/field";
import fieldsets from "@/components/ui/fieldset.module.css";
import * as t from "#messages/members";

/** What becomes of the comments, and once more whether one is sure. */
export function ErasureForm({ kept }: { kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/account/erasure">
      <input type="hidden" name="_return" value="/goodbye" />
      <input type="hidden" name="_back" value="/account/delete" />
      <TextsChoice texts={kept?.fields.texts} />
      <Confirmation label={t.iWantItDeleted} name="sure" />
      <p className={styles.actions}>
        <Button look="primary">{t.deleteTheAccount}</Button> <a href="/account">{t.keepTheAccount}</a>
      </p>
    </form>
  );
}

/** What becomes of the comments. */
export function TextsChoice({ texts = "stay" }: { texts?: string | undefined }) {
  return (
    <fieldset className={fieldsets.bare}>
      <legend>{t.whatBecomesOfComments}</legend>
      <Choice
        type="radio"
        name="texts"
        value="stay"
        defaultChecked={texts !== "go"}
        label={t.commentsStay}
        hint={t.commentsStayHint}
      />
      <Choice
        type="radio"
        name="texts"
        value="go"
        defaultChecked={texts === "go"}
        label={t.commentsGo}
        hint={t.commentsGoHint}
      />
    </fieldset>
  );
}

import { type FormFlash, flashField } from "@/components/ui/form-flash";
import styles from "./members.module.css";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import * as t from "#messages/members";

type CodeOnly = Record<"action" | "page" | "next" | "button", string> & { kept: FormFlash };

/** In the browser that asked: the code of the mail, and nothing else. */
export function CodeOnlyForm({ action, page, next, button, kept }: CodeOnly) {
  return (
    <form className={styles.form} method="post" action={action}>
      <input type="hidden" name="_back" value={page} />
      <input type="hidden" name="next" value={next} />
      <Field
        label={t.codeOfSixFigures}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        problem={kept?.problems.code}
      />
      <p className={styles.actions}>
        <Button look="primary">{button}</Button>
      </p>
    </form>
  );
}

/** The mail once more, also to an address without the slip of the first. */
export function ClaimAgainForm({ email, kept }: { email: string; kept: FormFlash }) {
  const typed = flashField(kept, "email");
  return (
    <form className={styles.form} method="post" action="/api/v1/account/claim">
      <input type="hidden" name="_back" value="/confirm-address" />
      <Field
        label={t.eMail}
        type="email"
        autoComplete="email"
        required
        {...typed}
        defaultValue={typed.defaultValue || email}
      />
      <p className={styles.actions}>
        <Button>{t.sendTheMailAgain}</Button>
      </p>
    </form>
  );
}

/** Asks for a link to sign in with. */
export function LinkWantedForm({ kept }: { kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/session/mail">
      <input type="hidden" name="_back" value="/sign-in-link" />
      <Field label={t.eMail} type="email" autoComplete="username" required {...flashField(kept, "email")} />
      <p className={styles.actions}>
        <Button look="primary">{t.sendMeAMail}</Button> <a href="/sign-in">{t.signInWithPassword}</a>
      </p>
    </form>
  );
}

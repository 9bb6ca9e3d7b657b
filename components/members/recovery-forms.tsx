import { type FormFlash, flashField } from "@/components/ui/form-flash";
import styles from "./members.module.css";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PASSWORD_LENGTH } from "@/domain/members/password";
import * as t from "#messages/members";
import { say } from "@/messages/say";

/** Asks for a mail; where that has been done, asks again. */
export function ForgottenPasswordForm({ kept }: { kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/recovery">
      <input type="hidden" name="_back" value="/forgotten-password" />
      <Field label={t.eMail} type="email" autoComplete="username" required {...flashField(kept, "email")} />
      <p className={styles.actions}>
        <Button look="primary">{t.sendMeAMail}</Button> <a href="/sign-in">{t.signIn}</a>
      </p>
    </form>
  );
}

/** In the browser that asked: the code of the mail, and the new password. */
export function CodeForm({ kept }: { kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/recovery/code">
      <input type="hidden" name="_return" value="/account?said=password" />
      <input type="hidden" name="_back" value="/forgotten-password?asked=1" />
      <h2>{t.theCodeInTheMail}</h2>
      <Field
        label={t.codeOfSixFigures}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        problem={kept?.problems.code}
      />
      <NewPasswordField kept={kept} />
      <p className={styles.actions}>
        <Button look="primary">{t.setThePassword}</Button>
      </p>
    </form>
  );
}

/** Opening the link has changed nothing: this button does. */
export function NewPasswordForm({ token, kept }: { token: string; kept: FormFlash }) {
  const here = `/new-password?${new URLSearchParams({ token }).toString()}`;
  return (
    <form className={styles.form} method="post" action="/api/v1/recovery/password">
      <input type="hidden" name="_return" value="/account?said=password" />
      <input type="hidden" name="_back" value={here} />
      <input type="hidden" name="token" value={token} />
      <NewPasswordField kept={kept} />
      <p className={styles.actions}>
        <Button look="primary">{t.setThePassword}</Button>
      </p>
    </form>
  );
}

function NewPasswordField({ kept }: { kept: FormFlash }) {
  return (
    <Field
      label={t.newPassword}
      type="password"
      name="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_LENGTH.min}
      hint={say(t.atLeastSignedOutElsewhere, { min: PASSWORD_LENGTH.min })}
      problem={kept?.problems.password}
    />
  );
}

/** One button that says yes to what the link is for: proving an address, or undoing a change. */
export function LinkForm({
  token,
  page,
  action,
  words,
}: Record<"token" | "page" | "action" | "words", string>) {
  return (
    <form className={styles.form} method="post" action={action}>
      <input type="hidden" name="_back" value={`${page}?${new URLSearchParams({ token }).toString()}`} />
      <input type="hidden" name="token" value={token} />
      <p className={styles.actions}>
        <Button look="primary">{words}</Button>
      </p>
    </form>
  );
}

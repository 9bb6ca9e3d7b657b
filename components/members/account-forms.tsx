import { type FormFlash, flashField } from "@/components/ui/form-flash";
import styles from "./members.module.css";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import { PASSWORD_LENGTH } from "@/domain/members/password";
import { BIO_LIMIT } from "@/domain/members/schema";
import * as t from "#messages/members";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

export function ProfileForm({ name, bio, kept }: { name: string; bio: string; kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/account">
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value="/account?said=profile" />
      <h2>{t.whatOthersSee}</h2>
      <Field label={t.name} autoComplete="name" required {...flashField(kept, "name", name)} />
      <TextArea
        label={t.aFewWordsAbout}
        hint={say(t.atMostCharacters, { bioLimit: BIO_LIMIT })}
        {...flashField(kept, "bio", bio)}
      />
      <p className={styles.actions}>
        <Button look="primary">{t.save}</Button>
      </p>
    </form>
  );
}

export function PasswordForm({ email, kept }: { email: string; kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/account/password">
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value="/account?said=password" />
      {/* For password managers only: without a name it is not sent. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <h2>{t.password}</h2>
      <Field
        label={t.presentPassword}
        type="password"
        name="current"
        autoComplete="current-password"
        required
        problem={kept?.problems.current}
        autoFocus={kept?.problems.current !== undefined}
      />
      <Field
        label={t.newPassword}
        type="password"
        name="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH.min}
        hint={say(t.atLeastSignedOutElsewhere, { min: PASSWORD_LENGTH.min })}
        problem={kept?.problems.password}
        autoFocus={kept?.problems.password !== undefined}
      />
      <p className={styles.actions}>
        <Button>{t.changeThePassword}</Button>
      </p>
    </form>
  );
}

/** Links, for they change nothing; the browser saves what is for programs. */
export function OwnDataLink() {
  return (
    <p className={styles.aside}>
      {rich(t.aCopyOfYourData, {
        page: (words) => <a href="/api/v1/account/data/page">{words}</a>,
        link: (words) => <a href="/api/v1/account/data">{words}</a>,
      })}
    </p>
  );
}

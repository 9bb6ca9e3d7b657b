import { type FormFlash, flashField } from "@/components/ui/form-flash";
import styles from "@/components/members/members.module.css";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import { PASSWORD_LENGTH } from "@/domain/members/password";
import { BIO_LIMIT, NAME_LIMIT } from "@/domain/members/schema";

export function ProfileForm({ name, bio, kept }: { name: string; bio: string; kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/account">
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value="/account?said=profile" />
      <h2>What others see</h2>
      <Field
        label="Name"
        autoComplete="name"
        required
        maxLength={NAME_LIMIT}
        {...flashField(kept, "name", name)}
      />
      <TextArea
        label="A few words about you"
        hint={`At most ${BIO_LIMIT} characters.`}
        {...flashField(kept, "bio", bio)}
      />
      <p className={styles.actions}>
        <Button look="primary">Save</Button>
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
      <h2>Password</h2>
      <Field
        label="Present password"
        type="password"
        name="current"
        autoComplete="current-password"
        required
        problem={kept?.problems.current}
        autoFocus={kept?.problems.current !== undefined}
      />
      <Field
        label="New password"
        type="password"
        name="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH.min}
        hint={`At least ${PASSWORD_LENGTH.min} characters. Every other browser is signed out.`}
        problem={kept?.problems.password}
        autoFocus={kept?.problems.password !== undefined}
      />
      <p className={styles.actions}>
        <Button>Change the password</Button>
      </p>
    </form>
  );
}

export function SessionForms({ sessions }: { sessions: number }) {
  return (
    <section className={styles.form} aria-labelledby="signed-in">
      <h2 id="signed-in">Where you are signed in</h2>
      <p className={styles.aside}>
        {sessions === 1 ? "In this browser only." : `In ${sessions} browsers, this one among them.`}
      </p>
      <div className={styles.actions}>
        <SignOutForm />
        <form method="post" action="/api/v1/account/sessions">
          <input type="hidden" name="_method" value="DELETE" />
          <Button>Sign out everywhere</Button>
        </form>
      </div>
    </section>
  );
}

/** A link, for it changes nothing; the browser saves what it is answered. */
export function OwnDataLink() {
  return (
    <p className={styles.aside}>
      <a href="/api/v1/account/data">A copy of your data</a>, as one file
    </p>
  );
}

export function SignOutForm() {
  return (
    <form method="post" action="/api/v1/session">
      <input type="hidden" name="_method" value="DELETE" />
      <Button>Sign out</Button>
    </form>
  );
}

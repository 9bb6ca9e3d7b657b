import { type FormFlash, flashField } from "@/components/ui/form-flash";
import styles from "@/components/members/members.module.css";
import { withNext } from "@/components/members/sign-in-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PASSWORD_LENGTH } from "@/domain/members/password";

export function SignUpForm({ next, kept }: { next: string; kept: FormFlash }) {
  return (
    <form className={styles.form} method="post" action="/api/v1/members">
      <input type="hidden" name="_return" value={withNext("/sign-up", next)} />
      <Field
        label="E-mail"
        type="email"
        autoComplete="email"
        required
        hint="To sign in with. Nobody else sees it."
        {...flashField(kept, "email")}
      />
      <Field
        label="Handle"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        hint="Your name in addresses: 2 to 30 of a to z, figures, _ and -. It stays."
        {...flashField(kept, "handle")}
      />
      <Field
        label="Name"
        autoComplete="name"
        hint="As others read it beside what you write. It can be changed; without one it is your handle."
        {...flashField(kept, "name")}
      />
      <Field
        label="Password"
        type="password"
        name="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH.min}
        hint={`At least ${PASSWORD_LENGTH.min} characters. A few unrelated words work well.`}
        problem={kept?.problems.password}
        autoFocus={kept !== null && Object.keys(kept.problems)[0] === "password"}
      />
      <p className={styles.actions}>
        <Button look="primary">Sign up</Button>
        <a href={withNext("/sign-in", next)}>I have an account</a>
      </p>
    </form>
  );
}

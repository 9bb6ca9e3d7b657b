import { type FormFlash, flashField } from "@/components/ui/form-flash";
import styles from "./members.module.css";
import { afterSending, withNext, type Finishing } from "./sign-in-form";
import { AgreeToRules, JoiningFields, type Joining } from "./joining-fields";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PASSWORD_LENGTH } from "@/domain/members/password";
import * as t from "#messages/members";
import { say } from "@/messages/say";

type Props = { next: string; kept: FormFlash; joining: Joining } & Finishing;

/** A password manager keeps the `username` beside the password: what one signs in with, which is the address and not the handle. */
export function SignUpForm({ next, kept, finish, joining }: Props) {
  return (
    <form className={styles.form} method="post" action="/api/v1/members">
      <input type="hidden" name="_return" value={afterSending(here(next, joining.invitation))} />
      <input type="hidden" name="_back" value={here(next, joining.invitation)} />
      <JoiningFields {...joining} />
      {finish !== undefined && <input type="hidden" name="_finish" value={finish} />}
      <Field
        label={t.eMail}
        type="email"
        autoComplete="username"
        required
        hint={t.toSignInWith}
        {...flashField(kept, "email")}
      />
      <Field
        label={t.handle}
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        required
        hint={t.yourNameInAddresses}
        {...flashField(kept, "handle")}
      />
      <Field label={t.name} autoComplete="name" hint={t.asOthersReadItBeside} {...flashField(kept, "name")} />
      <Field
        label={t.password}
        type="password"
        name="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH.min}
        hint={say(t.aFewUnrelatedWords, { min: PASSWORD_LENGTH.min })}
        problem={kept?.problems.password}
        autoFocus={kept !== null && Object.keys(kept.problems)[0] === "password"}
      />
      <AgreeToRules agreement={joining.agreement} kept={kept} />
      <p className={styles.actions}>
        <Button look="primary">{t.signUp}</Button> <a href={withNext("/sign-in", next)}>{t.iHaveAnAccount}</a>
      </p>
    </form>
  );
}

/** The page with what it was opened with: where one goes on to, and the invitation. */
function here(next: string, invitation: string | undefined): string {
  const query = new URLSearchParams(next === "/" ? {} : { next });
  if (invitation !== undefined) query.set("invitation", invitation);
  return query.size === 0 ? "/sign-up" : `/sign-up?${query.toString()}`;
}

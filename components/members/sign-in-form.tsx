import { type FormFlash, flashField } from "@/components/ui/form-flash";
import styles from "./members.module.css";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import * as t from "#messages/members";

/** The kept form of what one was about to do, which is done once one is signed in. */
export type Finishing = { finish?: string | undefined };

/** `next` is where one was; the form comes back to its own page, which goes on there once one is signed in. */
export function SignInForm({ next, kept, finish }: { next: string; kept: FormFlash } & Finishing) {
  const email = flashField(kept, "email");
  return (
    <form className={styles.form} method="post" action="/api/v1/session">
      <input type="hidden" name="_return" value={afterSending(withNext("/sign-in", next))} />
      <input type="hidden" name="_back" value={withNext("/sign-in", next)} />
      {finish !== undefined && <input type="hidden" name="_finish" value={finish} />}
      <Field label={t.eMail} type="email" autoComplete="username webauthn" required {...email} />
      <Field
        label={t.password}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        problem={kept?.problems.password}
        autoFocus={email.defaultValue !== "" && !email.problem}
      />
      <p className={styles.actions}>
        <Button look="primary">{t.signIn}</Button> <a href={withNext("/sign-up", next)}>{t.iHaveNoAccount}</a>
      </p>
      <p>
        <a href="/forgotten-password">{t.forgottenYourPassword}</a>
      </p>
      <p>
        <a href="/sign-in-link">{t.orALinkByMail}</a>
      </p>
    </form>
  );
}

/** The same page with the way back in its address. */
export const withNext = (path: string, next: string): string =>
  next === "/" ? path : `${path}?${new URLSearchParams({ next }).toString()}`;

/** The page that a form comes back to, marked so: whoever is not signed in there has a browser that keeps no cookies. */
export const afterSending = (page: string): string => `${page}${page.includes("?") ? "&" : "?"}sent=1`;

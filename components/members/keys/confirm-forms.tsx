import { CodeField } from "./code-field";
import styles from "@/components/members/members.module.css";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { FormFlash } from "@/components/ui/form-flash";
import * as t from "#messages/keys";

type Props = { page: string; finish: string | undefined; kept: FormFlash };

/** Where the form comes back to, and the kept form that is done afterwards. */
const Ways = ({ page, finish }: Pick<Props, "page" | "finish">) => (
  <>
    <input type="hidden" name="_return" value={page} />
    {finish !== undefined && <input type="hidden" name="_finish" value={finish} />}
  </>
);

export function ConfirmByPassword({ page, finish, kept }: Props) {
  const problem = kept?.problems.current;
  return (
    <form className={styles.form} method="post" action="/api/v1/session/confirmation">
      <Ways page={page} finish={finish} />
      <Field
        label={t.yourPassword}
        type="password"
        name="current"
        autoComplete="current-password"
        required
        problem={problem}
        autoFocus={problem !== undefined}
      />
      <p className={styles.actions}>
        <Button look="primary">{t.confirm}</Button>
      </p>
    </form>
  );
}

/** To confirm who one is, or to finish signing in: `action` says which. */
export function CodeForm({ action, page, finish, kept }: Props & { action: string }) {
  return (
    <form className={styles.form} method="post" action={action}>
      <Ways page={page} finish={finish} />
      <CodeField label={t.theCode} hint={t.orARecoveryCode} problem={kept?.problems.code} />
      <p className={styles.actions}>
        <Button look="primary">{t.confirm}</Button>
      </p>
    </form>
  );
}

/** For whoever has nothing of the kind: they come back as they came the first time. */
export const SignInAgain = ({ next, label }: { next: string; label: string }) => (
  <form method="post" action="/api/v1/session">
    <input type="hidden" name="_method" value="DELETE" />
    <input type="hidden" name="_return" value={`/sign-in?${new URLSearchParams({ next }).toString()}`} />
    <Button look="quiet">{label}</Button>
  </form>
);

import type { FormFlash } from "@/components/ui/form-flash";
import styles from "./members.module.css";
import { afterSending, withNext, type Finishing } from "./sign-in-form";
import { NewcomerFields } from "./newcomer-fields";
import { AgreeToRules, JoiningFields, type Joining } from "./joining-fields";
import { Button } from "@/components/ui/button";
import * as t from "#messages/members";

type Props = { next: string; kept: FormFlash; joining: Joining } & Finishing;

export function SignUpForm({ next, kept, finish, joining }: Props) {
  return (
    <form className={styles.form} method="post" action="/api/v1/members">
      <input type="hidden" name="_return" value={afterSending(here(next, joining.invitation))} />
      <input type="hidden" name="_back" value={here(next, joining.invitation)} />
      <JoiningFields {...joining} />
      {finish !== undefined && <input type="hidden" name="_finish" value={finish} />}
      <NewcomerFields kept={kept} />
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

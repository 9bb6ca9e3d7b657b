import { type FormFlash, flashField } from "@/components/ui/form-flash";
import styles from "./members.module.css";
import { NewcomerFields } from "./newcomer-fields";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import * as t from "#messages/members";

/** `siteName` is null where the environment says it. */
type Props = { token: string; siteName: string | null; kept: FormFlash };

export const FirstAdminForm = ({ token, siteName, kept }: Props) => (
  <form className={styles.form} method="post" action="/api/v1/first-admin">
    <input type="hidden" name="_return" value="/moderation/site" />
    <input type="hidden" name="_back" value={`/first-admin?${new URLSearchParams({ token }).toString()}`} />
    <input type="hidden" name="token" value={token} />
    {siteName !== null && (
      <Field
        label={t.siteName}
        hint={t.siteNameHint}
        required
        dir="auto"
        {...flashField(kept, "site", siteName)}
      />
    )}
    <NewcomerFields kept={kept} />
    <p className={styles.actions}>
      <Button look="primary">{t.becomeAdmin}</Button>
    </p>
  </form>
);

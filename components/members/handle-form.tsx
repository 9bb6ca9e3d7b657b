import styles from "./members.module.css";
import { Button } from "@/components/ui/button";
import { Choice, Field } from "@/components/ui/field";
import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Time } from "@/components/ui/time";
import * as t from "#messages/members";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

type Props = {
  handle: string;
  until: string | null;
  earlier: readonly { handle: string; leads: boolean }[];
  kept: FormFlash;
};

/** Once a month; until then it says when. */
export function HandleForm({ handle, until, earlier, kept }: Props) {
  return (
    <section className={styles.form} aria-labelledby="username">
      <h2 id="username">{t.handle}</h2>
      <p className={styles.aside}>{say(t.youAreCalled, { handle })}</p>
      {until === null ? (
        <form method="post" action="/api/v1/account/handle">
          <input type="hidden" name="_method" value="PUT" />
          <input type="hidden" name="_return" value="/account?said=handle" />
          <input type="hidden" name="_back" value="/account" />
          <Field
            label={t.newHandle}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            hint={t.theEarlierStaysYours}
            {...flashField(kept, "handle")}
          />
          <Choice name="leads" label={say(t.earlierOneLeadsHere, { handle })} />
          <p className={styles.actions}>
            <Button>{t.changeTheHandle}</Button>
          </p>
        </form>
      ) : (
        <p className={styles.aside}>{rich(t.nextHandleFrom, { when: <Time at={until} exact /> })}</p>
      )}
      {earlier.length > 0 && <EarlierHandles earlier={earlier} />}
    </section>
  );
}

function EarlierHandles({ earlier }: Pick<Props, "earlier">) {
  const lead = earlier.some(({ leads }) => leads);
  return (
    <form method="post" action="/api/v1/account/earlier-handles">
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value="/account?said=handle" />
      <input type="hidden" name="leads" value={String(!lead)} />
      <p className={styles.aside}>
        {say(lead ? t.earlierOnesLeadHere : t.earlierOnesLeadNowhere, {
          handles: earlier.map((one) => `@${one.handle}`).join(", "),
        })}
      </p>
      <Button look="quiet">{lead ? t.letThemLeadNowhere : t.letThemLeadHere}</Button>
    </form>
  );
}

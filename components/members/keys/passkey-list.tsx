import { PasskeyForm } from "./passkey-form";
import styles from "@/components/members/members.module.css";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import folds from "@/components/ui/fold.module.css";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import { type OwnPasskey } from "@/domain/members/keys/key";
import * as t from "#messages/keys";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

type Props = { passkeys: readonly OwnPasskey[]; mayChange: boolean };

/** Each with its name; who has shown that it is them may also add and remove. */
export function PasskeyList({ passkeys, mayChange }: Props) {
  return (
    <section className={styles.form} aria-labelledby="passkeys">
      <h2 id="passkeys">{t.passkeys}</h2>
      <p className={styles.aside}>{t.whatAPasskeyIs}</p>
      {passkeys.length === 0 && <p>{t.noPasskeysYet}</p>}
      {passkeys.length > 0 && (
        <ul className={styles.list}>
          {passkeys.map((passkey) => (
            <li key={passkey.id} className={styles.entry}>
              <Entry {...passkey} mayChange={mayChange} />
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <PasskeyForm
          action="/api/v1/account/passkeys"
          page="/account/keys?said=passkey"
          label={t.addAPasskey}
          makes
        />
      )}
    </section>
  );
}

function Entry({ id, name, since, usedAt, mayChange }: OwnPasskey & { mayChange: boolean }) {
  const action = `/api/v1/account/passkeys/${id}`;
  return (
    <>
      <p>
        <b>{name}</b>
      </p>
      <MetaLine>
        <span>{rich(t.addedWhen, { when: <Time at={since} exact /> })}</span>
        <span>
          {usedAt === null ? t.neverUsed : rich(t.lastUsedWhen, { when: <Time at={usedAt} exact /> })}
        </span>
      </MetaLine>
      <details className={folds.quiet}>
        <summary aria-label={say(t.renameThe, { name })}>{t.renameIt}</summary>
        <form method="post" action={action}>
          <input type="hidden" name="_method" value="PATCH" />
          <input type="hidden" name="_return" value="/account/keys?said=renamed" />
          <input type="hidden" name="_back" value="/account/keys" />
          <Field label={t.nameOfThePasskey} name="name" required defaultValue={name} />
          <p className={styles.actions}>
            <Button>{t.renameIt}</Button>
          </p>
        </form>
      </details>
      {mayChange && (
        <form method="post" action={action}>
          <input type="hidden" name="_method" value="DELETE" />
          <input type="hidden" name="_return" value="/account/keys?said=removed" />
          <input type="hidden" name="_back" value="/account/keys" />
          <p className={styles.actions}>
            <Button look="quiet" aria-label={say(t.removeThe, { name })}>
              {t.removeIt}
            </Button>
          </p>
        </form>
      )}
    </>
  );
}

import styles from "@/components/members/members.module.css";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import * as t from "#messages/keys";
import { say } from "@/messages/say";

type Props = { left: number; made: readonly string[]; mayChange: boolean };

/** How many are left; those that were just made, this once. */
export function RecoveryCodes({ left, made, mayChange }: Props) {
  return (
    <section className={styles.form} id="codes" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{t.recoveryCodes}</h2>
      <p className={styles.aside}>{t.whatRecoveryCodesAre}</p>
      {made.length > 0 && (
        <>
          <Notice>{t.theseAreShownOnce}</Notice>
          <ol className={styles.list}>
            {made.map((code) => (
              <li key={code}>
                <code>{inGroups(code)}</code>
              </li>
            ))}
          </ol>
        </>
      )}
      <p>{say(t.codesLeft, { codes: left })}</p>
      {mayChange && (
        <form method="post" action="/api/v1/account/recovery-codes">
          <input type="hidden" name="_return" value="/account/keys#codes" />
          <p className={styles.actions}>
            <Button>{left === 0 ? t.makeRecoveryCodes : t.makeNewRecoveryCodes}</Button>
          </p>
        </form>
      )}
    </section>
  );
}

/** As one writes them down. */
const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join("-");

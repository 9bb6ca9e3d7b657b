import styles from "./members.module.css";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Saved } from "@/components/ui/saved";
import sections from "@/components/ui/section.module.css";
import table from "@/components/ui/table.module.css";
import { KIND_NAMES } from "@/domain/inbox/kind-names";
import { DIGESTS, type Digest, type MailChoiceView } from "@/domain/inbox/mails/choice";
import * as t from "#messages/notices";

type Props = MailChoiceView & { said: string | undefined; sends: boolean };

/** Which notices come by mail beside the inbox, in one table; and how often a digest. */
export function MailChoices({ kinds, digest, none, stopped, said, sends }: Props) {
  return (
    <section className={sections.section} aria-labelledby="notices">
      <Saved part="mail" said={said} />
      <h2 id="notices">{t.noticesAndMails}</h2>
      <p className={styles.aside}>{sends ? t.mailsWait : t.noMailsFromHere}</p>
      {stopped && <Switch problem={t.mailsAreStopped} name="again" value="yes" label={t.tryAgain} />}
      {none && <Switch problem={t.allMailsAreOff} name="none" value="no" label={t.mailMeAgain} />}
      <form method="post" action="/api/v1/account/mail">
        <input type="hidden" name="_method" value="PATCH" />
        <input type="hidden" name="form" value="kinds" />
        <div className={table.scroll}>
          <table className={`${table.table} ${styles.choices}`}>
            <thead>
              <tr>
                <th scope="col">{t.youHearOf}</th>
                <th scope="col">{t.inTheInbox}</th>
                <th scope="col">{t.byMail}</th>
              </tr>
            </thead>
            <tbody>
              {kinds.map(({ kind, mailed }) => (
                <tr key={kind}>
                  <th scope="row" id={`kind-${kind}`}>
                    {capital(KIND_NAMES[kind])}
                  </th>
                  <td>{t.always}</td>
                  <td>
                    <input
                      type="checkbox"
                      name={kind}
                      defaultChecked={mailed}
                      aria-labelledby={`kind-${kind}`}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Select label={t.digest} hint={t.whatADigestIs} name="digest" defaultValue={digest}>
          {DIGESTS.map((one) => (
            <option key={one} value={one}>
              {DIGEST_NAMES[one]}
            </option>
          ))}
        </Select>
        <p className={styles.actions}>
          <Button>{t.save}</Button>
        </p>
      </form>
    </section>
  );
}

const DIGEST_NAMES: Record<Digest, string> = { never: t.never, daily: t.daily, weekly: t.weekly };

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Something is off as a whole, and one button puts it on again. */
function Switch({ problem, name, value, label }: Record<"problem" | "name" | "value" | "label", string>) {
  return (
    <Notice kind="problem">
      <form method="post" action="/api/v1/account/mail">
        <input type="hidden" name="_method" value="PATCH" />
        <input type="hidden" name={name} value={value} />
        {problem} <Button look="quiet">{label}</Button>
      </form>
    </Notice>
  );
}

import styles from "./members.module.css";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import type { MailWords } from "@/domain/mail/mail";
import * as mail from "#messages/mail";
import { say } from "@/messages/say";

type Shown = MailWords & { id: string; to: string; at: string };

/** Mails as they would have arrived, newest first. */
export function MailList({ mails }: { mails: readonly Shown[] }) {
  if (mails.length === 0) return <EmptyState>{mail.noMailsYet}</EmptyState>;
  return (
    <ol className={styles.list}>
      {mails.map(({ id, to, at, subject, paragraphs, action, code }) => (
        <li key={id} className={styles.entry}>
          <article>
            <h2>{subject}</h2>
            <p className={styles.handle}>
              {say(mail.mailTo, { to })}, <Time at={at} exact />
            </p>
            {paragraphs.map((words) => (
              <p key={words}>{words}</p>
            ))}
            {action && (
              <p>
                <a href={action.url}>{action.label}</a>
              </p>
            )}
            {code !== undefined && <p>{say(mail.orTypeThisCode, { code })}</p>}
          </article>
        </li>
      ))}
    </ol>
  );
}

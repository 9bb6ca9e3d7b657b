import styles from "./members.module.css";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import type { MailItem, MailWords } from "@/domain/mail/mail";
import * as mail from "#messages/mail";
import { say } from "@/messages/say";

type Shown = MailWords & { id: string; to: string; at: string };

/** Mails as they would have arrived, newest first. */
export function MailList({ mails }: { mails: readonly Shown[] }) {
  if (mails.length === 0) return <EmptyState>{mail.noMailsYet}</EmptyState>;
  return (
    <ol className={styles.list}>
      {mails.map(({ id, to, at, subject, paragraphs, action, code, items, reasons, ways }) => (
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
            {items?.map((item) => (
              <MailedItem key={item.url + item.sentence} {...item} />
            ))}
            {reasons?.map((words) => (
              <p key={words} className={styles.handle}>
                {words}
              </p>
            ))}
            {ways?.map(({ label, url }) => (
              <p key={url}>
                <a href={url}>{label}</a>
              </p>
            ))}
            {code !== undefined && <p>{say(mail.orTypeThisCode, { code })}</p>}
          </article>
        </li>
      ))}
    </ol>
  );
}

const MailedItem = ({ sentence, words, answers, label, url }: MailItem) => (
  <>
    <p dir="auto">
      <b>{sentence}</b>
    </p>
    {words.map(({ text, quoted }, nth) =>
      quoted ? <blockquote key={nth}>{text}</blockquote> : <p key={nth}>{text}</p>,
    )}
    <p>
      <a href={url}>{label}</a>
    </p>
    {answers && <p>{answers.intro}</p>}
    {answers?.words.map(({ text }, nth) => (
      <blockquote key={nth}>{text}</blockquote>
    ))}
  </>
);

import { Fold } from "@/components/ui/fold";
import { CONSENT, DETACHED_TEXT } from "@/domain/polls/consent";
import styles from "./poll-card.module.css";
import * as t from "#messages/polls";

/** What somebody agrees to who votes here for the first time. */
export function ConsentNote({ detached }: { detached: boolean }) {
  if (detached) return <p className={styles.consent}>{DETACHED_TEXT}</p>;
  return (
    <div className={styles.consent}>
      <p>{CONSENT.line}</p>
      <Fold summary={t.howYourVoteIsKept}>
        <p>{CONSENT.more}</p>
      </Fold>
    </div>
  );
}

import { Fold } from "@/components/ui/fold";
import { Time } from "@/components/ui/time";
import { OUTCOMES, PROFILE_OUTCOMES, type Receipt } from "@/domain/moderation/reports/report";
import styles from "./report-form.module.css";
import * as t from "#messages/reports";
import { rich } from "@/messages/rich";

/** Stays true: whoever keeps this address can see later what became of it. */
export function ReceiptNote({ receipt }: { receipt: Receipt }) {
  const { id, comment, at, state, decidedAt } = receipt;
  const subject = comment === null ? `/members/${receipt.member ?? ""}` : `/comments/${comment}`;
  return (
    <div className={styles.receipt}>
      <h1>{t.thankYou}</h1>
      <p>
        {rich(t.yourReportOfWasReceived, {
          when: <Time at={at} exact />,
          state: (comment === null ? PROFILE_OUTCOMES : OUTCOMES)[state],
          decidedAt: decidedAt !== null && (
            <>
              {" "}
              (<Time at={decidedAt} exact />)
            </>
          ),
        })}
      </p>
      <p>
        {rich(t.thisPageIsYourReceipt, {
          link: (words) => <a href={`${subject}/report?receipt=${id}`}>{words}</a>,
        })}
      </p>
      <Fold summary={t.yourRights}>
        <p>{t.ifYouThinkTheOutcome}</p>
      </Fold>
      <p>
        <a href={subject}>{comment === null ? t.backToTheMember : t.backToTheDiscussion}</a>
      </p>
    </div>
  );
}

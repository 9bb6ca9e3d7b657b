import { Time } from "@/components/ui/time";
import { OUTCOMES, type Receipt } from "@/domain/moderation/reports/report";
import * as t from "#messages/reports";
import { rich } from "@/messages/rich";

/** Stays true: whoever keeps this address can see later what became of it. */
export function ReceiptNote({ receipt: { id, comment, at, state, decidedAt } }: { receipt: Receipt }) {
  return (
    <>
      <h1>{t.thankYou}</h1>
      <p>
        {rich(t.yourReportOfWasReceived, {
          when: <Time at={at} exact />,
          state: OUTCOMES[state],
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
          link: (words) => <a href={`/comments/${comment}/report?receipt=${id}`}>{words}</a>,
        })}
      </p>
      <p>{t.ifYouThinkTheOutcome}</p>
      <p>
        <a href={`/comments/${comment}`}>{t.backToTheDiscussion}</a>
      </p>
    </>
  );
}

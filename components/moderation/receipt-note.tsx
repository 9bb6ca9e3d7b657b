import { Time } from "@/components/ui/time";
import { OUTCOMES, type Receipt } from "@/domain/moderation/reports/report";

/** Stays true: whoever keeps this address can see later what became of it. */
export function ReceiptNote({ receipt: { id, comment, at, state, decidedAt } }: { receipt: Receipt }) {
  return (
    <>
      <h1>Thank you</h1>
      <p>
        Your report of <Time at={at} exact /> was received. {OUTCOMES[state]}
        {decidedAt !== null && (
          <>
            {" "}
            (<Time at={decidedAt} exact />)
          </>
        )}
      </p>
      <p>
        This page is your receipt: <a href={`/comments/${comment}/report?receipt=${id}`}>its address</a> tells
        what became of it. If you are signed in, your inbox will too.
      </p>
      <p>
        If you think the outcome is wrong, you may turn to a court, or to an out-of-court dispute body where
        you live.
      </p>
      <p>
        <a href={`/comments/${comment}`}>Back to the discussion</a>
      </p>
    </>
  );
}

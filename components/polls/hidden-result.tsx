import type { HiddenBecause, PollView } from "@/domain/polls/poll";
import { Fold } from "@/components/ui/fold";
import { hiddenDetails, hiddenSentence } from "./sentences";
import styles from "./poll-card.module.css";
import * as t from "#messages/polls";

/** Why there is no result, in a sentence; when there will be one, a fold away. */
export function HiddenResult({ reason, poll }: { reason: HiddenBecause; poll: PollView }) {
  const details = hiddenDetails(reason, poll);
  return (
    <div className={styles.hidden}>
      <p>{hiddenSentence(reason, poll)}</p>
      {details.length > 0 && (
        <Fold summary={t.whenFiguresAppear}>
          <p>{details.join(" ")}</p>
        </Fold>
      )}
    </div>
  );
}

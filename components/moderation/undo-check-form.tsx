import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/empty-state";
import type { UndoOutcome, UndoingPreview } from "@/domain/moderation/checks/undoing/preview";
import type { Deeds } from "@/domain/moderation/checks/undoing/schema";
import { asWord } from "@/domain/moderation/decisions/schema";
import { CommentLines } from "./comment-lines";
import folds from "@/components/ui/fold.module.css";
import lists from "@/components/ui/list.module.css";
import textStyles from "@/components/ui/text.module.css";
import styles from "./undo-check-form.module.css";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = { check: string; wish: Deeds; preview: UndoingPreview };

const OUTCOMES: Record<UndoOutcome, string> = {
  returns: t.isPendingBecauseOfIt,
  waits: t.isPendingForAnotherReason,
  rejected: t.wasRejectedByAModeratorAfter,
  stands: t.staysVisible,
};
const OF_MANY: Record<UndoOutcome, string> = {
  returns: t.arePendingBecauseOfIt,
  waits: t.arePendingForAnotherReason,
  rejected: t.wereRejectedByAModerator,
  stands: t.stayVisible,
};

/** Everything a check did, and one button that undoes it; each comment that returns gets its own row in the log. */
export function UndoCheckForm({ check, wish, preview: { would, comments, reasons, more } }: Props) {
  const here = (other: Deeds) => `?${query(check, other)}`;
  return (
    <>
      <p>
        {rich(t.period, {
          link: (words) => <a href={here({ reason: wish.reason })}>{words}</a>,
          link2: (words) => <a href={here({ ...wish, days: 7 })}>{words}</a>,
          link3: (words) => <a href={here({ ...wish, days: 1 })}>{words}</a>,
        })}
      </p>
      {reasons.length > 1 && (
        <details className={folds.quiet} open={wish.reason !== undefined}>
          <summary>{t.onlyOneOfTheReasons}</summary>
          <ul className={lists.ruled}>
            {reasons.map(({ reason, count }) => (
              <li key={reason}>
                <a
                  href={here({ ...wish, reason })}
                  aria-current={reason === wish.reason ? "true" : undefined}
                >
                  {reason}
                </a>{" "}
                <span className={textStyles.figure}>{count}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {comments.length === 0 ? (
        <EmptyState>{t.nothingLeftToUndo}</EmptyState>
      ) : (
        <>
          <p className={styles.result}>
            {rich(t.itFlaggedComments, { count: comments.length, more: more && t.theNewestOfMore })}
          </p>
          <ul className={styles.outcomes}>
            {(["returns", "waits", "rejected", "stands"] as const)
              .filter((outcome) => would[outcome] > 0)
              .map((outcome) => (
                <li key={outcome}>
                  {would[outcome]} {(would[outcome] === 1 ? OUTCOMES : OF_MANY)[outcome]}
                </li>
              ))}
          </ul>
          <form method="post" action={`/api/v1/moderation/checks/${encodeURIComponent(check)}/undo`}>
            <input type="hidden" name="_back" value={`/moderation/undo-check?${query(check, wish)}`} />
            <input type="hidden" name="comments" value={comments.map(asWord).join(",")} />
            {wish.reason !== undefined && <input type="hidden" name="reason" value={wish.reason} />}
            {wish.days !== undefined && <input type="hidden" name="days" value={wish.days} />}
            {would.rejected > 0 && (
              <Choice label={say(t.restoreTheRejected, { rejected: would.rejected })} name="rejected" />
            )}
            <Button look="primary">{t.undoItsHoldsAndFlags}</Button>
          </form>
          <CommentLines
            comments={comments.map(({ comment, outcome, ...one }) => ({
              ...one,
              id: comment,
              note: OUTCOMES[outcome],
            }))}
          />
        </>
      )}
    </>
  );
}

const query = (check: string, { reason, days }: Deeds): string =>
  new URLSearchParams({
    check,
    ...(reason !== undefined && { reason }),
    ...(days !== undefined && { days: String(days) }),
  }).toString();

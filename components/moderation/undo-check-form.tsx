import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/field";
import { EmptyState } from "@/components/ui/empty-state";
import type { UndoOutcome, UndoingPreview } from "@/domain/moderation/checks/undoing/preview";
import type { Deeds } from "@/domain/moderation/checks/undoing/schema";
import { CommentLines } from "./comment-lines";
import folds from "@/components/ui/fold.module.css";
import lists from "@/components/ui/list.module.css";
import textStyles from "@/components/ui/text.module.css";
import styles from "./undo-check-form.module.css";

type Props = { check: string; wish: Deeds; preview: UndoingPreview };

const FATES: Record<UndoOutcome, string> = {
  returns: "waits because of it, and will appear",
  waits: "waits for another reason too, and goes on waiting",
  rejected: "was rejected by a moderator after it had held it",
  stands: "stands as it is; only its remark goes",
};
const OF_MANY: Record<UndoOutcome, string> = {
  returns: "wait because of it, and will appear",
  waits: "wait for another reason too, and go on waiting",
  rejected: "were rejected by a moderator after it had held them",
  stands: "stand as they are; only its remark goes",
};

/** Everything a check did, and one button that undoes it; each comment that returns gets its own row in the log. */
export function UndoCheckForm({ check, wish, preview: { would, comments, reasons, more } }: Props) {
  const here = (other: Deeds) => `?${query(check, other)}`;
  return (
    <>
      <p>
        Look back <a href={here({ reason: wish.reason })}>at everything</a>,{" "}
        <a href={here({ ...wish, days: 7 })}>at seven days</a>,{" "}
        <a href={here({ ...wish, days: 1 })}>at one day</a>.
      </p>
      {reasons.length > 1 && (
        <details className={folds.quiet} open={wish.reason !== undefined}>
          <summary>Only one of the reasons it gave</summary>
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
        <EmptyState>It did nothing that is not undone.</EmptyState>
      ) : (
        <>
          <p className={styles.result}>
            It pointed at {comments.length === 1 ? "one comment" : `${comments.length} comments`}
            {more && ", the newest; there are more, which can follow afterwards"}:
          </p>
          <ul className={styles.fates}>
            {(["returns", "waits", "rejected", "stands"] as const)
              .filter((fate) => would[fate] > 0)
              .map((fate) => (
                <li key={fate}>
                  {would[fate]} {(would[fate] === 1 ? FATES : OF_MANY)[fate]}
                </li>
              ))}
          </ul>
          <form method="post" action={`/api/v1/moderation/checks/${encodeURIComponent(check)}/undo`}>
            <input type="hidden" name="_back" value={`/moderation/undo-check?${query(check, wish)}`} />
            {wish.reason !== undefined && <input type="hidden" name="reason" value={wish.reason} />}
            {wish.days !== undefined && <input type="hidden" name="days" value={wish.days} />}
            {would.rejected > 0 && (
              <Choice label={`Bring back the ${would.rejected} that were rejected, too`} name="rejected" />
            )}
            <Button look="primary">Undo what it did</Button>
          </form>
          <CommentLines comments={comments.map(({ fate, ...one }) => ({ ...one, note: FATES[fate] }))} />
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

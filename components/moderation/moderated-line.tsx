import { Button } from "@/components/ui/button";
import type { Action, LastDecision } from "@/domain/moderation/decisions/decision";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { decided } from "./sentences";
import outcomes from "./outcome.module.css";
import * as t from "#messages/desk";

type Decided = Pick<LastDecision, "id" | "action" | "ground" | "moderator" | "before">;
type Props = { comment: string; last: Decided; rules: HouseRule[]; back: string };

/** What takes a decision back: an opened thread is closed again with a reason, and what was taken back is not taken back again. */
const WAY_BACK: Partial<Record<Action, "undo" | "unlock">> = {
  approve: "undo",
  reject: "undo",
  hold: "undo",
  restore: "undo",
  lock: "unlock",
};

/** Said at the comment itself, to whoever has just decided about it, with the way to take it back. */
export function ModeratedLine({ comment, last, rules, back }: Props) {
  const way = WAY_BACK[last.action];
  return (
    <form method="post" action="/api/v1/moderation/decisions" className={outcomes.outcome}>
      <p role="status">{decided(last, last.moderator?.handle ?? null, rules)}</p>
      {way && (
        <>
          <input type="hidden" name="action" value={way} />
          {way === "undo" ? (
            <input type="hidden" name="decision" value={last.id} />
          ) : (
            <input type="hidden" name="comment" value={comment} />
          )}
          <input type="hidden" name="_return" value={back} />
          <Button look="quiet">{t.undo}</Button>
        </>
      )}
    </form>
  );
}

import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import type { DeskComment } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { RuleOptions } from "./rule-options";
import folds from "@/components/ui/fold.module.css";
import * as t from "#messages/desk";

/** Closes a comment and what is below it to replies, or opens it again. */
export function ThreadForm({
  comment,
  rules,
  back,
}: {
  comment: DeskComment;
  rules: HouseRule[];
  back: string;
}) {
  return (
    <details className={folds.fold}>
      <summary>{comment.locked ? t.openTheThread : t.closeTheThread}</summary>
      <form method="post" action="/api/v1/moderation/decisions">
        <input type="hidden" name="action" value={comment.locked ? "unlock" : "lock"} />
        <input type="hidden" name="comment" value={comment.id} />
        <input type="hidden" name="_return" value={back} />
        {!comment.locked && (
          <Select label={t.itRestsOn} name="ground" required defaultValue="">
            <RuleOptions rules={rules} />
          </Select>
        )}
        <Button>{comment.locked ? t.takeRepliesAgain : t.takeNoMoreReplies}</Button>
      </form>
    </details>
  );
}

import type { SubmitEvent as Submitted } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { flashField, type FormFlash } from "@/components/ui/form-flash";
import type { DeskComment } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import type { DeskWay } from "./decide-form";
import { RuleOptions } from "./rule-options";
import * as t from "#messages/desk";

type Props = {
  comment: Pick<DeskComment, "id" | "locked">;
  rules: HouseRule[];
  way: DeskWay;
  kept?: FormFlash;
  /** With script: does it without leaving the page. */
  onLock?: (ground: string) => void;
};

/** Closes a comment and what is below it to replies, which rests on a house rule; or opens it again. */
export function LockForm({ comment, rules, way, kept = null, onLock }: Props) {
  function submit(event: Submitted<HTMLFormElement>) {
    event.preventDefault();
    const ground = new FormData(event.currentTarget).get("ground");
    onLock?.(typeof ground === "string" ? ground : "");
  }
  return (
    <form method="post" action="/api/v1/moderation/decisions" onSubmit={onLock && submit}>
      <input type="hidden" name="action" value={comment.locked ? "unlock" : "lock"} />
      <input type="hidden" name="comment" value={comment.id} />
      <input type="hidden" name="_return" value={way.back} />
      <input type="hidden" name="_back" value={way.refused} />
      {!comment.locked && (
        <Select label={t.rule} required {...flashField(kept, "ground")}>
          <RuleOptions rules={rules} />
        </Select>
      )}
      <Button>{comment.locked ? t.allowRepliesAgain : t.closeToReplies}</Button>
    </form>
  );
}

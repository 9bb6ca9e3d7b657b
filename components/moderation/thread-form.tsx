import type { DeskComment } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { LockForm } from "./lock-form";
import folds from "@/components/ui/fold.module.css";
import * as t from "#messages/desk";

type Props = { comment: DeskComment; rules: HouseRule[]; back: string };

/** Closes a thread or opens it again, folded away beside what is decided more often. */
export function ThreadForm({ comment, rules, back }: Props) {
  return (
    <details className={folds.fold}>
      <summary>{comment.locked ? t.openTheThread : t.closeTheThread}</summary>
      <LockForm comment={comment} rules={rules} way={{ back, refused: back }} />
    </details>
  );
}

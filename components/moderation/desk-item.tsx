import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormFlash } from "@/components/ui/form-flash";
import type { CommentAction } from "@/domain/moderation/decisions/decision";
import type { DeskItem as Item } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { AnswerForm } from "./answer-form";
import { CommentContext } from "./comment-context";
import { DecideForm } from "./decide-form";
import type { Outcome } from "./desk-state";
import { MemberCard } from "./member-card";
import { ThreadForm } from "./thread-form";
import { Signals } from "./signals";
import textStyles from "@/components/ui/text.module.css";
import styles from "./desk-item.module.css";
import outcomes from "./outcome.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

type Props = {
  item: Item;
  rules: HouseRule[];
  back: string;
  current?: boolean;
  picked?: boolean;
  reasons?: boolean;
  outcome?: Outcome | null;
  problem?: string | null;
  /** What was typed into a form of this item that was refused. */
  kept?: FormFlash;
  on?: {
    current: () => void;
    pick: (picked: boolean) => void;
    reasons: (open: boolean) => void;
    decide: (action: CommentAction, ground: string, explanation: string) => void;
    undo: (decision: string) => void;
  };
};

/** One thing to decide. It stays where it is once decided, and says what was decided. */
export function DeskItem({
  item,
  rules,
  back,
  current,
  picked,
  reasons,
  outcome,
  problem,
  kept = null,
  on,
}: Props) {
  const way = { back, refused: `${back}&about=${item.id}` };
  const { comment, author, appeal, claim } = item;
  const name = author?.name ?? t.aFormerMemberFirst;
  // Said beside the button that was pressed, which is below a long list of rules.
  const ruleMissing = problem === t.pleaseChooseTheHouseRule;
  return (
    <li
      id={`item-${item.id}`}
      className={styles.item}
      tabIndex={-1}
      data-current={current || undefined}
      data-done={outcome ? true : undefined}
      aria-label={outcome ? outcome.sentence : say(t.aCommentBy, { name })}
      onFocus={on?.current}
    >
      {claim && !claim.mine && !outcome && (
        <p className={styles.claim}>{say(t.isLookingAtThis, { by: claim.by })}</p>
      )}
      {outcome ? (
        <div className={outcomes.outcome} role="status">
          <p>{outcome.sentence}</p>
          {outcome.undo !== null && on && (
            <Button type="button" look="quiet" onClick={() => on.undo(outcome.undo ?? "")}>
              {t.undo}
            </Button>
          )}
        </div>
      ) : null}
      <div className={styles.columns}>
        <div className={styles.main}>
          {appeal ? (
            <AnswerForm
              appeal={appeal}
              comment={comment}
              rules={rules}
              way={way}
              may={item.can.answer}
              kept={kept}
            />
          ) : (
            comment && (
              <>
                <Signals item={item} rules={rules} />
                <CommentContext comment={comment} name={name} />
              </>
            )
          )}
          {problem && !ruleMissing && <Notice kind="problem">{problem}</Notice>}
          {!outcome && !appeal && comment && item.can.decide && (
            <DecideForm
              item={item}
              comment={comment}
              rules={rules}
              way={way}
              kept={kept}
              keys
              reasons={reasons}
              ruleMissing={ruleMissing}
              onReasons={on?.reasons}
              onDecide={on?.decide}
            />
          )}
          {!appeal && !item.can.decide && <p className={textStyles.muted}>{t.somebodyElseDecidesAbout}</p>}
        </div>
        {!outcome && (
          <div className={styles.aside} role="group" aria-label={say(t.aboutName, { name })}>
            {author && <MemberCard author={author} meet={item.can.meet} />}
            {comment && !appeal && <ThreadForm comment={comment} rules={rules} back={back} />}
            {comment && !appeal && (
              <label className={styles.pick}>
                <input
                  type="checkbox"
                  name="pick"
                  value={comment.id}
                  form="bulk"
                  checked={picked}
                  onChange={(event) => on?.pick(event.currentTarget.checked)}
                />{" "}
                {t.select}
              </label>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

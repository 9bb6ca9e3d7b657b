import type { SubmitEvent as Submitted } from "react";
import { Apart } from "@/components/ui/apart";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { flashField, type FormFlash } from "@/components/ui/form-flash";
import { type CommentAction } from "@/domain/moderation/decisions/decision";
import type { DeskComment, DeskItem } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { actionsOn, actionWord, NEEDS_RULE } from "./sentences";
import { ButtonRow } from "@/components/ui/button-row";
import styles from "./decide-form.module.css";
import * as t from "#messages/desk";

/** Where a form of the desk leads when it is done, and when it is refused. */
export type DeskWay = Readonly<{ back: string; refused: string }>;

type Props = {
  item: Pick<DeskItem, "last" | "reports">;
  comment: Pick<DeskComment, "id" | "revision" | "state">;
  rules: HouseRule[];
  way: DeskWay;
  kept: FormFlash;
  /** Whether the reasons are open, and who hears of it; without script the browser keeps that itself. */
  reasons?: boolean;
  onReasons?: (open: boolean) => void;
  /** Its rules answer to the keys of their numbers. */
  keys?: boolean;
  /** A decision was pressed that needs a rule, without one. */
  ruleMissing?: boolean;
  onDecide?: (action: CommentAction, ground: string, explanation: string) => void;
};

/** A plain form with a button a decision; what restricts stands behind the choice of a house rule. */
export function DecideForm(props: Props) {
  const {
    item,
    comment,
    rules,
    way,
    kept,
    reasons,
    keys = false,
    onReasons,
    ruleMissing = false,
    onDecide,
  } = props;
  const actions = actionsOn(comment.state);
  const kind = actions.filter((action) => !NEEDS_RULE.includes(action));
  const strict = actions.filter((action) => NEEDS_RULE.includes(action));
  function submit(event: Submitted<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const pressed = event.nativeEvent.submitter;
    const wish = pressed instanceof HTMLButtonElement ? pressed.value : (strict.at(-1) ?? "");
    const action = actions.find((one) => one === wish);
    if (action) onDecide?.(action, text(form.get("ground")), text(form.get("explanation")));
  }
  return (
    <form
      method="post"
      action="/api/v1/moderation/decisions"
      className={styles.decide}
      onSubmit={onDecide && submit}
    >
      <input type="hidden" name="comment" value={comment.id} />
      <input type="hidden" name="revision" value={comment.revision} />
      {item.last && <input type="hidden" name="seen" value={item.last.id} />}
      <input type="hidden" name="_return" value={way.back} />
      <input type="hidden" name="_back" value={way.refused} />
      <Apart>
        {kind.map((action) => (
          <Button key={action} name="action" value={action} look="primary">
            {actionWord(action, comment.state)}
          </Button>
        ))}
      </Apart>{" "}
      {strict.length > 0 && (
        <details
          className={styles.reasons}
          open={reasons || kept !== null}
          onToggle={onReasons && ((event) => onReasons(event.currentTarget.open))}
        >
          <summary>
            {strict.length === 2 ? t.rejectOrHold : `${actionWord("reject", comment.state)}…`}
          </summary>
          <fieldset>
            <legend>{t.ruleItBreaks}</legend>
            {rules.map(({ key, title, sentence }, index) => (
              <label key={key} className={styles.rule} title={sentence}>
                <input
                  type="radio"
                  name="ground"
                  value={key}
                  defaultChecked={key === (kept?.fields.ground ?? item.reports[0]?.reason)}
                />
                <span>
                  {keys && <kbd className="needs-script">{index < 9 ? index + 1 : ""}</kbd>} {title}
                </span>
              </label>
            ))}
          </fieldset>
          <TextArea label={t.toTheAuthor} rows={2} {...flashField(kept, "explanation")} />
          {ruleMissing && <Notice kind="problem">{t.pleaseChooseTheHouseRule}</Notice>}
          <ButtonRow>
            {strict.toReversed().map((action) => (
              <Button key={action} name="action" value={action} look="plain">
                {actionWord(action, comment.state)}
              </Button>
            ))}
          </ButtonRow>
        </details>
      )}
    </form>
  );
}

const text = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");

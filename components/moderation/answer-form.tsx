import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { flashField, type FormFlash } from "@/components/ui/form-flash";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import { DONE } from "@/domain/moderation/decisions/decision";
import type { DeskAppeal, DeskComment } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import type { DeskWay } from "./decide-form";
import { ruleTitle } from "./sentences";
import { ButtonRow } from "@/components/ui/button-row";
import textStyles from "@/components/ui/text.module.css";
import styles from "./answer-form.module.css";
import appeals from "./appeal.module.css";
import * as t from "#messages/decisions";

type Props = {
  appeal: DeskAppeal;
  comment: DeskComment | null;
  rules: HouseRule[];
  way: DeskWay;
  may: boolean;
  kept: FormFlash;
};

/** What was decided and why, what is said against it, and an answer with reasons by somebody else. */
export function AnswerForm({ appeal: { id, words, at, decision }, comment, rules, way, may, kept }: Props) {
  return (
    <div>
      <p>
        {decision.moderator?.name ?? t.somebody} {DONE[decision.action]}:{" "}
        <strong>{ruleTitle(rules, decision.ground)}</strong>. {decision.explanation}
      </p>
      {comment && (
        <div className={styles.words}>
          <ProseHtml html={comment.html} />
        </div>
      )}
      <blockquote className={appeals.words} dir="auto">
        {words}
      </blockquote>
      <MetaLine>
        <span>{t.appealed}</span>
        <Time at={at} exact />
      </MetaLine>
      {may ? (
        <form method="post" action={`/api/v1/appeals/${id}/answer`} className={styles.answer}>
          <input type="hidden" name="_return" value={way.back} />
          <input type="hidden" name="_back" value={way.refused} />
          {comment && <input type="hidden" name="revision" value={comment.revision} />}
          <TextArea label={t.yourAnswerWithReasons} rows={2} required {...flashField(kept, "answer")} />
          <ButtonRow>
            <Button name="outcome" value="upheld" look="primary">
              {t.upholdTheAppeal}
            </Button>
            <Button name="outcome" value="refused">
              {t.rejectTheAppeal}
            </Button>
          </ButtonRow>
        </form>
      ) : (
        <p className={textStyles.muted}>{t.anotherModeratorAnswersThis}</p>
      )}
    </div>
  );
}

import { RuleOptions } from "@/components/moderation/rule-options";
import { Button } from "@/components/ui/button";
import { Select, TextArea } from "@/components/ui/field";
import type { FormFlash } from "@/components/ui/form-flash";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import type { QuotedReason } from "@/domain/polls/reasons/reason";
import styles from "./debate.module.css";
import * as t from "#messages/polls";

type Props = {
  slug: string;
  reasons: QuotedReason[];
  rules: HouseRule[];
  sent: string | null;
  kept: FormFlash;
};

/** What is quoted of why votes changed, each with a plain form that takes it down and comes back to itself. */
export function ReasonReview({ slug, reasons, rules, sent, kept }: Props) {
  if (reasons.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="reasons">
      <h2 id="reasons">{t.quotedReasons}</h2>
      <p className={styles.small}>{t.nobodyKnowsWhose}</p>
      <ul className={styles.reasons}>
        {reasons.map((reason) => {
          const back = sent === reason.id ? kept : null;
          return (
            <li key={reason.id}>
              {reason.why !== null && (
                <blockquote className={styles.quoted}>
                  <p dir="auto">{reason.why}</p>
                </blockquote>
              )}
              {reason.passage !== null && <q dir="auto">{reason.passage}</q>}
              {reason.commentId !== null && (
                <a href={`/comments/${reason.commentId}`}>{t.theCommentItNames}</a>
              )}
              {back && <Notice kind="problem">{back.problem}</Notice>}
              <Fold summary={t.removeThisReason} open={back !== null}>
                <RemoveForm slug={slug} id={reason.id} rules={rules} back={back} />
              </Fold>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type FormProps = { slug: string; id: string; rules: HouseRule[]; back: FormFlash };

const RemoveForm = ({ slug, id, rules, back }: FormProps) => (
  <form method="post" action={`/api/v1/articles/${slug}/poll/reasons/${id}`}>
    <input type="hidden" name="_method" value="delete" />
    <input type="hidden" name="_return" value={`/articles/${slug}/replies?form=${id}`} />
    <Select
      label={t.ruleItBreaks}
      name="ground"
      defaultValue={back?.fields.ground ?? ""}
      problem={back?.problems.ground}
    >
      <RuleOptions rules={rules} />
    </Select>
    <TextArea label={t.noteForTheLog} name="explanation" rows={2} defaultValue={back?.fields.explanation} />
    <Button>{t.removeTheReason}</Button>
  </form>
);

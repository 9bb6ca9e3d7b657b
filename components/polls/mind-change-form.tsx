import type { FormFlash } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Choice, Field, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { MyPoll } from "@/domain/polls/poll";
import styles from "./debate.module.css";
import * as t from "#messages/polls";

/**
 * Offered after a change of vote, never demanded: what changed your mind, and why. Without a change there is
 * "it moved me closer".
 */
export function MindChangeForm({ slug, mine, kept }: { slug: string; mine: MyPoll; kept: FormFlash }) {
  if (!mine.can.tellSwitch && !mine.can.tellCloser) return null;
  const closer = !mine.can.tellSwitch;
  const fields = kept?.fields ?? {};
  const problems = kept?.problems ?? {};
  return (
    <section id="mind" className={styles.part} aria-labelledby="mind-title">
      <h2 id="mind-title">{closer ? t.didSomethingMoveYouCloser : t.whatChangedYourMind}</h2>
      <p className={styles.small}>{closer ? t.yourVoteStays : t.yourFirstChangeOfVoteCounts}</p>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <form method="post" action={`/api/v1/articles/${slug}/poll/mind-change`}>
        <input type="hidden" name="_method" value="put" />
        <input type="hidden" name="_return" value={`/articles/${slug}/vote`} />
        {closer && <input type="hidden" name="closer" value="on" />}
        <Field
          label={t.theCommentsAddress}
          hint={t.itsTimeIsTheLink}
          name="because"
          defaultValue={fields.because}
          problem={problems.because}
        />
        <TextArea
          label={t.orThePassageOfTheArticle}
          name="passage"
          rows={2}
          maxLength={600}
          defaultValue={fields.passage}
          problem={problems.passage}
        />
        <TextArea
          label={t.why}
          hint={t.atLeast50Characters}
          name="why"
          required
          minLength={50}
          maxLength={2000}
          defaultValue={fields.why}
          problem={problems.why}
        />
        <Choice
          name="quotable"
          defaultChecked={fields.quotable === "on"}
          label={t.myReasonMayBeQuoted}
          hint={t.withoutAName}
        />
        <Button>{closer ? t.itMovedMeCloser : t.thisChangedMyMind}</Button>
      </form>
    </section>
  );
}

/** For whoever has said something already. */
export function TakeBackForm({ slug }: { slug: string }) {
  return (
    <form method="post" action={`/api/v1/articles/${slug}/poll/mind-change`} id="mind">
      <input type="hidden" name="_method" value="delete" />
      <input type="hidden" name="_return" value={`/articles/${slug}/vote`} />
      <p>
        {t.youHaveSaidWhatChanged} <Button look="quiet">{t.takeItBack}</Button>
      </p>
    </form>
  );
}

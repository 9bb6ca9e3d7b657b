import { Choice, Field, Select, TextArea } from "@/components/ui/field";
import { MomentField } from "@/components/ui/moment-field";
import { Fold } from "@/components/ui/fold";
import textStyles from "@/components/ui/text.module.css";
import { OPTION_ROWS } from "@/domain/articles/drafts/draft";
import type { ResultsShown } from "@/domain/polls/poll";
import type { FieldOf } from "./draft-field";
import styles from "./poll-fields.module.css";
import * as t from "#messages/publishing";
import { say } from "@/messages/say";

const SHOWN_TO: Record<ResultsShown, string> = {
  after_vote: t.afterVote,
  after_close: t.afterClose,
  always: t.always,
};

/** The question, its answers, and how it is asked. */
export function PollFields({ field }: { field: FieldOf }) {
  const results = field("results");
  const isAsked = field("question").defaultValue !== "" || field("label1").defaultValue !== "";
  return (
    <Fold summary={t.poll} open={isAsked}>
      <p className={textStyles.muted}>{t.pollHint}</p>
      <TextArea label={t.question} rows={1} autoComplete="off" {...field("question")} />
      {OPTION_ROWS.map((row) => (
        <OptionFields key={row} row={row} field={field} />
      ))}
      <Select
        label={t.results}
        hint={t.resultsHint}
        {...results}
        defaultValue={results.defaultValue || "after_vote"}
      >
        {Object.entries(SHOWN_TO).map(([mode, words]) => (
          <option key={mode} value={mode}>
            {words}
          </option>
        ))}
      </Select>
      <MomentField label={t.opens} hint={t.opensHint} {...field("opens")} />
      <MomentField label={t.closes} hint={t.closesHint} {...field("closes")} />
      <Choice label={t.guessing} hint={t.guessingHint} {...box(field, "guessing")} />
      <Choice label={t.confirmedBefore} hint={t.confirmedBeforeHint} {...box(field, "confirmedBefore")} />
      <Choice label={t.detached} hint={t.detachedHint} {...box(field, "detached")} />
    </Fold>
  );
}

function OptionFields({ row, field }: { row: (typeof OPTION_ROWS)[number]; field: FieldOf }) {
  return (
    <fieldset className={styles.option}>
      <legend>{say(t.answerNumber, { row })}</legend>
      <input type="hidden" name={`key${row}`} value={field(`key${row}`).defaultValue} />
      <Field label={t.answer} autoComplete="off" dir="auto" {...field(`label${row}`)} />
      <TextArea label={t.sentence} rows={1} autoComplete="off" {...field(`sentence${row}`)} />
      <Choice label={t.takesASide} hint={t.takesASideHint} {...box(field, `side${row}`)} />
    </fieldset>
  );
}

const box = (field: FieldOf, name: Parameters<FieldOf>[0]) => ({
  name,
  value: "yes",
  defaultChecked: field(name).defaultValue === "yes",
});

import { Button } from "@/components/ui/button";
import type { FormFlash } from "@/components/ui/form-flash";
import { Field, TextArea } from "@/components/ui/field";
import type { AdministeredPoll } from "@/domain/polls/administration/administration";
import { PollAdministrationForm } from "./poll-administration-form";
import styles from "./debate.module.css";

/** The same question in other words: keys and sides stay, so that every vote stays what it was. */
export function PollWordingForm({
  slug,
  poll,
  kept,
}: {
  slug: string;
  poll: AdministeredPoll;
  kept: FormFlash;
}) {
  if (poll.state === "closed") return null;
  const fields = kept?.fields ?? {};
  return (
    <section className={styles.part} aria-labelledby="words">
      <h2 id="words">What it asks</h2>
      <p className={styles.small}>
        This is version {poll.version}. Once somebody has voted, other words are a new version: votes are
        kept, readers are told, and the earlier words stay on record. Publishing the article’s file again sets
        the words that stand there.
      </p>
      <PollAdministrationForm slug={slug} form="words" path="words" kept={kept}>
        <TextArea
          label="The question"
          name="question"
          rows={2}
          required
          maxLength={600}
          defaultValue={fields.question ?? poll.question}
          problem={kept?.problems.question}
        />
        {poll.options.map(({ key, label, sentence }, nth) => (
          <fieldset className={styles.option} key={key}>
            <legend>Answer {nth + 1}</legend>
            <Field
              label={`Answer ${nth + 1}: its label`}
              name={`label.${key}`}
              required
              maxLength={160}
              defaultValue={fields[`label.${key}`] ?? label}
              problem={kept?.problems[`options.${nth}.label`]}
            />
            <TextArea
              label={`Answer ${nth + 1}: its sentence`}
              name={`sentence.${key}`}
              rows={2}
              maxLength={600}
              defaultValue={kept ? (fields[`sentence.${key}`] ?? "") : sentence}
              problem={kept?.problems[`options.${nth}.sentence`]}
            />
          </fieldset>
        ))}
        <Button>Save these words</Button>
      </PollAdministrationForm>
    </section>
  );
}

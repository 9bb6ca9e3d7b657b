import { Button } from "@/components/ui/button";
import type { FormFlash } from "@/components/ui/form-flash";
import { Field, TextArea } from "@/components/ui/field";
import type { AdministeredPoll } from "@/domain/polls/administration/administration";
import { PollAdministrationForm } from "./poll-administration-form";
import styles from "./debate.module.css";
import * as t from "#messages/polls";
import { say } from "@/messages/say";

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
      <h2 id="words">{t.wording}</h2>
      <p className={styles.small}>{say(t.onceSomebodyHasVoted, { version: poll.version })}</p>
      <PollAdministrationForm slug={slug} form="words" path="words" kept={kept}>
        <TextArea
          label={t.theQuestion}
          name="question"
          rows={2}
          required
          defaultValue={fields.question ?? poll.question}
          problem={kept?.problems.question}
        />
        {poll.options.map(({ key, label, sentence }, nth) => (
          <fieldset className={styles.option} key={key}>
            <legend>{say(t.answerNth, { nth: nth + 1 })}</legend>
            <Field
              label={say(t.answerItsLabel, { nth: nth + 1 })}
              name={`label.${key}`}
              required
              defaultValue={fields[`label.${key}`] ?? label}
              problem={kept?.problems[`options.${nth}.label`]}
            />
            <TextArea
              label={say(t.answerItsSentence, { nth: nth + 1 })}
              name={`sentence.${key}`}
              rows={2}
              defaultValue={kept ? (fields[`sentence.${key}`] ?? "") : sentence}
              problem={kept?.problems[`options.${nth}.sentence`]}
            />
          </fieldset>
        ))}
        <Button>{t.saveWording}</Button>
      </PollAdministrationForm>
    </section>
  );
}

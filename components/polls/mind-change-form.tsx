import type { FormFlash } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Choice, Field, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { MyPoll } from "@/domain/polls/poll";
import styles from "./debate.module.css";

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
      <h2 id="mind-title">{closer ? "Did something move you closer?" : "What changed your mind?"}</h2>
      <p className={styles.small}>
        {closer
          ? "Your vote stays as it is."
          : "Your first change of vote counts, a day from now and if it still stands then. The comment gets a quiet mark, its author an honour; neither learns who you are."}
      </p>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <form method="post" action={`/api/v1/articles/${slug}/poll/mind-change`}>
        <input type="hidden" name="_method" value="put" />
        <input type="hidden" name="_return" value={`/articles/${slug}/vote`} />
        {closer && <input type="hidden" name="closer" value="on" />}
        <Field
          label="The comment’s address"
          hint="Its time is the link: copy that."
          name="because"
          defaultValue={fields.because}
          problem={problems.because}
        />
        <TextArea
          label="Or the passage of the article"
          name="passage"
          rows={2}
          maxLength={600}
          defaultValue={fields.passage}
          problem={problems.passage}
        />
        <TextArea
          label="Why?"
          hint="At least 50 characters: what did it show you that you had not seen?"
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
          label="My reason may be quoted in the record of the debate"
          hint="Without a name. You can take it back at any time; later versions of the record leave it out."
        />
        <Button>{closer ? "It moved me closer" : "This changed my mind"}</Button>
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
        You have said what changed your mind. <Button look="quiet">Take it back</Button>
      </p>
    </form>
  );
}

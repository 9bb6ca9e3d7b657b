import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Choice, Field, Select, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ProseHtml } from "@/components/ui/prose-html";
import { LAWS } from "@/domain/moderation/reports/report";
import { ILLEGAL, type HouseRule } from "@/domain/moderation/rules/rules";
import type { SafeHtml } from "@/domain/prose/safe-html";
import fieldsets from "@/components/ui/fieldset.module.css";
import folds from "@/components/ui/fold.module.css";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import styles from "./report-form.module.css";

type Props = {
  comment: { id: string; name: string | null; html: SafeHtml };
  rules: HouseRule[];
  signedIn: boolean;
  kept: FormFlash;
};

/** Two ways to report: a broken house rule (members), or a notice under the law (anyone). */
export function ReportForm({ comment, rules, signedIn, kept }: Props) {
  const back = `/comments/${comment.id}/report`;
  const illegal = kept?.fields.reason === ILLEGAL.key;
  return (
    <>
      <h1>Report a comment</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <blockquote className={styles.quoted}>
        <ProseHtml html={comment.html} />
      </blockquote>
      <p className={textStyles.muted}>by {comment.name ?? "somebody who has left"}</p>

      <section className={sections.section}>
        <h2>It breaks a house rule</h2>
        {signedIn ? (
          <form method="post" action={`/api/v1/comments/${comment.id}/reports`}>
            <input type="hidden" name="_back" value={back} />
            <fieldset className={fieldsets.bare}>
              <legend className="visually-hidden">Which rule</legend>
              {rules
                .filter(({ key }) => key !== ILLEGAL.key)
                .map(({ key, title, sentence }) => (
                  <Choice
                    key={key}
                    type="radio"
                    name="reason"
                    value={key}
                    required
                    label={title}
                    hint={sentence}
                    defaultChecked={kept?.fields.reason === key}
                  />
                ))}
            </fieldset>
            <TextArea
              label="What a moderator should know (may stay empty)"
              rows={2}
              maxLength={2_000}
              {...flashField(illegal ? null : kept, "detail")}
            />
            <Button look="primary">Report it</Button>
          </form>
        ) : (
          <p>
            <a href={`/sign-in?next=${encodeURIComponent(back)}`}>Sign in</a> to report it, so that you can
            hear what became of it.
          </p>
        )}
      </section>

      <section className={sections.section}>
        <h2>It is against the law</h2>
        <details className={folds.fold} open={illegal}>
          <summary>Give notice of illegal content; you need no account</summary>
          <form method="post" action={`/api/v1/comments/${comment.id}/reports`}>
            <input type="hidden" name="_back" value={back} />
            <input type="hidden" name="reason" value={ILLEGAL.key} />
            <Select label="Which law" required {...flashField(kept, "law")}>
              <option value="">Choose one</option>
              {LAWS.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
            <TextArea
              label="Why it is illegal"
              hint="In a sentence or two: what it says, and why that is forbidden."
              rows={4}
              required
              maxLength={2_000}
              {...flashField(illegal ? kept : null, "detail")}
            />
            <Field
              label="Your name"
              autoComplete="name"
              hint="Not needed for a notice about the sexual abuse of children."
              {...flashField(kept, "name")}
            />
            <Field
              label="Your e-mail address"
              type="email"
              autoComplete="email"
              {...flashField(kept, "email")}
            />
            <Choice
              name="goodFaith"
              required
              label="What I say here is accurate and complete to the best of my knowledge."
            />
            <Button look="primary">Give notice</Button>
          </form>
        </details>
      </section>
    </>
  );
}

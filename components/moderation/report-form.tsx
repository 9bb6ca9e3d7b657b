import type { ReactNode } from "react";
import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Choice, Field, Select, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { LAWS } from "@/domain/moderation/reports/report";
import { ILLEGAL, type HouseRule } from "@/domain/moderation/rules/rules";
import fieldsets from "@/components/ui/fieldset.module.css";
import folds from "@/components/ui/fold.module.css";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import styles from "./report-form.module.css";
import * as t from "#messages/reports";
import { say } from "@/messages/say";

type Props = {
  /** The heading, where reports go, the page of the form, and who said what is reported (left out where that says itself). */
  about: { title: string; reports: string; page: string; by?: string | null };
  /** What is reported, as everybody reads it. */
  children: ReactNode;
  rules: HouseRule[];
  signedIn: boolean;
  kept: FormFlash;
};

/** Two ways to report: a broken house rule (members), or a notice under the law (anyone). */
export function ReportForm({ about, children, rules, signedIn, kept }: Props) {
  const { title, reports, page: back, by } = about;
  const illegal = kept?.fields.reason === ILLEGAL.key;
  return (
    <>
      <h1>{title}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <blockquote className={styles.quoted}>{children}</blockquote>
      {by !== undefined && (
        <p className={textStyles.muted}>{say(t.byName, { name: by ?? t.aFormerMember })}</p>
      )}

      <section className={sections.section}>
        <h2>{t.itBreaksAHouseRule}</h2>
        <form method="post" action={reports}>
          <input type="hidden" name="_back" value={back} />
          <fieldset className={fieldsets.bare}>
            <legend className="visually-hidden">{t.whichRule}</legend>
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
          <TextArea label={t.details} rows={2} {...flashField(illegal ? null : kept, "detail")} />
          <Button look="primary">{t.reportIt}</Button>
        </form>
        {!signedIn && <p className={textStyles.muted}>{t.youWillBeAskedToSignIn}</p>}
      </section>

      <section className={sections.section}>
        <h2>{t.itIsIllegal}</h2>
        <details className={folds.fold} open={illegal}>
          <summary>{t.reportIllegalContent}</summary>
          <form method="post" action={reports}>
            <input type="hidden" name="_back" value={back} />
            <input type="hidden" name="reason" value={ILLEGAL.key} />
            <Select label={t.whichLaw} required {...flashField(kept, "law")}>
              <option value="">{t.chooseOne}</option>
              {LAWS.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
            <TextArea
              label={t.whyItIsIllegal}
              hint={t.inASentenceOrTwo}
              rows={4}
              required
              {...flashField(illegal ? kept : null, "detail")}
            />
            <Field
              label={t.yourName}
              autoComplete="name"
              hint={t.notNeededForANoticeAbout}
              {...flashField(kept, "name")}
            />
            <Field
              label={t.yourEMailAddress}
              type="email"
              autoComplete="email"
              {...flashField(kept, "email")}
            />
            <Choice name="goodFaith" required label={t.whatISayHereIsAccurate} />
            <Button look="primary">{t.reportAsIllegal}</Button>
          </form>
        </details>
      </section>
    </>
  );
}

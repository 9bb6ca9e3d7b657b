import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { returnTo } from "@/components/ui/saved";
import { RULE_LIMITS, type HouseRule } from "@/domain/moderation/rules/rules";
import { ButtonRow } from "@/components/ui/button-row";
import textStyles from "@/components/ui/text.module.css";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** Where the house rules are edited. */
export const EDIT_RULES = "/moderation/rules";

/** A rule as readers see it. */
export const RuleText = ({ title, sentence }: Pick<HouseRule, "title" | "sentence">) => (
  <>
    <p dir="auto">
      <strong>{title}</strong>
    </p>
    <p dir="auto">{sentence}</p>
  </>
);

type Deed = {
  path: string;
  method: "POST" | "PUT" | "DELETE";
  version: number;
  /** Where a refusal leads. */
  back?: string;
  children: ReactNode;
};

/** A form about one rule, which comes back to the list. */
export const RuleDeed = ({ path, method, version, back = EDIT_RULES, children }: Deed) => (
  <form method="post" action={`/api/v1/rules${path}`}>
    <input type="hidden" name="_method" value={method} />
    <input type="hidden" name="_return" value={returnTo(EDIT_RULES, "rules")} />
    <input type="hidden" name="_back" value={back} />
    <input type="hidden" name="version" value={version} />
    {children}
  </form>
);

/** One rule's words, or a new one's; a preview shows what is typed as readers would see it. */
export function RuleForm(props: { rule: HouseRule | null; version: number; kept: FormFlash }) {
  const { rule, version, kept } = props;
  const next = say(t.publishVersion, { version: version + 1 });
  return (
    <>
      {kept?.problem === "" && (
        <section aria-label={t.preview}>
          <p className={textStyles.muted}>{t.preview}</p>
          <RuleText title={kept.fields.title ?? ""} sentence={kept.fields.sentence ?? ""} />
        </section>
      )}
      <RuleDeed
        path={rule ? `/${rule.key}` : ""}
        method={rule ? "PUT" : "POST"}
        version={version}
        back={rule ? `${EDIT_RULES}?edit=${rule.key}` : EDIT_RULES}
      >
        {!rule && (
          <Field
            label={t.keyOfARule}
            hint={t.keyOfARuleHint}
            required
            maxLength={RULE_LIMITS.key}
            {...flashField(kept, "key")}
          />
        )}
        <Field label={t.titleOfARule} required {...flashField(kept, "title", rule?.title)} />
        <TextArea
          label={t.sentenceOfARule}
          required
          rows={2}
          {...flashField(kept, "sentence", rule?.sentence)}
        />
        <ButtonRow>
          <Button look="primary">{next}</Button>
          <Button name="_look" value="1">
            {t.preview}
          </Button>
          {rule && <a href={EDIT_RULES}>{t.cancelEditing}</a>}
        </ButtonRow>
      </RuleDeed>
    </>
  );
}

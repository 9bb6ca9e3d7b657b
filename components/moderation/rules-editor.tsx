import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import type { FormFlash } from "@/components/ui/form-flash";
import { Saved } from "@/components/ui/saved";
import { ILLEGAL, type HouseRule, type HouseRules } from "@/domain/moderation/rules/rules";
import { ButtonRow } from "@/components/ui/button-row";
import listStyles from "@/components/ui/list.module.css";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import { EDIT_RULES, RuleDeed, RuleForm, RuleText } from "./rule-form";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = {
  rules: HouseRules;
  /** The key of the rule whose form is open. */
  editing: string | null;
  /** A form that was refused, or is to be previewed. */
  kept: FormFlash;
  said: string | undefined;
};

/** The house rules in order, one form each. Whatever is changed is a new version; decisions keep the one they name. */
export function RulesEditor({ rules: { version, rules }, editing, kept, said }: Props) {
  return (
    <>
      <Saved part="rules" said={said} />
      <p className={textStyles.muted}>
        {rich(t.eachChangeIsAVersion, { version, link: (words) => <a href="/rules">{words}</a> })}
      </p>
      <ol className={listStyles.ruled}>
        {rules.map((rule, nth) => (
          <li key={rule.key} id={`rule-${rule.key}`}>
            {rule.key === editing ? (
              <RuleForm rule={rule} version={version} kept={kept} />
            ) : (
              <>
                <RuleText {...rule} />
                <Deeds rule={rule} version={version} first={nth === 0} last={nth === rules.length - 1} />
              </>
            )}
          </li>
        ))}
      </ol>
      <section className={sections.section} id="add">
        <h2>{t.addARule}</h2>
        <RuleForm rule={null} version={version} kept={editing === null ? kept : null} />
      </section>
    </>
  );
}

type OfOne = { rule: HouseRule; version: number };

function Deeds({ rule, version, first, last }: OfOne & { first: boolean; last: boolean }) {
  const { key, title } = rule;
  return (
    <ButtonRow>
      <a
        href={`${EDIT_RULES}?edit=${key}#rule-${key}`}
        aria-label={say(t.ofThisRule, { deed: t.editRule, title })}
      >
        {t.editRule}
      </a>
      {!first && <Move rule={rule} version={version} to="up" />}
      {!last && <Move rule={rule} version={version} to="down" />}
      {key !== ILLEGAL.key && (
        <Fold summary={say(t.removeRule, { title })}>
          <RuleDeed path={`/${key}`} method="DELETE" version={version}>
            <Confirmation label={t.pastDecisionsKeepIt} />
            <Button>{t.removeThisRule}</Button>
          </RuleDeed>
        </Fold>
      )}
    </ButtonRow>
  );
}

const MOVES = { up: t.moveUp, down: t.moveDown };

const Move = ({ rule: { key, title }, version, to }: OfOne & { to: "up" | "down" }) => (
  <RuleDeed path={`/${key}/place`} method="PUT" version={version}>
    <input type="hidden" name="to" value={to} />
    <Button look="quiet" aria-label={say(t.ofThisRule, { deed: MOVES[to], title })}>
      {MOVES[to]}
    </Button>
  </RuleDeed>
);

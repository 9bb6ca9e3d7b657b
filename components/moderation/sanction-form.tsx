import { Button } from "@/components/ui/button";
import { Confirmation, Select, TextArea } from "@/components/ui/field";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { SCOPES, SUSPENSION_DAYS, type SanctionKind } from "@/domain/moderation/sanctions/sanction";
import { RuleOptions } from "./rule-options";
import textStyles from "@/components/ui/text.module.css";
import styles from "./sanction-form.module.css";
import * as t from "#messages/decisions";
import { say } from "@/messages/say";

type Props = {
  handle: string;
  kind: SanctionKind;
  rules: HouseRule[];
  back: string;
  kept?: Record<string, string>;
};

const VERBS: Record<SanctionKind, string> = {
  warning: t.warn,
  watch: t.seeTheirCommentsFirst,
  suspension: t.suspend,
  ban: t.ban,
};

/** One form a kind: what the member will read, on which rule it rests, how long, and what else it takes with it. */
export function SanctionForm({ handle, kind, rules, back, kept = {} }: Props) {
  return (
    <form method="post" action={`/api/v1/members/${handle}/sanctions`} className={styles.sanction}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="_return" value={back} />
      <p className={textStyles.muted}>{say(t.theyWillRead, { kind: SCOPES[kind] })}</p>
      <Select label={t.rule} name="ground" required defaultValue={kept.ground ?? ""}>
        <RuleOptions rules={rules} />
      </Select>
      {(kind === "suspension" || kind === "ban") && (
        <Select
          label={t.forHowLong}
          name="days"
          defaultValue={kept.days ?? (kind === "suspension" ? "7" : "")}
        >
          {SUSPENSION_DAYS.map((days) => (
            <option key={days} value={days}>
              {say(t.daysDays, { days })}
            </option>
          ))}
          <option value="">{t.untilItIsLifted}</option>
        </Select>
      )}
      {kind === "ban" && (
        <Select label={t.theirComments} name="cleanUp" defaultValue={kept.cleanUp ?? "none"}>
          <option value="none">{t.stay}</option>
          <option value="week">{t.ofTheLastSevenDaysAreRemoved}</option>
          <option value="all">{t.allAreRemoved}</option>
        </Select>
      )}
      <TextArea label={t.explanation} name="explanation" rows={2} defaultValue={kept.explanation} />
      {kind === "ban" && <Confirmation label={t.banThisMember} />}
      <Button look="primary">{VERBS[kind]}</Button>
    </form>
  );
}

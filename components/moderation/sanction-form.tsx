import { Button } from "@/components/ui/button";
import { Select, TextArea } from "@/components/ui/field";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { SCOPES, SUSPENSION_DAYS, type SanctionKind } from "@/domain/moderation/sanctions/sanction";
import { RuleOptions } from "./rule-options";
import textStyles from "@/components/ui/text.module.css";
import styles from "./sanction-form.module.css";

type Props = {
  handle: string;
  kind: SanctionKind;
  rules: HouseRule[];
  back: string;
  kept?: Record<string, string>;
};

const VERBS: Record<SanctionKind, string> = {
  warning: "Warn",
  watch: "See their comments first",
  suspension: "Suspend",
  ban: "Ban",
};

/** One form a kind: what the member will read, on which rule it rests, how long, and what else it takes with it. */
export function SanctionForm({ handle, kind, rules, back, kept = {} }: Props) {
  return (
    <form method="post" action={`/api/v1/members/${handle}/sanctions`} className={styles.sanction}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="_return" value={back} />
      <p className={textStyles.muted}>They will read: “{SCOPES[kind]}”</p>
      <Select label="It rests on" name="ground" required defaultValue={kept.ground ?? ""}>
        <RuleOptions rules={rules} />
      </Select>
      {(kind === "suspension" || kind === "ban") && (
        <Select label="For" name="days" defaultValue={kept.days ?? (kind === "suspension" ? "7" : "")}>
          {SUSPENSION_DAYS.map((days) => (
            <option key={days} value={days}>
              {days === 1 ? "a day" : `${days} days`}
            </option>
          ))}
          <option value="">until it is lifted</option>
        </Select>
      )}
      {kind === "ban" && (
        <Select label="Their comments" name="cleanUp" defaultValue={kept.cleanUp ?? "none"}>
          <option value="none">stay as they are</option>
          <option value="week">of the last seven days come down</option>
          <option value="all">all come down</option>
        </Select>
      )}
      <TextArea
        label="In your words"
        name="explanation"
        rows={2}
        maxLength={1_000}
        defaultValue={kept.explanation}
      />
      <Button look="primary">{VERBS[kind]}</Button>
    </form>
  );
}

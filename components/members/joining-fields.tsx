import styles from "./joining.module.css";
import fieldStyles from "@/components/ui/field.module.css";
import { Choice } from "@/components/ui/field";
import type { FormFlash } from "@/components/ui/form-flash";
import * as t from "#messages/joining";
import { rich } from "@/messages/rich";

/** `drawn` is the sealed time the form was drawn at, `rules` the version of the house rules one agrees to. */
export type Joining = { drawn: string; rules: number; invitation?: string | undefined };

/** What nobody sees of a form to join by: where one comes from, and what a machine trips over. */
export function JoiningFields({ drawn, rules, invitation }: Joining) {
  return (
    <>
      <input type="hidden" name="drawn" value={drawn} />
      <input type="hidden" name="rules" value={rules} />
      {invitation !== undefined && <input type="hidden" name="invitation" value={invitation} />}
      <div className={styles.unseen} aria-hidden="true">
        <label>
          {t.leaveEmpty} <input name="homepage" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  );
}

/** Whoever has agreed and is shown the form again agrees still, unless the rules are others now. */
export function AgreeToRules({ rules, kept }: { rules: number; kept: FormFlash }) {
  const problem = kept?.problems.agreed;
  return (
    <>
      <Choice
        name="agreed"
        required
        defaultChecked={kept?.fields.agreed !== undefined && kept.fields.rules === String(rules)}
        label={rich(t.iAgreeToTheRules, { link: (words) => <a href="/rules">{words}</a> })}
      />
      {problem && <p className={fieldStyles.problem}>{problem}</p>}
    </>
  );
}

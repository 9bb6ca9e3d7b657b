import type { ReactNode } from "react";
import styles from "./joining.module.css";
import fieldStyles from "@/components/ui/field.module.css";
import { Choice } from "@/components/ui/field";
import type { FormFlash } from "@/components/ui/form-flash";
import type { Agreement } from "@/domain/members/joining/joining";
import * as t from "#messages/joining";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

/** `drawn` is the sealed time the form was drawn at, `agreement` what one agrees to. */
export type Joining = { drawn: string; agreement: Agreement; invitation?: string | undefined };

const PARTS = ["rules", "terms", "privacy", "age"] as const;

/** What nobody sees of a form to join by: where one comes from, and what a machine trips over. */
export function JoiningFields({ drawn, agreement, invitation }: Joining) {
  return (
    <>
      <input type="hidden" name="drawn" value={drawn} />
      {PARTS.map((part) => (
        <input key={part} type="hidden" name={part} value={agreement[part]} />
      ))}
      {invitation !== undefined && <input type="hidden" name="invitation" value={invitation} />}
      <div className={styles.unseen} aria-hidden="true">
        <label>
          {t.leaveEmpty} <input name="homepage" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  );
}

/** Whoever has agreed and is shown the form again agrees still, unless it is to something else now. */
export function AgreeToRules({ agreement, kept }: { agreement: Agreement; kept: FormFlash }) {
  const same = kept !== null && PARTS.every((part) => kept.fields[part] === String(agreement[part]));
  const link = (href: string) => (words: ReactNode) => <a href={href}>{words}</a>;
  return (
    <>
      <Choice
        name="agreed"
        required
        defaultChecked={same && kept.fields.agreed !== undefined}
        label={rich(t.iAgreeToTheRules, {
          rules: link("/rules"),
          terms: link("/terms"),
          privacy: link("/privacy"),
        })}
      />
      <Problem sentence={kept?.problems.agreed} />
      {agreement.age > 0 && (
        <Choice
          name="ofAge"
          required
          defaultChecked={same && kept.fields.ofAge !== undefined}
          label={say(t.iAmOfAge, { age: agreement.age })}
        />
      )}
      <Problem sentence={kept?.problems.ofAge} />
    </>
  );
}

const Problem = ({ sentence }: { sentence: string | undefined }) =>
  sentence === undefined ? null : <p className={fieldStyles.problem}>{sentence}</p>;

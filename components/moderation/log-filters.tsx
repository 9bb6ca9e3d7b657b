import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { ACTIONS } from "@/domain/moderation/decisions/decision";
import type { LogQuery } from "@/domain/moderation/log/schema";
import fields from "@/components/ui/field-grid.module.css";
import folds from "@/components/ui/fold.module.css";
import * as t from "#messages/offices";
import { say } from "@/messages/say";

type Props = { query: LogQuery; /** Whoever reads the log with names may ask for one. */ named?: boolean };

/** A plain form that asks for the same log again, narrower. */
export function LogFilters({ query: { action, member, moderator }, named = false }: Props) {
  const narrowed = [action, member, moderator].some((value) => value !== undefined);
  return (
    <details className={folds.quiet} open={narrowed}>
      <summary>{t.filter}</summary>
      <form action="/moderation/log" role="search" className={fields.grid}>
        <Select label={t.decision} name="action" defaultValue={action}>
          <option value="">{t.anyDecision}</option>
          {ACTIONS.map((one) => (
            <option key={one} value={one}>
              {say(t.decisionAlone, { action: one })}
            </option>
          ))}
        </Select>
        {named && (
          <>
            <Handle label={t.aboutMember} name="member" value={member} />
            <Handle label={t.byModerator} name="moderator" value={moderator} />
          </>
        )}
        <Button>{t.show}</Button>
      </form>
    </details>
  );
}

const Handle = ({ label, name, value }: { label: string; name: string; value: string | undefined }) => (
  <Field label={label} name={name} defaultValue={value} placeholder={t.handle} autoCapitalize="none" />
);

import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { checks } from "@/domain/moderation/checks/checks";
import type { QueueQuery } from "@/domain/moderation/queue/schema";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { deskPath, isNarrowed } from "./desk-path";
import fields from "@/components/ui/field-grid.module.css";
import folds from "@/components/ui/fold.module.css";
import * as t from "#messages/desk";
import { rich } from "@/messages/rich";

type Filters = Partial<Pick<QueueQuery, "q" | "article" | "member" | "rule" | "reason" | "age">> &
  Pick<QueueQuery, "queue">;

/** A plain form that asks for the same page again, narrower. */
export function QueueFilters({ query, rules }: { query: Filters; rules: HouseRule[] }) {
  const { queue, q, article, member, rule, reason, age } = query;
  return (
    <details className={folds.quiet} open={isNarrowed(query)} data-search="">
      <summary>{rich(t.searchAndFilter, { value: <kbd className="needs-script">/</kbd> })}</summary>
      {isNarrowed(query) && (
        <p>
          {rich(t.itStaysInTheOtherQueues, { link: (words) => <a href={deskPath({ queue })}>{words}</a> })}
        </p>
      )}
      <form action="/moderation" role="search" className={fields.grid}>
        <input type="hidden" name="queue" value={queue} />
        <Field label={t.wordsInTheText} type="search" name="q" defaultValue={q} />
        <Field
          label={t.member}
          name="member"
          defaultValue={member}
          placeholder={t.handle}
          autoCapitalize="none"
        />
        <Field
          label={t.article}
          name="article"
          defaultValue={article}
          placeholder={t.itsAddress}
          autoCapitalize="none"
        />
        <Select label={t.heldBy} name="rule" defaultValue={rule}>
          <option value="">{t.anyCheck}</option>
          {checks.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
        <Select label={t.reportedAs} name="reason" defaultValue={reason}>
          <option value="">{t.anyReason}</option>
          {rules.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
        <Select label={t.pendingFor} name="age" defaultValue={age}>
          <option value="">{t.anyTime}</option>
          <option value="1">{t.anHourOrMore}</option>
          <option value="24">{t.aDayOrMore}</option>
          <option value="168">{t.aWeekOrMore}</option>
        </Select>
        <Button>{t.show}</Button>
      </form>
    </details>
  );
}

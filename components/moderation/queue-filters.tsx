import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { checks } from "@/domain/moderation/checks/checks";
import type { QueueQuery } from "@/domain/moderation/queue/schema";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import fields from "@/components/ui/field-grid.module.css";
import folds from "@/components/ui/fold.module.css";

type Filters = Partial<Pick<QueueQuery, "q" | "article" | "member" | "rule" | "reason" | "age">> &
  Pick<QueueQuery, "queue">;

/** A plain form that asks for the same page again, narrower. */
export function QueueFilters({ query, rules }: { query: Filters; rules: HouseRule[] }) {
  const { queue, q, article, member, rule, reason, age } = query;
  const narrowed = [q, article, member, rule, reason, age].some((value) => value !== undefined);
  return (
    <details className={folds.quiet} open={narrowed} data-search="">
      <summary>
        Search and narrow down <kbd className="needs-script">/</kbd>
      </summary>
      <form action="/moderation" role="search" className={fields.grid}>
        <input type="hidden" name="queue" value={queue} />
        <Field label="Words in the text" type="search" name="q" defaultValue={q} />
        <Field
          label="Member"
          name="member"
          defaultValue={member}
          placeholder="handle"
          autoCapitalize="none"
        />
        <Field
          label="Article"
          name="article"
          defaultValue={article}
          placeholder="its-address"
          autoCapitalize="none"
        />
        <Select label="Held by" name="rule" defaultValue={rule}>
          <option value="">any check</option>
          {checks.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
        <Select label="Reported as" name="reason" defaultValue={reason}>
          <option value="">anything</option>
          {rules.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
        <Select label="Has waited" name="age" defaultValue={age}>
          <option value="">any time</option>
          <option value="1">an hour or more</option>
          <option value="24">a day or more</option>
          <option value="168">a week or more</option>
        </Select>
        <Button>Show</Button>
      </form>
    </details>
  );
}

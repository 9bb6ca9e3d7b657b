import { Button } from "@/components/ui/button";
import { Diff } from "@/components/ui/diff";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/field";
import fieldGrid from "@/components/ui/field-grid.module.css";
import sections from "@/components/ui/section.module.css";
import { readableMoment } from "@/components/ui/time-format";
import {
  revisionsPath,
  type Comparison,
  type FieldChange,
  type ListedRevision,
} from "@/domain/articles/revisions/revision";
import { labelOf } from "./field-labels";
import * as t from "#messages/publishing";
import { say } from "@/messages/say";

/** Which two revisions are compared: a plain form, whose answer is this page again. */
export function CompareForm({
  slug,
  revisions,
  compared: { from, to },
}: {
  slug: string;
  revisions: ListedRevision[];
  compared: Pick<Comparison, "from" | "to">;
}) {
  const options = revisions.map(({ number, at }) => (
    <option key={number} value={number}>
      {say(t.revisionOfMoment, { number, when: readableMoment(at) })}
    </option>
  ));
  return (
    <form method="get" action={revisionsPath(slug)} className={fieldGrid.grid}>
      <Select label={t.compareFrom} name="from" defaultValue={from}>
        {options}
      </Select>
      <Select label={t.compareTo} name="to" defaultValue={to}>
        {options}
      </Select>
      <Button>{t.compare}</Button>
    </form>
  );
}

/** What changed, field by field: struck through what went, underlined what came. */
export function ComparisonView({
  comparison: { from, to, changes },
  language,
}: {
  comparison: Comparison;
  language: string;
}) {
  return (
    <section className={sections.section} aria-labelledby="changes">
      <h2 id="changes">{say(t.changesBetween, { from, to })}</h2>
      {changes.length === 0 ? (
        <EmptyState>{t.noChanges}</EmptyState>
      ) : (
        <Changes changes={changes} language={language} />
      )}
    </section>
  );
}

export const Changes = ({ changes, language }: { changes: FieldChange[]; language: string }) =>
  changes.map(({ field, parts }) => (
    <section key={field} aria-labelledby={`changed-${field}`}>
      <h3 id={`changed-${field}`}>{labelOf(field)}</h3>
      <Diff parts={parts} language={language} />
    </section>
  ));

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Time } from "@/components/ui/time";
import { ACTIONS, DONE } from "@/domain/moderation/decisions/decision";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { DSA_FIELDS } from "@/domain/moderation/transparency/dsa";
import type { Counted, TransparencyReport } from "@/domain/moderation/transparency/report";
import { ruleTitle } from "./sentences";
import fields from "@/components/ui/field-grid.module.css";
import sections from "@/components/ui/section.module.css";
import tables from "@/components/ui/table.module.css";

const SOURCES: Record<string, string> = {
  report: "reports by readers",
  notice: "notices under the law",
  check: "a check that asked for a look",
  own: "moderators' own initiative",
};

/** A period in figures, each of which can be recounted from the public log. */
export function TransparencyFigures({ report, rules }: { report: TransparencyReport; rules: HouseRule[] }) {
  const { from, to, restrictions, dsa, relief, reports, notices, appeals, sanctions, medianSecondsToDecide } =
    report;
  const last = new Date(new Date(to).getTime() - 1).toISOString();
  const days = new URLSearchParams({ from: from.slice(0, 10), to: last.slice(0, 10) }).toString();
  const rule = (key: string) => ruleTitle(rules, key) ?? key;
  return (
    <>
      <p>
        From <Time at={from} /> to <Time at={last} />, by what the log of moderation says. No machine decides
        here: of {restrictions.total} restrictions {restrictions.automatedDecision} were automated, and in{" "}
        {restrictions.automatedDetection} a check had asked a person to look.
      </p>
      <form action="/moderation/report" className={fields.grid}>
        <Field label="From" type="date" name="from" defaultValue={from.slice(0, 10)} />
        <Field label="To" type="date" name="to" defaultValue={last.slice(0, 10)} />
        <Button>Show</Button>
      </form>
      <Table caption="Restrictions, by what they do" counts={restrictions.byAction} word={actionWord} />
      <Table caption="Restrictions, by the rule they rest on" counts={restrictions.byGround} word={rule} />
      <Table
        caption="Restrictions, by what led to them"
        counts={restrictions.bySource}
        word={(key) => SOURCES[key] ?? key}
      />
      <Table caption="Decisions that let stand, let appear or took back" counts={relief} word={actionWord} />
      <Table caption={`Reports: ${reports.received}`} counts={reports.byReason} word={rule} />
      <p>
        Upheld: {reports.upheld}; dismissed: {reports.dismissed}; still open: {reports.open}. Notices under
        the law among them: {notices.received}.{" "}
        {medianSecondsToDecide !== null && (
          <>Half of those decided were decided within {duration(medianSecondsToDecide)}.</>
        )}
      </p>
      <h2 className={sections.section}>Appeals</h2>
      <p>
        Made: {appeals.received}. Right: {appeals.upheld}; not: {appeals.refused}; still open: {appeals.open}.{" "}
        {appeals.medianSecondsToAnswer !== null && (
          <>Half of those answered were answered within {duration(appeals.medianSecondsToAnswer)}.</>
        )}
      </p>
      <Table caption="Sanctions of members" counts={sanctions} word={(key) => key} />
      <details className={sections.section}>
        <summary>The restrictions in the words of the EU’s DSA Transparency Database</summary>
        {DSA_FIELDS.map((field) => (
          <Table key={field} caption={field} counts={dsa[field]} word={(key) => key} />
        ))}
      </details>
      <p className={sections.section}>
        To take along: these figures as <a href={`/api/v1/moderation/report?${days}`}>JSON</a> and{" "}
        <a href={`/api/v1/moderation/report.csv?${days}`}>CSV</a>; every restriction in the field names of the
        EU’s DSA Transparency Database, as <a href={`/api/v1/moderation/statements?${days}`}>JSON</a> and{" "}
        <a href={`/api/v1/moderation/statements.csv?${days}`}>CSV</a>.
      </p>
    </>
  );
}

function Table({
  caption,
  counts,
  word,
}: {
  caption: string;
  counts: Counted;
  word: (key: string) => string;
}) {
  if (counts.length === 0) return null;
  return (
    <table className={`${tables.table} ${sections.section}`}>
      <caption className={tables.caption}>{caption}</caption>
      <tbody>
        {counts.map(({ key, count }) => (
          <tr key={key}>
            <th scope="row">{word(key)}</th>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function actionWord(key: string): string {
  const action = ACTIONS.find((one) => one === key);
  if (action === "undo") return "taken back";
  return action ? DONE[action] : key;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} minutes`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} hours`;
  return `${Math.round(seconds / 86_400)} days`;
}

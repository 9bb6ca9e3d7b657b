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
import * as t from "#messages/transparency";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

const SOURCES: Record<string, string> = {
  report: t.reportsByReaders,
  notice: t.reportsOfIllegalContent,
  check: t.byACheck,
  own: t.moderatorsOwnInitiative,
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
        {rich(t.fromToByWhatTheLog, {
          when: <Time at={from} />,
          when2: <Time at={last} />,
          total: restrictions.total,
          automatedDecision: restrictions.automatedDecision,
          automatedDetection: restrictions.automatedDetection,
        })}
      </p>
      <form action="/moderation/report" className={fields.grid}>
        <Field label={t.from} type="date" name="from" defaultValue={from.slice(0, 10)} />
        <Field label={t.to} type="date" name="to" defaultValue={last.slice(0, 10)} />
        <Button>{t.show}</Button>
      </form>
      <Table caption={t.restrictionsByWhat} counts={restrictions.byAction} word={actionWord} />
      <Table caption={t.restrictionsByTheRule} counts={restrictions.byGround} word={rule} />
      <Table
        caption={t.restrictionsByWhatLedToThem}
        counts={restrictions.bySource}
        word={(key) => SOURCES[key] ?? key}
      />
      <Table caption={t.approvalsAndReversals} counts={relief} word={actionWord} />
      <Table
        caption={say(t.reportsReceived, { received: reports.received })}
        counts={reports.byReason}
        word={rule}
      />
      <p>
        {rich(t.upheldDismissed, {
          upheld: reports.upheld,
          dismissed: reports.dismissed,
          open: reports.open,
          received: notices.received,
          medianSecondsToDecide: medianSecondsToDecide !== null && (
            <>
              {say(t.halfOfThoseDecidedWereDecided, {
                medianSecondsToDecide: duration(medianSecondsToDecide),
              })}
            </>
          ),
        })}
      </p>
      <h2 className={sections.section}>{t.appeals}</h2>
      <p>
        {rich(t.appealsReceived, {
          received: appeals.received,
          upheld: appeals.upheld,
          refused: appeals.refused,
          open: appeals.open,
          medianSecondsToAnswer: appeals.medianSecondsToAnswer !== null && (
            <>
              {say(t.halfOfThoseAnsweredWereAnswered, {
                medianSecondsToAnswer: duration(appeals.medianSecondsToAnswer),
              })}
            </>
          ),
        })}
      </p>
      <Table caption={t.sanctionsOfMembers} counts={sanctions} word={(key) => key} />
      <details className={sections.section}>
        <summary>{t.theRestrictionsInTheWords}</summary>
        {DSA_FIELDS.map((field) => (
          <Table key={field} caption={field} counts={dsa[field]} word={(key) => key} />
        ))}
      </details>
      <p className={sections.section}>
        {rich(t.downloads, {
          link: (words) => <a href={`/api/v1/moderation/report?${days}`}>{words}</a>,
          link2: (words) => <a href={`/api/v1/moderation/report.csv?${days}`}>{words}</a>,
          link3: (words) => <a href={`/api/v1/moderation/statements?${days}`}>{words}</a>,
          link4: (words) => <a href={`/api/v1/moderation/statements.csv?${days}`}>{words}</a>,
        })}
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
  if (action === "undo") return t.reversed;
  return action ? DONE[action] : key;
}

function duration(seconds: number): string {
  if (seconds < 90) return say(t.secondsSeconds, { seconds: Math.round(seconds) });
  if (seconds < 5_400) return say(t.secondsMinutes, { seconds: Math.round(seconds / 60) });
  if (seconds < 172_800) return say(t.secondsHours, { seconds: Math.round(seconds / 3_600) });
  return say(t.secondsDays, { seconds: Math.round(seconds / 86_400) });
}

import { csvCell } from "@/domain/csv-cell";
import { DSA_FIELDS, dsaStatement, type DsaField } from "./dsa";
import type { Action, Source } from "@/domain/moderation/decisions/decision";
import type { Counted, TransparencyReport } from "./report";

/** So many restrictions that are alike in what the EU's database asks of each. */
export type RestrictionGroup = {
  action: Action;
  ground: string;
  source: Source;
  detected: boolean;
  count: number;
};

/** The restrictions of a period by the fields of the EU's database. A field that says nothing of a restriction does not count it. */
export function byDsaField(restrictions: RestrictionGroup[]): Record<DsaField, Counted> {
  const tallies = new Map(DSA_FIELDS.map((field) => [field, new Map<string, number>()]));
  for (const { action, ground, source, detected, count } of restrictions) {
    const statement = dsaStatement({
      ...NOBODYS,
      action,
      ground,
      statement: { source, automatedDetection: detected },
    });
    for (const [field, tally] of tallies)
      for (const value of [statement[field] ?? []].flat()) tally.set(value, (tally.get(value) ?? 0) + count);
  }
  const counted = (field: DsaField): Counted =>
    [...(tallies.get(field) ?? [])]
      .map(([key, count]) => ({ key, count }))
      .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
  return {
    decision_visibility: counted("decision_visibility"),
    decision_account: counted("decision_account"),
    decision_provision: counted("decision_provision"),
    decision_ground: counted("decision_ground"),
    category: counted("category"),
    source_type: counted("source_type"),
    automated_detection: counted("automated_detection"),
    automated_decision: counted("automated_decision"),
  };
}

/** What no figure depends on. */
const NOBODYS = { id: "", at: new Date(0), rule: null, rulesVersion: 1, contentAt: null, site: "" };

export type Figure = { figure: string; value: string; count: number | null };

/** A whole report as lines: what is counted, of what, how many. Seconds where the figure says so; null where there is none. */
export function figuresOf(report: TransparencyReport): Figure[] {
  const { restrictions, dsa, relief, reports, notices, appeals, sanctions } = report;
  const many = (figure: string, counts: Counted) =>
    counts.map(({ key, count }) => ({ figure, value: key, count }));
  const one = (figure: string, count: number | null) => ({ figure, value: "", count });
  return [
    one("restrictions", restrictions.total),
    ...DSA_FIELDS.flatMap((field) => many(field, dsa[field])),
    ...many("restriction_action", restrictions.byAction),
    ...many("restriction_house_rule", restrictions.byGround),
    ...many("restriction_source", restrictions.bySource),
    ...many("relief_action", relief),
    one("reports", reports.received),
    one("reports_upheld", reports.upheld),
    one("reports_dismissed", reports.dismissed),
    one("reports_open", reports.open),
    ...many("report_reason", reports.byReason),
    one("notices", notices.received),
    ...many("notice_law", notices.byLaw),
    one("median_seconds_to_decide", report.medianSecondsToDecide),
    one("appeals", appeals.received),
    one("appeals_upheld", appeals.upheld),
    one("appeals_refused", appeals.refused),
    one("appeals_open", appeals.open),
    one("median_seconds_to_answer", appeals.medianSecondsToAnswer),
    ...many("sanctions", sanctions),
  ];
}

/** RFC 4180, with the period in each line, so that several reports can be put under each other. */
export function figuresAsCsv(report: TransparencyReport): string {
  const lines = figuresOf(report).map(({ figure, value, count }) =>
    [report.from, report.to, figure, csvCell(value), count ?? ""].join(","),
  );
  return ["from,to,figure,value,count", ...lines].join("\r\n") + "\r\n";
}

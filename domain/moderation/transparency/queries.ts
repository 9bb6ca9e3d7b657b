import "server-only";

import { isModerator, type Member } from "@/domain/members/member";
import {
  actionOf,
  APPOINTMENTS,
  RESTRICTIONS,
  SOURCES,
  type Action,
} from "@/domain/moderation/decisions/decision";
import { KeptStatement } from "@/domain/moderation/decisions/schema";
import { rulesOf } from "@/domain/moderation/rules/queries";
import { ruleOf } from "@/domain/moderation/rules/rules";
import { currentSettings } from "@/domain/moderation/settings/queries";
import { dsaStatement, type DsaStatement } from "./dsa";
import { byDsaField, type RestrictionGroup } from "./figures";
import type { Counted, TransparencyReport } from "./report";
import { database, literalNumber, Prisma } from "@/platform/database";
import { env } from "@/platform/env";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/transparency";

type Period = { from: Date; to: Date };

/** Where the site keeps its log to itself, its report is for moderators too. */
async function mustBeOpenTo(viewer: Member | null): Promise<void> {
  if (!isModerator(viewer) && !(await currentSettings()).publicLog) throw new NotFound(t.thisSiteKeepsItsLog);
}

/** Ends in a restriction, in the period; a rejection that an undo brought back is one. */
const restrictions = ({ from, to }: Period) => Prisma.sql`
  d.at >= ${from} AND d.at < ${to} AND (d.action = ANY(${[...RESTRICTIONS]}) OR d.after IS NOT DISTINCT FROM 'rejected')`;

/** Neither limits anybody nor takes a limit away. */
const NO_RELIEF: Action[] = ["message", ...APPOINTMENTS];

/** What was decided in a period, from the log and the reports. */
export async function transparencyReport(
  { from, to }: Period,
  viewer: Member | null,
): Promise<TransparencyReport> {
  await mustBeOpenTo(viewer);
  const groups = await decisionGroups({ from, to });
  const limiting = groups.filter(({ limits }) => limits);
  const easing = groups.filter(({ limits, action }) => !limits && !NO_RELIEF.some((one) => one === action));
  const [byAction, byDetection, byDecision] = [
    tallied(limiting, "action"),
    tallied(limiting, "detection"),
    tallied(limiting, "decision"),
  ];
  const reported = Prisma.sql`r.at >= ${from} AND r.at < ${to}`;
  const [byState, byReason, byLaw, sanctions, outcomes, medians] = await Promise.all([
    counted(Prisma.sql`r.state::text`, Prisma.sql`report r`, reported),
    counted(Prisma.sql`r.reason`, Prisma.sql`report r`, reported),
    counted(
      Prisma.sql`r.notice ->> 'law'`,
      Prisma.sql`report r`,
      Prisma.sql`${reported} AND r.notice IS NOT NULL`,
    ),
    counted(Prisma.sql`s.kind`, Prisma.sql`sanction s`, Prisma.sql`s."from" >= ${from} AND s."from" < ${to}`),
    counted(
      Prisma.sql`coalesce(a.outcome, 'open')`,
      Prisma.sql`appeal a`,
      Prisma.sql`a.at >= ${from} AND a.at < ${to}`,
    ),
    medianSeconds({ from, to }),
  ]);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    restrictions: {
      total: sum(byAction),
      byAction,
      byGround: tallied(limiting, "ground"),
      bySource: tallied(limiting, "source"),
      automatedDetection: of(byDetection, "true"),
      automatedDecision: of(byDecision, "true"),
    },
    dsa: byDsaField(limiting.map(restrictionGroup)),
    relief: tallied(easing, "action"),
    reports: {
      received: sum(byState),
      upheld: of(byState, "upheld"),
      dismissed: of(byState, "dismissed"),
      open: of(byState, "open"),
      byReason,
    },
    notices: { received: sum(byLaw), byLaw },
    medianSecondsToDecide: medians.decide,
    appeals: {
      received: sum(outcomes),
      upheld: of(outcomes, "upheld"),
      refused: of(outcomes, "refused"),
      open: of(outcomes, "open"),
      medianSecondsToAnswer: medians.answer,
    },
    sanctions,
  };
}

type DecisionGroup = {
  limits: boolean;
  action: string;
  ground: string | null;
  source: string | null;
  /** As they stand in the statement: "true", "false" or nothing. */
  detection: string | null;
  decision: string | null;
  count: number;
};

/** All that was decided in a period, by what the report tells apart: the log is read once. */
const decisionGroups = (period: Period): Promise<DecisionGroup[]> => database().$queryRaw<DecisionGroup[]>`
  SELECT (${restrictions(period)}) AS limits, d.action, d.ground, d.statement ->> 'source' AS source,
    d.statement ->> 'automatedDetection' AS detection, d.statement ->> 'automatedDecision' AS decision, count(*)::int AS count
  FROM decision d WHERE d.at >= ${period.from} AND d.at < ${period.to} GROUP BY 1, 2, 3, 4, 5, 6`;

/** How many there are of each, most first. */
function tallied(
  groups: readonly DecisionGroup[],
  column: "action" | "ground" | "source" | "detection" | "decision",
): Counted {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const key = group[column] ?? "none";
    counts.set(key, (counts.get(key) ?? 0) + group.count);
  }
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

const restrictionGroup = ({ action, ground, source, detection, count }: DecisionGroup): RestrictionGroup => ({
  action: actionOf(action),
  ground: ground ?? "",
  source: SOURCES.find((one) => one === source) ?? "own",
  detected: detection === "true",
  count,
});

const counted = (column: Prisma.Sql, table: Prisma.Sql, where: Prisma.Sql): Promise<Counted> =>
  database().$queryRaw<Counted>`
    SELECT coalesce(${column}, 'none') AS key, count(*)::int AS count FROM ${table} WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1`;

async function medianSeconds({
  from,
  to,
}: Period): Promise<{ decide: number | null; answer: number | null }> {
  const [row] = await database().$queryRaw<{ decide: number | null; answer: number | null }[]>`
    SELECT (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.at - r.at)::double precision)
        FROM report r JOIN decision d ON d.id = r.decision_id WHERE r.at >= ${from} AND r.at < ${to}) AS decide,
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - at)::double precision)
        FROM appeal WHERE at >= ${from} AND at < ${to} AND answered_at IS NOT NULL) AS answer`;
  return row ?? { decide: null, answer: null };
}

const sum = (counts: Counted): number => counts.reduce((all, { count }) => all + count, 0);
const of = (counts: Counted, key: string): number => counts.find((one) => one.key === key)?.count ?? 0;

/** Statements a page of the export holds. */
const STATEMENTS = 500;

type Row = {
  id: string;
  seq: bigint;
  action: string;
  at: Date;
  ground: string;
  rules_version: number;
  statement: unknown;
  posted_at: Date | null;
};

/** Of two decisions the later may carry the earlier time, by as long as a transaction lasts. */
const lastBefore = (from: Date): Prisma.Sql => Prisma.sql`
  SELECT coalesce((SELECT seq FROM decision WHERE at < ${from}::timestamptz - interval '1 hour' ORDER BY at DESC LIMIT 1), 0)`;

/** Every restriction of a period as the EU's database wants it, in the order of the log; `next` is the last one's number. */
export async function dsaStatements(
  { from, to, after = 0 }: Period & { after?: number },
  viewer: Member | null,
): Promise<{ items: DsaStatement[]; next: string | null }> {
  await mustBeOpenTo(viewer);
  const rows = await database().$queryRaw<Row[]>`
    SELECT d.id, d.seq, d.action, d.at, d.ground, d.rules_version, d.statement, c.posted_at
    FROM decision d LEFT JOIN comment c ON c.id = d.comment_id
    WHERE ${restrictions({ from, to })} AND d.seq > greatest(${after}::bigint, (${lastBefore(from)})) ORDER BY d.seq LIMIT ${literalNumber(STATEMENTS + 1)}`;
  const shown = rows.slice(0, STATEMENTS);
  const versions = new Map(
    await Promise.all(
      [...new Set(shown.map(({ rules_version }) => rules_version))].map(
        async (version) => [version, await rulesOf(version)] as const,
      ),
    ),
  );
  const items = shown.map((row) => {
    const rules = versions.get(row.rules_version);
    return dsaStatement({
      id: row.id,
      action: actionOf(row.action),
      at: row.at,
      ground: row.ground,
      rule: (rules && ruleOf(rules, row.ground)) ?? null,
      rulesVersion: row.rules_version,
      contentAt: row.posted_at,
      statement: KeptStatement.parse(row.statement) ?? {},
      site: env.siteUrl,
    });
  });
  return { items, next: rows.length > STATEMENTS ? String(shown.at(-1)?.seq ?? "") : null };
}

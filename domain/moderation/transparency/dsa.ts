import { csvCell } from "@/domain/csv-cell";
import type { Action, Source, Statement } from "@/domain/moderation/decisions/decision";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import * as t from "#messages/transparency";

/**
 * One restriction in the field names and values of the EU's DSA Transparency Database (transparency.dsa.ec.europa.eu, API as of
 * July 2025). No personal data goes in: the house rule's own sentence stands where a moderator's words to the author were.
 */
export type DsaStatement = {
  puid: string;
  decision_visibility: string[];
  decision_account: string | null;
  decision_provision: string | null;
  decision_ground: "DECISION_GROUND_ILLEGAL_CONTENT" | "DECISION_GROUND_INCOMPATIBLE_CONTENT";
  decision_ground_reference_url: string;
  illegal_content_legal_ground: string | null;
  illegal_content_explanation: string | null;
  incompatible_content_ground: string | null;
  incompatible_content_explanation: string | null;
  incompatible_content_illegal: "Yes" | "No" | null;
  category: string;
  content_type: string[];
  content_date: string | null;
  application_date: string;
  end_date_account_restriction: string | null;
  decision_facts: string;
  source_type: string;
  automated_detection: "Yes" | "No";
  automated_decision: "AUTOMATED_DECISION_NOT_AUTOMATED";
};

/** The fields of the EU's database that a report counts by. */
export const DSA_FIELDS = [
  "decision_visibility",
  "decision_account",
  "decision_provision",
  "decision_ground",
  "category",
  "source_type",
  "automated_detection",
  "automated_decision",
] as const satisfies readonly (keyof DsaStatement)[];
export type DsaField = (typeof DSA_FIELDS)[number];

export type Restriction = {
  id: string;
  action: Action;
  at: Date;
  ground: string;
  rule: HouseRule | null;
  rulesVersion: number;
  contentAt: Date | null;
  statement: Partial<Statement>;
  site: string;
};

export function dsaStatement({
  id,
  action,
  at,
  ground,
  rule,
  rulesVersion,
  contentAt,
  statement,
  site,
}: Restriction): DsaStatement {
  const illegal = ground === "illegal";
  const until = statement.until?.slice(0, 10) ?? null;
  const title = rule?.title ?? ground;
  const sentence = rule?.sentence ?? "";
  return {
    puid: id,
    decision_visibility: VISIBILITY[action] ? [VISIBILITY[action]] : [],
    decision_account:
      action === "suspend"
        ? "DECISION_ACCOUNT_SUSPENDED"
        : action === "ban"
          ? "DECISION_ACCOUNT_TERMINATED"
          : null,
    decision_provision:
      action === "watch" || action === "slow" ? "DECISION_PROVISION_PARTIAL_SUSPENSION" : null,
    decision_ground: illegal ? "DECISION_GROUND_ILLEGAL_CONTENT" : "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    decision_ground_reference_url: `${site}/rules?version=${rulesVersion}#${ground}`,
    illegal_content_legal_ground: illegal ? title : null,
    illegal_content_explanation: illegal ? sentence : null,
    incompatible_content_ground: illegal ? null : title,
    incompatible_content_explanation: illegal ? null : sentence,
    incompatible_content_illegal: illegal ? null : t.no,
    category: CATEGORIES[ground] ?? "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
    content_type: ["CONTENT_TYPE_TEXT"],
    content_date: contentAt?.toISOString().slice(0, 10) ?? null,
    application_date: at.toISOString().slice(0, 10),
    end_date_account_restriction: action === "suspend" || action === "ban" ? until : null,
    decision_facts: statement.facts ?? "",
    source_type: SOURCE_TYPES[statement.source ?? "own"],
    automated_detection: statement.automatedDetection ? t.yes : t.no,
    automated_decision: "AUTOMATED_DECISION_NOT_AUTOMATED",
  };
}

const VISIBILITY: Partial<Record<Action, string>> = {
  reject: "DECISION_VISIBILITY_CONTENT_DISABLED",
  undo: "DECISION_VISIBILITY_CONTENT_DISABLED",
  hold: "DECISION_VISIBILITY_CONTENT_DISABLED",
  reset: "DECISION_VISIBILITY_CONTENT_REMOVED",
  lock: "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED",
};

const SOURCE_TYPES: Record<Source, string> = {
  notice: "SOURCE_ARTICLE_16",
  report: "SOURCE_TYPE_OTHER_NOTIFICATION",
  check: "SOURCE_VOLUNTARY",
  own: "SOURCE_VOLUNTARY",
};

/** Of the rules a site begins with; a site's own rules are violations of its terms. */
const CATEGORIES: Record<string, string> = {
  hate: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
  person: "STATEMENT_CATEGORY_CYBER_VIOLENCE",
  privacy: "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
  illegal: "STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE",
};

export function asCsv(statements: DsaStatement[]): string {
  const names = statements[0] ? Object.keys(statements[0]) : [];
  const rows = statements.map((statement) =>
    Object.values(statement).map((value) => csvCell(Array.isArray(value) ? value.join(",") : (value ?? ""))),
  );
  return [names.join(","), ...rows.map((row) => row.join(","))].join("\r\n") + "\r\n";
}

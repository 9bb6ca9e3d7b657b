import "server-only";

import { REDRESS, type CommentAction, type Source } from "./decision";
import type { Change, Stands } from "./write";
import { currentRules } from "@/domain/moderation/rules/queries";
import { ruleOf } from "@/domain/moderation/rules/rules";
import type { Database } from "@/platform/database";
import { Unacceptable } from "@/platform/refusal";
import * as t from "#messages/decisions";
import { say } from "@/messages/say";

type Reasons = Pick<Change, "ground" | "statement">;
type Why = { action: CommentAction; ground?: string | undefined; explanation: string };

/**
 * Ground and statement of reasons for each comment (by id), for what restricts; empty for what does not.
 * @throws Unacceptable (422) when no house rule is named
 */
export async function reasonsFor(tx: Database, why: Why, comments: Stands[]): Promise<Map<string, Reasons>> {
  if (why.action === "approve" || why.action === "restore") return new Map();
  const rules = await currentRules();
  const rule = why.ground === undefined ? undefined : ruleOf(rules, why.ground);
  if (!rule)
    throw new Unacceptable(t.chooseTheRuleItBreaks, {
      ground: t.pleaseChooseARule,
    });
  const sources = await sourcesOf(tx, comments);
  return new Map(
    comments.map((comment) => {
      const known = sources.get(comment.id);
      const statement = {
        scope: why.action === "hold" ? t.thisCommentIsNotShownWhile : t.thisCommentIsNotShown,
        until: null,
        facts: say(t.theTextOfTheComment, { title: known?.title ?? "", revision: comment.revision }),
        source: known?.source ?? "own",
        automatedDetection: known?.detected ?? false,
        automatedDecision: false as const,
        explanation: why.explanation || rule.sentence,
        redress: REDRESS,
      };
      return [comment.id, { ground: { key: rule.key, version: rules.version }, statement }] as const;
    }),
  );
}

type Known = { title: string; source: Source; detected: boolean };

/** What led to each comment's being looked at: a notice or report about it, a check that found something, or neither. */
async function sourcesOf(tx: Database, comments: Stands[]): Promise<Map<string, Known>> {
  const ids = comments.map(({ id }) => id);
  const rows = await tx.$queryRaw<
    { id: string; title: string | null; reported: boolean; noticed: boolean; detected: boolean }[]
  >`
    SELECT c.id, (SELECT title FROM article_revision r WHERE r.article_id = c.article_id ORDER BY number DESC LIMIT 1) AS title,
      c.open_reports > 0 AS reported,
      EXISTS (SELECT FROM report r WHERE r.comment_id = c.id AND r.state = 'open' AND r.notice IS NOT NULL) AS noticed,
      EXISTS (SELECT FROM finding f WHERE f.comment_id = c.id AND f.revision = c.revision AND f.undone_at IS NULL) AS detected
    FROM comment c WHERE c.id = ANY(${ids}::uuid[])`;
  return new Map(
    rows.map(({ id, title, reported, noticed, detected }) => {
      const source: Source = noticed ? "notice" : reported ? "report" : detected ? "check" : "own";
      return [id, { title: title ?? "", source, detected }];
    }),
  );
}

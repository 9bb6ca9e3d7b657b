import "server-only";

import type { Finding, Submission, Verdict, CheckContext } from "./checks/check";
import { checks } from "./checks/checks";
import { askOutside } from "./checks/external/external";
import { gatherContext, type ContextRow } from "./checks/check-context";
import type { Database } from "@/platform/database";
import { TooMany, Unacceptable } from "@/platform/refusal";

export type Review = {
  /** The state the text may be posted in. For an edit: `held` when it must be looked at again. */
  state: "visible" | "held";
  findings: Finding[];
};

/**
 * Reads a text before it is posted: every check in order. What it found is kept as `finding` rows beside the comment. `around` is
 * what the caller has asked the database for already.
 * Throws Unacceptable (422) or TooMany (429) for what is certain; everything doubtful is held for a person.
 */
export async function review(tx: Database, submission: Submission, around?: ContextRow): Promise<Review> {
  const writing = await gatherContext(tx, submission, around);
  const findings = readAll(writing);
  const outside = await askOutside(submission.text, submission.editing ?? null);
  if (outside) findings.push(outside);
  return { state: findings.some(({ effect }) => effect === "hold") ? "held" : "visible", findings };
}

/** What all checks that are switched on say of a text; pure, and the same for a text of last year. */
export function readAll(writing: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const check of checks) {
    if (writing.settings.off.includes(check.key)) continue;
    const verdict = check.look(writing);
    if (verdict?.effect === "refuse") refuse(verdict);
    else if (verdict) findings.push({ rule: check.key, effect: verdict.effect, reason: verdict.reason });
  }
  return findings;
}

function refuse({ reason, wait }: Verdict): never {
  if (wait !== undefined) throw new TooMany(reason, wait);
  throw new Unacceptable(reason, { body: reason });
}

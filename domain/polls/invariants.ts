import "server-only";

import { database } from "@/platform/database";
import type { Invariant, Difference } from "@/platform/invariant";

/** The ballot box looks at itself, for only it may; a rule that holds tells no count. */
const RULES: Record<string, string> = {
  tally: "a poll's tally is the number of its votes, option by option",
  log: "the last change of every member is the vote they hold",
  moved: "a batch counts the members whose vote differs from the last one",
  taken: "no detached poll has crossed off more members than it counts ballots",
  smallest: "no published count is of fewer than five votes",
  still: "where nobody moved, the published counts are the tally",
  sides: "a comment's batch counts the members whose reaction differs from the last one",
  minds: "a comment's mark counts the published mind-changes that name it",
  buckets: "no bucket of opinion over time is of fewer than ten people",
};

type BrokenRule = Difference & { rule: string };

export const invariants: readonly Invariant[] = Object.entries(RULES).map(([rule, name]) => ({
  name,
  run: async () => {
    const found = await database().$queryRaw<BrokenRule[]>`
      SELECT rule, place AS "where", stored, counted FROM (SELECT * FROM check_ballots() UNION ALL SELECT * FROM check_debates()) c WHERE rule = ${rule}`;
    return found.map(({ where, stored, counted }) => ({ where, stored, counted }));
  },
}));

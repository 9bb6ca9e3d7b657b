import "server-only";

import { asPublisher, database } from "@/platform/database";
import type { Invariant, Difference } from "@/platform/invariant";
import * as t from "#messages/polls";

/** The ballot box looks at itself, for only it may; a rule that holds tells no count. The site could break one to be told. */
const RULES: Record<string, string> = {
  tally: t.aPollsTallyIsTheNumber,
  log: t.theLastChangeOfEveryMember,
  moved: t.aBatchCountsTheMembersWhose,
  taken: t.noDetachedPollHasCrossed,
  smallest: t.noPublishedCountIsOfFewer,
  still: t.whereNobodyMoved,
  sides: t.aCommentsBatchCountsTheMembers,
  minds: t.aCommentsMarkCountsThePublished,
  buckets: t.noBucketOfOpinionOverTime,
};

type BrokenRule = Difference & { rule: string };

export const invariants: readonly Invariant[] = Object.entries(RULES).map(([rule, name]) => ({
  name,
  run: async () => {
    const found = await asPublisher(
      () => database().$queryRaw<BrokenRule[]>`
        SELECT rule, place AS "where", stored, counted FROM (SELECT * FROM check_ballots(${rule}) UNION ALL SELECT * FROM check_debates(${rule})) c
        WHERE rule = ${rule}`,
    );
    return found.map(({ where, stored, counted }) => ({ where, stored, counted }));
  },
}));

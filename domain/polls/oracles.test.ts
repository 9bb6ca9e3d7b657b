import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { effort } from "@/test/effort";
import { closePair, openPair, searchOracle, type Pair } from "@/test/oracles/search";
import { copyTemplate } from "@/test/server";

/*
 * The site's role is given sequences of everything it may ask for, in two databases in which two members have each other's vote: what
 * it reads must be the same in both. `npm run test:long` searches for two minutes.
 */
const SEED = 20_261_129;

let copies = 0;
async function aPair(...changes: string[]): Promise<Pair> {
  const urls = [0, 0].map(() => copyTemplate(inject("testServer"), `oracle_${++copies}`));
  const [left, right] = [await urls[0], await urls[1]];
  for (const url of [left, right]) {
    const owner = new Client({ connectionString: url });
    await owner.connect();
    for (const change of changes) await owner.query(change);
    await owner.end();
  }
  return openPair([left ?? "", right ?? ""]);
}

describe("nothing that the site's role can read changes with one member's vote", () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await aPair();
  });
  afterAll(() => closePair(pair));

  test("whatever it votes, reacts, writes, erases, publishes and rolls back", async () => {
    expect(await searchOracle(pair, { runs: 40, seed: SEED })).toBeNull();
  });
});

/** Functions as they would be with one thing taken away. What is not there any more would leave no hole, and a search without end. */
function without(file: string, ...changes: [wall: string | RegExp, hole: string][]): string {
  let text = readFileSync(`prisma/functions/${file}.sql`, "utf8");
  for (const [wall, hole] of changes) {
    const open = text.replace(wall, hole);
    if (open === text) throw new Error(`${file}.sql has no ${String(wall)} any more.`);
    text = open;
  }
  return text;
}

/** Each wall taken away again: what the search is worth. */
const HOLES: [string, string[]][] = [
  [
    "a reaction for anybody, and figures by side published at will and without a crowd",
    [
      "GRANT INSERT, DELETE ON reaction TO moot_app",
      "GRANT EXECUTE ON FUNCTION publish_sides TO moot_app",
      "GRANT SELECT ON published_side TO moot_app",
      "UPDATE threshold SET value = CASE name WHEN 'side_batch' THEN 1 ELSE 0 END WHERE name IN ('side_batch', 'jitter_seconds', 'established_seconds', 'established_comments')",
    ],
  ],
  [
    "an account erased by naming it, and counts published at will",
    ["GRANT UPDATE (erased_at) ON member TO moot_app", "GRANT EXECUTE ON FUNCTION publish_tally TO moot_app"],
  ],
  ["a stance written for anybody", ["GRANT UPDATE (stance) ON comment TO moot_app"]],
  [
    "a vote that locks the row of its option, as a foreign key does",
    [
      "ALTER TABLE vote ADD CONSTRAINT vote_names_an_option FOREIGN KEY (poll_id, option_key) REFERENCES poll_option (poll_id, key)",
    ],
  ],
  [
    "a reaction that leaves another row where its member stands on a side",
    [
      without("reactions", [
        "AND NOT p.detached\n    RETURNING",
        `AND NOT p.detached AND EXISTS (SELECT FROM vote v JOIN poll_option o ON o.poll_id = v.poll_id AND o.key = v.option_key AND o.side
           WHERE v.poll_id = p.id AND v.member_id = who) RETURNING`,
      ]),
    ],
  ],
  [
    "a ballot kept apart from names that waits only for those of its answer",
    ["CREATE OR REPLACE FUNCTION hold_loose_ballots(the_poll uuid) RETURNS void LANGUAGE sql AS 'SELECT'"],
  ],
  [
    "a change of vote that is felt on the rows of its answers alone",
    [without("ballots", ["SET moved = moved + step WHERE", "SET moved = moved + step WHERE step <> 0 AND"])],
  ],
  [
    "a mark of two answers that is written anew with each vote",
    [
      without(
        "ballots",
        [/\n +AND stance_outdated IS DISTINCT FROM [^;]+;/, ";"],
        ["SET stance_outdated = NOT stance_outdated", "SET stance_outdated = false"],
      ),
    ],
  ],
  [
    "a discussion that only a change of vote begins to follow",
    [
      without("ballots", [
        "PERFORM begin_following",
        "PERFORM begin_following(who, p.article_id) WHERE held IS DISTINCT FROM choice; --",
      ]),
    ],
  ],
  ["a session that opens before it is committed", ["DROP TRIGGER session_written_in ON session"]],
];

/** The search comes upon these late; the long tests have the time. */
const LATE = [
  "a reaction for anybody, and figures by side published at will and without a crowd",
  "an account erased by naming it, and counts published at will",
  "a ballot kept apart from names that waits only for those of its answer",
  "a change of vote that is felt on the rows of its answers alone",
];
const isSought = (hole: string): boolean => effort(0, 1) === 1 || !LATE.includes(hole);

/** So long all sequences of a search take, on a machine that does much else. Milliseconds. */
const LIMIT = { timeout: effort(120_000, 900_000) };

test.each(HOLES.filter(([hole]) => isSought(hole)))("the search finds %s", LIMIT, async (_, changes) => {
  const pair = await aPair(...changes);
  try {
    expect(await searchOracle(pair, { runs: 1_500, seed: SEED })).not.toBeNull();
  } finally {
    await closePair(pair);
  }
});

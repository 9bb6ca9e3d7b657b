import { beforeAll, describe, expect, test } from "vitest";
import { castVote, justShow } from "./commands";
import { pollOverlay } from "./queries";
import { aPoll, asOwner, tryAsApplication, voters, type PollOfTest, type Voter } from "@/test/voters";

const SECRET = [
  "vote",
  "vote_change",
  "tally",
  "tally_batch",
  "tally_crowd",
  "tally_move",
  "reaction_side",
  "poll_pass",
  "ballot_taken",
  "loose_ballot",
  "side_move",
  "side_batch",
  "poll_guess",
  "mind_change",
];
/** Those without a poll's name in them. */
const OF_COMMENTS = ["reaction_side", "side_move", "side_batch"];
const DENIED = /permission denied/;

let poll: PollOfTest;
let bo: Voter;
let cy: Voter;

beforeAll(async () => {
  poll = await aPoll();
  [bo, cy] = (await voters(2)) as [Voter, Voter];
  await castVote({ poll: poll.id, option: "approach" }, bo);
  await justShow(poll.id, cy);
});

describe("the application's role", () => {
  test.each(SECRET)("cannot read, write, copy, lock or estimate %s", async (table) => {
    for (const statement of [
      `SELECT * FROM ${table}`,
      `SELECT count(*) FROM ${table}`,
      `TABLE ${table}`,
      `COPY ${table} TO STDOUT`,
      `EXPLAIN SELECT * FROM ${table}`,
      `SELECT * FROM pg_catalog.query_to_xml('SELECT * FROM ${table}', true, false, '')`,
      `DELETE FROM ${table} RETURNING *`,
      `UPDATE ${table} SET poll_id = poll_id RETURNING *`,
      `LOCK TABLE ${table}`,
      `CREATE TEMP VIEW peek AS SELECT * FROM ${table}; SELECT * FROM peek`,
    ].filter((one) => !OF_COMMENTS.includes(table) || !one.includes("poll_id"))) {
      await expect(tryAsApplication(statement), statement).rejects.toThrow(DENIED);
    }
  });

  test("cannot learn how often anybody voted from a sequence", async () => {
    await expect(tryAsApplication("SELECT last_value FROM vote_change_id_seq")).rejects.toThrow(DENIED);
  });

  test("cannot read a choice out of the planner's statistics", async () => {
    await asOwner("ANALYZE vote");
    expect(await tryAsApplication("SELECT * FROM pg_stats WHERE tablename = 'vote'")).toEqual([]);
  });

  test("cannot make the ballot box look into a table of its own", async () => {
    const [found] = await tryAsApplication(
      `CREATE TEMP TABLE session (token_hash bytea, member_id uuid, expires_at timestamptz)`,
      `INSERT INTO pg_temp.session VALUES (sha256('x'), '${bo.id}', now() + interval '1 day')`,
      `GRANT ALL ON pg_temp.session TO public`,
      `SELECT my_vote('${poll.id}', 'x') AS vote, (SELECT count(*)::int FROM my_standing('${poll.id}', 'x')) AS standing`,
    );
    expect(found).toEqual({ vote: null, standing: 0 });
  });

  test("cannot ask the ballot box about a member, only about a session's token", async () => {
    for (const word of [bo.id, bo.handle, "", "%"]) {
      const [answer] = await tryAsApplication(
        `SELECT cast_vote('${poll.id}', '${word}', 'approach', 1) AS cast, withdraw_vote('${poll.id}', '${word}') AS withdrawn,
           my_vote('${poll.id}', '${word}') AS mine`,
      );
      expect(answer).toEqual({ cast: "signed-out", withdrawn: "signed-out", mine: null });
    }
  });

  test("cannot speak for a member with the hash that the session's row holds", async () => {
    const [answer] = await tryAsApplication(
      `SELECT my_vote('${poll.id}', encode(token_hash, 'hex')) AS hex, my_vote('${poll.id}', token_hash::text) AS text
       FROM session WHERE member_id = '${bo.id}'`,
    );
    expect(answer).toEqual({ hex: null, text: null });
  });

  test.each([
    [
      "a reaction of somebody else",
      (who: string) =>
        `INSERT INTO reaction (comment_id, member_id, kind) VALUES (gen_random_uuid(), '${who}', 'respect')`,
    ],
    ["an erasure", (who: string) => `UPDATE member SET erased_at = now() WHERE id = '${who}'`],
    ["a removal of an account", (who: string) => `DELETE FROM member WHERE id = '${who}'`],
    [
      "a stance of somebody else",
      (who: string) => `UPDATE comment SET stance = 'approach' WHERE author_id = '${who}'`,
    ],
    ["an own comment given away", (who: string) => `UPDATE comment SET author_id = '${who}'`],
    ["publishing of counts", () => `SELECT publish_tally('${poll.id}')`],
    ["publishing by side", () => "SELECT publish_sides(10)"],
    ["publishing of the debate", () => `SELECT publish_debate('${poll.id}')`],
    ["a look at what is due", () => "SELECT polls_due()"],
    ["changes of mind come of age", () => "SELECT ripen_mind_changes(10)"],
    ["a check that it could make fail", () => "SELECT * FROM check_ballots()"],
    ["a look at who is held", () => "SELECT hold_sides('{}')"],
  ])("cannot use %s to see what moves", async (_, statement) => {
    await expect(tryAsApplication(statement(bo.id))).rejects.toThrow(DENIED);
  });

  test("cannot make up a session, open a ballot with it and roll back", async () => {
    const [answer] = await tryAsApplication(
      `INSERT INTO session (token_hash, member_id, expires_at, written_in)
       VALUES (sha256('made up'), '${bo.id}', now() + interval '1 day', 0)`,
      "UPDATE session SET written_in = 0 WHERE token_hash = sha256('made up')",
      `SELECT my_vote('${poll.id}', 'made up') AS vote, (SELECT count(*)::int FROM my_standing('${poll.id}', 'made up')) AS standing,
         cast_vote('${poll.id}', 'made up', 'approach', 1) AS cast`,
    );
    expect(answer).toEqual({ vote: null, standing: 0, cast: "signed-out" });
  });

  test("cannot call the parts of the ballot box by themselves", async () => {
    for (const call of [
      `note_move('${poll.id}', '${bo.id}', 'approach', NULL)`,
      `drop_ballot('${poll.id}', '${bo.id}', 'approach')`,
      `ballot_owner('x')`,
    ]) {
      await expect(tryAsApplication(`SELECT ${call}`), call).rejects.toThrow(DENIED);
    }
  });

  test("cannot find out from an error whether an option has votes", async () => {
    for (const statement of [
      `DELETE FROM poll_option WHERE poll_id = '${poll.id}'`,
      `UPDATE poll_option SET key = 'other' WHERE poll_id = '${poll.id}'`,
    ]) {
      await expect(tryAsApplication(statement), statement).rejects.toThrow(DENIED);
    }
  });
});

test("every function looks for temporary tables last, whoever it acts for, or has looked when it was made and acts for nobody", async () => {
  const careless = await asOwner<{ name: string }>(
    `SELECT oid::regprocedure::text AS name FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND (prosecdef OR prosqlbody IS NULL)
       AND NOT coalesce(proconfig, '{}') @> '{"search_path=pg_catalog, public, pg_temp"}'`,
  );
  expect(careless).toEqual([]);
});

test("no table but the ballot box has a column that joins a member and an option", async () => {
  const joined = await asOwner<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'
     GROUP BY table_name
     HAVING bool_or(column_name IN ('member_id', 'author_id')) AND bool_or(column_name IN ('option_key', 'from', 'to', 'was'))`,
  );
  const open = await asOwner<{ table_name: string }>(
    `SELECT DISTINCT table_name FROM information_schema.role_table_grants WHERE grantee = 'moot_app' AND privilege_type = 'SELECT'`,
  );
  const readable = new Set(open.map((row) => row.table_name));
  // A sanction runs from a day, and that is all it shares with a vote.
  expect(joined.map((row) => row.table_name).filter((name) => readable.has(name))).toEqual(["sanction"]);
});

test("a ballot opens to its own member's session, and to no other", async () => {
  expect(await pollOverlay({ id: poll.articleId }, bo)).toMatchObject({ choice: "approach", voted: true });
  expect(await pollOverlay({ id: poll.articleId }, cy)).toMatchObject({
    choice: null,
    voted: false,
    asked: true,
  });
  expect(await pollOverlay({ id: poll.articleId }, { ...bo, sessionToken: null })).toMatchObject({
    choice: null,
    voted: false,
  });
});

test("an ended session opens nothing", async () => {
  await asOwner("UPDATE session SET expires_at = now() WHERE member_id = $1", [cy.id]);
  expect(await pollOverlay({ id: poll.articleId }, cy)).toMatchObject({ asked: false });
  await expect(castVote({ poll: poll.id, option: "unsure" }, cy)).rejects.toThrow("sign in");
});

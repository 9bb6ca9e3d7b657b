import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { castVote, tellMindChange } from "./commands";
import {
  aCommentOf,
  aPoll,
  asOwner,
  tryAsApplication,
  voters,
  type PollOfTest,
  type Voter,
} from "@/test/voters";

/*
 * PostgreSQL writes into each row which transaction wrote it (xmin) and which locked it last (xmax), and counts what each transaction
 * writes. Whoever may read a row may read the first, and everybody the second: neither may join a member and a choice.
 */
let poll: PollOfTest;
let bo: Voter;
let cy: Voter;
let dee: Voter;

beforeAll(async () => {
  poll = await aPoll();
  [bo, cy, dee] = (await voters(3)) as [Voter, Voter, Voter];
  await castVote({ poll: poll.id, option: "approach" }, bo);
  await castVote({ poll: poll.id, option: "complementary" }, bo);
  await castVote({ poll: poll.id, option: "unsure" }, cy);
});

describe("the number of a transaction", () => {
  test("that stands in a voter's row stands in no option's", async () => {
    const options = await tryAsApplication(
      `SELECT o.key FROM poll_option o JOIN member m ON (m.xmin IN (o.xmin, o.xmax) OR m.xmax IN (o.xmin, o.xmax)) AND m.xmax <> '0'
       WHERE o.poll_id = '${poll.id}'`,
    );
    expect(options).toEqual([]);
    expect(
      await tryAsApplication(`SELECT key FROM poll_option WHERE poll_id = '${poll.id}' AND xmax <> '0'`),
    ).toEqual([]);
  });

  test("that stands in the row of whoever tells what changed their mind stands in no comment's", async () => {
    const comment = await aCommentOf(poll, dee);
    await tellMindChange(
      poll.id,
      {
        because: comment,
        why: "I had never thought of what it costs those who deliver at seven in the morning.",
      },
      bo,
    );
    expect(
      await tryAsApplication(
        `SELECT c.id FROM comment c JOIN member m ON m.xmax IN (c.xmin, c.xmax) AND m.xmax <> '0' WHERE m.id = '${bo.id}'`,
      ),
    ).toEqual([]);
  });
});

/**
 * Rows that a transaction writes into each table, as the site's role may count them. Comments are counted on one of several rows, which
 * depends on the connection.
 */
const WRITTEN = `SELECT relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_xact_user_tables
  WHERE n_tup_ins + n_tup_upd + n_tup_del > 0 AND relname <> 'article_count' ORDER BY relname`;

describe("the number of rows", () => {
  test("that a reaction writes, changes and takes back does not tell on which side its member stands, or whether on any", async () => {
    const comment = await aCommentOf(poll, dee);
    const [voter] = (await voters(1)) as [Voter];
    const written = [];
    for (const { sessionToken } of [bo, cy, voter]) {
      const cast = (kind: string) =>
        `SELECT * FROM cast_reaction('${comment}', '${sessionToken}', '${kind}')`;
      written.push([
        await tryAsApplication(cast("respect"), WRITTEN),
        await tryAsApplication(cast("respect"), cast("unconvinced"), WRITTEN),
        await tryAsApplication(
          cast("respect"),
          `SELECT withdraw_reaction('${comment}', '${sessionToken}')`,
          WRITTEN,
        ),
      ]);
    }
    expect(written[0]?.[0]).toContainEqual(expect.objectContaining({ relname: "reaction_side" }));
    expect(written[1]).toEqual(written[0]);
    expect(written[2]).toEqual(written[0]);
  });

  test("that go with a comment does not tell it either", async () => {
    const written = [];
    for (const { sessionToken } of [bo, cy]) {
      const comment = await aCommentOf(poll, dee);
      await asOwner(`SELECT * FROM cast_reaction($1, $2, 'respect')`, [comment, sessionToken]);
      written.push(await tryAsApplication(`DELETE FROM comment WHERE id = '${comment}'`, WRITTEN));
    }
    expect(written[1]).toEqual(written[0]);
  });

  test("that a detached ballot writes does not tell whether it is the first for its answer", async () => {
    const detached = await aPoll({ detached: true });
    const [first, second] = (await voters(2)) as [Voter, Voter];
    const cast = (who: Voter, option: string) =>
      `SELECT cast_vote('${detached.id}', '${who.sessionToken}', '${option}', 1)`;
    await asOwner(cast(first, "approach"));
    expect(await tryAsApplication(cast(second, "unsure"), WRITTEN)).toEqual(
      await tryAsApplication(cast(second, "approach"), WRITTEN),
    );
  });
});

describe("the mark of a shown vote that has changed since", () => {
  const marked = async (comment: string) =>
    (
      await asOwner<{ marked: boolean }>("SELECT stance_outdated AS marked FROM comment WHERE id = $1", [
        comment,
      ])
    )[0]?.marked;
  /** Bo shows a vote, and casts another. */
  async function changed(of: PollOfTest): Promise<string> {
    await castVote({ poll: of.id, option: "approach" }, bo);
    const comment = await aCommentOf(of, bo);
    await asOwner("SELECT show_stance($1, $2)", [comment, bo.sessionToken]);
    await castVote({ poll: of.id, option: "complementary" }, bo);
    return comment;
  }

  test("is kept where there are three answers", async () => {
    expect(await marked(await changed(await aPoll()))).toBe(true);
  });

  test("is kept nowhere where there are two, so that it tells nothing once there is a third", async () => {
    const two = await aPoll();
    await asOwner("UPDATE poll_option SET removed_at = now() WHERE poll_id = $1 AND key = 'unsure'", [
      two.id,
    ]);
    const comment = await changed(two);
    await asOwner("UPDATE poll_option SET removed_at = NULL WHERE poll_id = $1", [two.id]);
    expect(await marked(comment)).toBe(false);
  });
});

test("a vote names an option of its poll, though no foreign key says so", async () => {
  const [voter] = (await voters(1)) as [Voter];
  for (const option of ["another", ""])
    await expect(
      asOwner("INSERT INTO vote (poll_id, member_id, option_key, consent) VALUES ($1, $2, $3, 1)", [
        poll.id,
        voter.id,
        option,
      ]),
    ).rejects.toThrow("no such option");
  await expect(
    asOwner("UPDATE vote SET option_key = 'another' WHERE member_id = $1", [bo.id]),
  ).rejects.toThrow("no such option");
});

test("whoever has voted is not removed by a word that they have not proven their address", async () => {
  const detached = await aPoll({ detached: true });
  const [voted, apart, never] = (await voters(3)) as [Voter, Voter, Voter];
  await castVote({ poll: poll.id, option: "approach" }, voted);
  await castVote({ poll: detached.id, option: "approach" }, apart);
  const left = await tryAsApplication(
    `UPDATE member SET proven_at = NULL, email = NULL, joined_at = '2020-01-01' WHERE id IN ('${voted.id}', '${apart.id}', '${never.id}')`,
    "SELECT forget_unconfirmed()",
    `SELECT id FROM member WHERE id IN ('${voted.id}', '${apart.id}', '${never.id}', '${randomUUID()}') ORDER BY id`,
  );
  expect(left.map(({ id }) => id)).toEqual([voted.id, apart.id].sort());
});

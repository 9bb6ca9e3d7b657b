import { expect, test } from "vitest";
import { react } from "@/domain/comments/react";
import { castVote, withdrawVote } from "./commands";
import { publishDue } from "./publishing";
import { seededRandom } from "./statistics/random";
import { database, transaction } from "@/platform/database";
import { aPoll, asOwner, rowsOf, tallyOf, voters, type PollOfTest, type Voter } from "@/test/voters";

/** Enough for every connection of the pool to be in the ballot box at once, again and again; the bench does 10,000. */
const VOTES = 600;
const OPTIONS = ["approach", "complementary", "unsure"];

/** Casts, changes and withdraws, some of them at the same moment for the same member. */
async function storm(poll: PollOfTest, people: Voter[], seed: number): Promise<void> {
  const random = seededRandom(seed);
  await Promise.all(
    Array.from({ length: VOTES }, () => {
      const voter = people[Math.floor(random() * people.length)] as Voter;
      const option = OPTIONS[Math.floor(random() * (OPTIONS.length + 1))];
      return option ? castVote({ poll: poll.id, option }, voter) : withdrawVote(poll.id, voter);
    }),
  );
}

test.each([
  ["one member", 1],
  ["a few members", 20],
  ["many members", VOTES],
])(
  "votes, changes and withdrawals in parallel by %s leave one row each and the tally exact",
  async (_, count) => {
    const poll = await aPoll();
    const people = await voters(count);
    await storm(poll, people, count);
    expect(await tallyOf(poll)).toEqual(await rowsOf(poll));
    expect(await asOwner("SELECT * FROM check_ballots() WHERE place LIKE $1", [`%${poll.id}%`])).toEqual([]);
  },
);

test("the tally is exact at every instant in the middle of a storm", async () => {
  const poll = await aPoll();
  const people = await voters(50);
  const storms = new AbortController();
  const looks: Promise<void> = (async () => {
    while (!storms.signal.aborted) {
      // One statement sees one moment.
      const [differs] = await asOwner<{ n: number }>(
        "SELECT count(*)::int AS n FROM check_ballots() WHERE place LIKE $1",
        [`%${poll.id}%`],
      );
      expect(differs?.n).toBe(0);
    }
  })();
  await storm(poll, people, 7);
  storms.abort();
  await looks;
});

test("what several processes write together, and members alone beside them, waits in no circle and counts once", async () => {
  const poll = await aPoll();
  const people = await voters(12);
  const random = seededRandom(11);
  const some = () => Array.from({ length: 8 }, () => people[Math.floor(random() * people.length)] as Voter);
  const optionFor = () => OPTIONS[Math.floor(random() * OPTIONS.length)] as string;
  const aProcess = async () => {
    for (let batch = 0; batch < 25; batch++) {
      const those = some();
      await database().$queryRaw`
        SELECT nth FROM vote_together(${those.map(() => poll.id)}::uuid[], ${those.map(({ sessionToken }) => sessionToken)}::text[],
          ${those.map(optionFor)}::text[], 1)`;
    }
  };
  const alone = some().map((voter) => () => castVote({ poll: poll.id, option: optionFor() }, voter));
  await Promise.all([aProcess(), aProcess(), aProcess(), ...alone.map((vote) => vote())]);
  expect(await tallyOf(poll)).toEqual(await rowsOf(poll));
  expect(await asOwner("SELECT * FROM check_ballots() WHERE place LIKE $1", [`%${poll.id}%`])).toEqual([]);
});

test("reactions that several processes write together wait in no circle with whoever publishes what the sides think", async () => {
  const poll = await aPoll();
  const [author, ...people] = (await voters(15)) as [Voter, ...Voter[]];
  await Promise.all(
    people.map((voter, nth) => castVote({ poll: poll.id, option: OPTIONS[nth % 2] ?? "" }, voter)),
  );
  const comments = await asOwner<{ id: string }>(
    `INSERT INTO comment (article_id, article_revision, author_id, source, html)
     SELECT $1, 1, $2, 'x', '<p>x</p>' FROM generate_series(1, 6) RETURNING id`,
    [poll.articleId, author.id],
  );
  const random = seededRandom(5);
  const any = <One>(those: readonly One[]) => those[Math.floor(random() * those.length)] as One;
  const some = <One>(those: readonly One[]) => Array.from({ length: 8 }, () => any(those));
  const aProcess = async () => {
    for (let batch = 0; batch < 20; batch++) {
      const [ids, tokens] = [
        some(comments).map(({ id }) => id),
        some(people).map(({ sessionToken }) => sessionToken),
      ];
      await database().$queryRaw`
        SELECT nth FROM cast_reactions(${ids}::uuid[], ${tokens}::text[], ${some(["respect", "unconvinced"])}::reaction_kind[])`;
    }
  };
  const publishing = async () => {
    for (let round = 0; round < 10; round++) await transaction(publishDue);
  };
  const alone = Array.from({ length: 40 }, () => react(any(comments).id, "respect", any(people)));
  await Promise.all([aProcess(), aProcess(), aProcess(), publishing(), ...alone]);
  expect(
    await asOwner(
      `SELECT c.id FROM comment c JOIN reaction r ON r.comment_id = c.id WHERE c.article_id = $1
       GROUP BY c.id HAVING c.respect <> count(*) FILTER (WHERE r.kind = 'respect')
         OR c.unconvinced <> count(*) FILTER (WHERE r.kind = 'unconvinced')`,
      [poll.articleId],
    ),
  ).toEqual([]);
});

test("two votes at once for two options of one member count once", async () => {
  const poll = await aPoll();
  const [bo] = (await voters(1)) as [Voter];
  await Promise.all(OPTIONS.map((option) => castVote({ poll: poll.id, option }, bo)));
  expect(Object.values(await tallyOf(poll)).reduce((sum, votes) => sum + votes, 0)).toBe(1);
});

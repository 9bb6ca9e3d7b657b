import { beforeAll, expect, test } from "vitest";
import { countFairness } from "./count-fairness";
import { fairness } from "./fairness-queries";
import { database } from "@/platform/database";
import { aModerator, type Player } from "@/test/cast";
import { once } from "@/platform/jobs";
import { aPoll, asOwner, voters, type PollOfTest, type Voter } from "@/test/voters";
import { asTheOwner } from "@/test/owner";

const WEEK = 7 * 86_400_000;
const LONG_AGO = new Date(Date.now() - WEEK - 1_000);

let moderator: Player;
let author: Voter;
beforeAll(async () => {
  moderator = await aModerator();
  [author] = (await voters(1)) as [Voter];
});

/** So many comments of each side, that were held by a check first where `held`. */
async function write(poll: PollOfTest, count: number, more: object = {}, held = false): Promise<void> {
  for (const stance of ["approach", "complementary"])
    for (let nth = 0; nth < count; nth++) {
      const { id } = await asTheOwner().comment.create({
        data: {
          articleId: poll.articleId,
          articleRevision: 1,
          authorId: author.id,
          source: "So.",
          html: "So.",
          stance,
          postedAt: LONG_AGO,
          ...more,
        },
      });
      if (held)
        await database().finding.create({
          data: {
            commentId: id,
            revision: 1,
            rule: "shouting",
            reason: "Capitals.",
            effect: "hold",
            at: LONG_AGO,
          },
        });
    }
}

/** As if it were Monday. */
async function countedAnew(): ReturnType<typeof fairness> {
  await asOwner("DELETE FROM fairness_counting");
  await once(countFairness);
  return fairness(moderator);
}

const compared = async (poll: PollOfTest) =>
  (await countedAnew()).compared.filter(
    ({ month, measure }) => month.article.slug === poll.slug && measure === "held",
  );

test("counts of a side are told from twenty comments on, and not before", async () => {
  const poll = await aPoll({ resultsShown: "always" });
  await write(poll, 19);
  expect(await compared(poll)).toMatchObject([{ counts: null }]);
  await write(poll, 1);
  expect(await compared(poll)).toMatchObject([
    {
      counts: [
        { cases: 0, total: 20 },
        { cases: 0, total: 20 },
      ],
    },
  ]);
});

test("a comment that waits and was never public is in no count, nor one of this week", async () => {
  const poll = await aPoll({ resultsShown: "always" });
  await write(poll, 20);
  const before = await countedAnew();
  await write(poll, 1, { state: "held", listed: false }, true);
  await write(poll, 1, { postedAt: new Date() });
  expect(await countedAnew()).toEqual(before);
});

test("a check that held few of a side is not named beside it", async () => {
  const poll = await aPoll({ resultsShown: "always" });
  await write(poll, 3, {}, true);
  expect((await countedAnew()).rules).toEqual([]);
});

test("it is counted once a week, in slices, and what is older than a year goes", async () => {
  const poll = await aPoll({ resultsShown: "always" });
  await write(poll, 20);
  const before = await countedAnew();
  await write(poll, 5);
  await once(countFairness);
  expect(await fairness(moderator)).toEqual(before);
  await asOwner("UPDATE fairness_month SET month = month - interval '2 years' WHERE article_id = $1", [
    poll.articleId,
  ]);
  expect(await compared(poll)).toMatchObject([{ counts: [{ total: 25 }, { total: 25 }] }]);
  const rows = await asOwner("SELECT FROM fairness_month WHERE month < now() - interval '1 year'");
  expect(rows).toEqual([]);
});

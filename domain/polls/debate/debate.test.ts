import { expect, test } from "vitest";
import { castVote } from "@/domain/polls/commands";
import { debateOf } from "./queries";
import { publishDue } from "@/domain/polls/publishing";
import { SIDE_VOTERS } from "@/domain/polls/statistics/bridging";
import { aPoll, voters, type Voter } from "@/test/voters";

test("a side with too few voters is left out of what both sides value, and named to those who may see results", async () => {
  const poll = await aPoll();
  const article = { id: poll.articleId, slug: poll.slug };
  const people = await voters(SIDE_VOTERS + 2);
  const small = people.splice(0, 2);
  const take = (option: string) => (voter: Voter) => castVote({ poll: poll.id, option }, voter);
  await Promise.all([...people.map(take("approach")), ...small.map(take("complementary"))]);
  await publishDue();
  const view = await debateOf(article, people[0] ?? null);
  expect(view?.debate?.bridging).toEqual({ counted: 1, leftOut: ["complementary"], scored: false });
  expect((await debateOf(article, null))?.debate).toBe(null);
});

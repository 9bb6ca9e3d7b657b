import { expect, test } from "vitest";
import { castVote } from "@/domain/polls/commands";
import { debateOf } from "./queries";
import { publishDue } from "@/domain/polls/publishing";
import { SIDE_VOTERS } from "@/domain/polls/statistics/bridging";
import { CROWD } from "@/domain/polls/statistics/publish";
import { aPoll, inTime, voters, type Voter } from "@/test/voters";

test("a side with too few voters is left out of what both sides value, and named to those who may see results", async () => {
  const poll = await aPoll();
  const article = { id: poll.articleId, slug: poll.slug };
  const people = await voters(SIDE_VOTERS + CROWD);
  const small = people.splice(0, SIDE_VOTERS - 1);
  const take = (option: string) => (voter: Voter) => castVote({ poll: poll.id, option }, voter);
  await Promise.all([...people.map(take("approach")), ...small.map(take("complementary"))]);
  await inTime(publishDue);
  const view = await debateOf(article, people[0] ?? null);
  expect(view?.debate?.bridging).toEqual({ counted: 1, leftOut: ["complementary"], scored: false });
  expect((await debateOf(article, null))?.debate).toBe(null);
});

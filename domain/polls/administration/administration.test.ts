import { beforeAll, expect, test } from "vitest";
import type { Role } from "@/domain/members/member";
import { castVote, justShow } from "@/domain/polls/commands";
import { pollAt, asView } from "@/domain/polls/queries";
import { closePoll, concludePoll, pinCase, reword, setClosing } from "./commands";
import { pinnedFor, runningPoll } from "./queries";
import { ClosingTime, PollWording } from "./schema";
import { database } from "@/platform/database";
import { aPoll, voters, type Voter } from "@/test/voters";
import { asTheOwner } from "@/test/owner";

let eve: Voter;
let bo: Voter;
let ada: Voter;
beforeAll(async () => {
  const as = (voter: Voter | undefined, role: Role): Voter => ({ ...(voter as Voter), role });
  const [one, two, three] = await voters(3);
  [eve, bo, ada] = [as(one, "editor"), as(two, "reader"), as(three, "moderator")];
});

const IN_AN_HOUR = () => new Date(Date.now() + 3_600_000);
const ASKED = {
  question: "Approach, or complement?",
  options: [{ key: "approach", label: "One", sentence: "" }],
};
const viewOf = async (slug: string) => asView(await pollAt(slug, null));

test("nobody but an editor runs a poll, and a suspended editor does not either", async () => {
  const poll = await aPoll();
  const suspended = { ...eve, suspension: { until: null, reason: "Rest." } };
  for (const actor of [bo, ada, suspended]) {
    await expect(closePoll(poll.id, actor)).rejects.toThrow("Only editors");
    await expect(setClosing(poll.id, IN_AN_HOUR(), actor)).rejects.toThrow("Only editors");
    await expect(concludePoll(poll.id, "So be it.", actor)).rejects.toThrow("Only editors");
    await expect(reword(poll.id, ASKED, actor)).rejects.toThrow("Only editors");
    await expect(runningPoll(poll.slug, actor)).rejects.toThrow("Only editors");
  }
  await expect(pinCase(poll.id, { side: "approach", comment: null }, bo)).rejects.toThrow("Only editors");
  expect(await viewOf(poll.slug)).toMatchObject({ state: "open", closesAt: null, version: 1 });
});

test("an editor sets when it closes, moves that, and takes it away; not into the past", async () => {
  const poll = await aPoll();
  const closes = IN_AN_HOUR();
  await setClosing(poll.id, closes, eve);
  expect((await viewOf(poll.slug)).closesAt).toBe(closes.toISOString());
  await expect(setClosing(poll.id, new Date(Date.now() - 1_000), eve)).rejects.toThrow("later than now");
  await setClosing(poll.id, null, eve);
  expect((await viewOf(poll.slug)).closesAt).toBe(null);
});

test("results that wait for the close keep an end to wait for", async () => {
  const poll = await aPoll({ resultsShown: "after_close", closesAt: IN_AN_HOUR() });
  await expect(setClosing(poll.id, null, eve)).rejects.toThrow("needs a closing time");
});

test("a closed poll stays closed, and keeps its words", async () => {
  const poll = await aPoll();
  await closePoll(poll.id, eve);
  await expect(closePoll(poll.id, eve)).rejects.toThrow("not open");
  await expect(setClosing(poll.id, IN_AN_HOUR(), eve)).rejects.toThrow("stays so");
  await expect(reword(poll.id, ASKED, eve)).rejects.toThrow("its wording can no longer change");
  expect((await viewOf(poll.slug)).state).toBe("closed");
});

test("the closing statement is Markdown, is seen by readers only after the close, and can be taken away", async () => {
  const poll = await aPoll();
  await concludePoll(poll.id, "I *learned* <b>much</b>.", eve);
  expect(await viewOf(poll.slug)).toMatchObject({ closingStatement: null, closingHtml: null });
  expect((await runningPoll(poll.slug, eve)).statement).toBe("I *learned* <b>much</b>.");
  await closePoll(poll.id, eve);
  expect((await viewOf(poll.slug)).closingHtml).toBe("<p>I <em>learned</em> &lt;b&gt;much&lt;/b&gt;.</p>\n");
  await concludePoll(poll.id, null, eve);
  expect(await viewOf(poll.slug)).toMatchObject({ closingStatement: null, closingHtml: null });
});

test("other words before the first vote change the poll; after it they are a new version, and the old ones are kept", async () => {
  const poll = await aPoll();
  await reword(poll.id, ASKED, eve);
  expect(await viewOf(poll.slug)).toMatchObject({ question: ASKED.question, version: 1 });
  await castVote({ poll: poll.id, option: "approach" }, bo);
  await reword(poll.id, { question: "Which?", options: [] }, eve);
  const view = await viewOf(poll.slug);
  expect(view).toMatchObject({ question: "Which?", version: 2 });
  expect(view.options.map(({ key, label, side }) => [key, label, side])).toEqual([
    ["approach", "One", true],
    ["complementary", "Complementary", true],
    ["unsure", "Unsure", false],
  ]);
  const kept = await database().pollVersion.findMany({ where: { pollId: poll.id } });
  expect(kept.map(({ version, question }) => [version, question])).toEqual([[1, ASKED.question]]);
  expect((await pollAt(poll.slug, bo)).choice).toBe("approach");
});

test("words for an answer that the poll does not have are refused", async () => {
  const poll = await aPoll();
  const words = { question: "Which?", options: [{ key: "both", label: "Both", sentence: "" }] };
  await expect(reword(poll.id, words, eve)).rejects.toThrow("not one of the answers");
  expect((await viewOf(poll.slug)).question).not.toBe("Which?");
});

test("a plain form and JSON say the same thing", () => {
  const json = { question: "Which?", options: [{ key: "one-way", label: "One" }] };
  expect(PollWording.parse({ question: "Which?", "label.one-way": "One" })).toEqual(json);
  expect(PollWording.parse(json)).toEqual(json);
  expect(PollWording.safeParse({ question: "Which?", "label.one-way": "" }).success).toBe(false);
  expect(PollWording.safeParse({ question: "Which?", votes: "1" }).success).toBe(false);
  expect(ClosingTime.parse({ closes: "2027-01-31T18:00" }).closes?.toISOString()).toBe(
    "2027-01-31T18:00:00.000Z",
  );
  expect(ClosingTime.parse({}).closes).toBe(undefined);
  expect(ClosingTime.safeParse({ closes: "tomorrow" }).success).toBe(false);
});

test("an editor pins a comment that shows the side, and takes the pin away", async () => {
  const poll = await aPoll();
  const { id } = await asTheOwner().comment.create({
    data: {
      articleId: poll.articleId,
      articleRevision: 1,
      authorId: bo.id,
      source: "So.",
      html: "So.",
      stance: "approach",
    },
  });
  // While stances are blind to her, the answer would tell which one it is.
  for (const side of ["approach", "complementary"])
    await expect(pinCase(poll.id, { side, comment: id }, eve)).rejects.toThrow(
      "You cannot see the sides yet",
    );
  await justShow(poll.id, eve);
  await expect(pinCase(poll.id, { side: "complementary", comment: id }, eve)).rejects.toThrow(
    "does not show",
  );
  await pinCase(poll.id, { side: "approach", comment: id }, eve);
  expect((await runningPoll(poll.slug, eve)).pins).toEqual({ approach: id });
  expect(await pinnedFor(id)).toBe("approach");
  await pinCase(poll.id, { side: "approach", comment: null }, eve);
  expect((await runningPoll(poll.slug, eve)).pins).toEqual({});
});

test("a moderator of the site or of this article pins too, nobody their own, and nobody elsewhere", async () => {
  const [poll, other] = [await aPoll({ resultsShown: "always" }), await aPoll({ resultsShown: "always" })];
  const { id } = await asTheOwner().comment.create({
    data: {
      articleId: poll.articleId,
      articleRevision: 1,
      authorId: bo.id,
      source: "So.",
      html: "So.",
      stance: "approach",
    },
  });
  const pin = { side: "approach", comment: id };
  const hal = (articleId: string): Voter => ({ ...bo, id: eve.id, moderates: [articleId] });
  await expect(pinCase(poll.id, pin, hal(other.articleId))).rejects.toMatchObject({ status: 403 });
  await pinCase(poll.id, pin, hal(poll.articleId));
  await pinCase(poll.id, pin, ada);
  expect(await pinnedFor(id)).toBe("approach");
  await expect(pinCase(poll.id, pin, { ...bo, moderates: [poll.articleId] })).rejects.toThrow(
    "This comment is your own",
  );
});

import { describe, expect, test } from "vitest";
import { castVote, justShow, withdrawVote } from "./commands";
import { publishDueTallies } from "./publishing";
import { pollFor, pollOf, pollOverlay } from "./queries";
import { isRefusal } from "@/platform/refusal";
import { aPoll, asOwner, letTimePass, tallyOf, voters, type PollOfTest, type Voter } from "@/test/voters";

const HOUR = 3_600_000;
const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR);
const vote = (poll: PollOfTest, option: string) => (voter: Voter) =>
  castVote({ poll: poll.id, option }, voter);
const everyone = <T>(people: Voter[], does: (voter: Voter) => Promise<T>) => Promise.all(people.map(does));

async function status(of: Promise<unknown>): Promise<number | "done"> {
  try {
    await of;
    return "done";
  } catch (error) {
    if (isRefusal(error)) return error.status;
    throw error;
  }
}

describe("one vote a member", () => {
  test("is cast, changed, repeated and withdrawn", async () => {
    const poll = await aPoll();
    const [bo] = (await voters(1)) as [Voter];
    await vote(poll, "approach")(bo);
    await vote(poll, "complementary")(bo);
    await vote(poll, "complementary")(bo);
    expect(await tallyOf(poll)).toEqual({ approach: 0, complementary: 1, unsure: 0 });
    expect((await pollOverlay({ id: poll.articleId }, bo))?.choice).toBe("complementary");
    await withdrawVote(poll.id, bo);
    await withdrawVote(poll.id, bo);
    expect(await tallyOf(poll)).toEqual({ approach: 0, complementary: 0, unsure: 0 });
    expect(await pollOverlay({ id: poll.articleId }, bo)).toMatchObject({ choice: null, voted: false });
  });

  test("is refused for an option of another poll, an unknown poll, before the opening and after the close", async () => {
    const [bo] = (await voters(1)) as [Voter];
    const open = await aPoll();
    const upcoming = await aPoll({ opensAt: new Date(Date.now() + HOUR) });
    const closed = await aPoll({ closesAt: ago(1) });
    expect(await status(vote(open, "both")(bo))).toBe(422);
    expect(await status(castVote({ poll: bo.id, option: "approach" }, bo))).toBe(404);
    for (const poll of [upcoming, closed]) {
      expect(await status(vote(poll, "approach")(bo))).toBe(403);
      expect(await status(withdrawVote(poll.id, bo))).toBe(403);
      expect(await tallyOf(poll)).toEqual({ approach: 0, complementary: 0, unsure: 0 });
    }
  });

  test("is not for the suspended, whose earlier vote stands", async () => {
    const poll = await aPoll();
    const [dee] = (await voters(1)) as [Voter];
    await vote(poll, "approach")(dee);
    const suspended = { ...dee, suspension: { until: null, reason: "Insults." } };
    expect(await status(vote(poll, "unsure")(suspended))).toBe(403);
    expect(await status(withdrawVote(poll.id, suspended))).toBe(403);
    expect(await tallyOf(poll)).toMatchObject({ approach: 1 });
  });
});

describe("published counts", () => {
  const totalOf = async (poll: PollOfTest, viewer: Voter) => {
    const results = (await pollOf({ id: poll.articleId }, viewer))?.results;
    return results?.visible ? results.total : results?.reason;
  };

  test("appear with the fifth vote, and then move five at a time", async () => {
    const poll = await aPoll();
    const people = await voters(10);
    const bo = people[0] as Voter;
    await everyone(people.slice(0, 4), vote(poll, "approach"));
    await publishDueTallies();
    expect(await totalOf(poll, bo)).toBe("too-few");
    await everyone(people.slice(4, 5), vote(poll, "complementary"));
    await publishDueTallies();
    expect(await totalOf(poll, bo)).toBe(5);
    await letTimePass(poll);
    await everyone(people.slice(5, 9), vote(poll, "complementary"));
    await publishDueTallies();
    expect(await totalOf(poll, bo)).toBe(5);
    await everyone(people.slice(9), vote(poll, "complementary"));
    await publishDueTallies();
    expect(await totalOf(poll, bo)).toBe(10);
  });

  test("wait ten seconds, however many vote", async () => {
    const poll = await aPoll();
    const people = await voters(12);
    await everyone(people.slice(0, 6), vote(poll, "approach"));
    await publishDueTallies();
    await everyone(people.slice(6), vote(poll, "approach"));
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe(6);
  });

  test("do not take members who went there and back again for a crowd", async () => {
    const poll = await aPoll();
    const people = await voters(10);
    await everyone(people.slice(0, 5), vote(poll, "approach"));
    await publishDueTallies();
    await letTimePass(poll);
    // Four accomplices toggle; whoever votes meanwhile must not be what is left of the difference.
    await everyone(people.slice(0, 4), vote(poll, "complementary"));
    await everyone(people.slice(0, 4), vote(poll, "approach"));
    await vote(poll, "complementary")(people[5] as Voter);
    expect(
      await asOwner("SELECT sum(moved)::int AS moved FROM tally_batch WHERE poll_id = $1", [poll.id]),
    ).toEqual([{ moved: 1 }]);
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe(5);
  });

  test("rest before the close, so that the last step is full and exact", async () => {
    const poll = await aPoll({ opensAt: ago(2), closesAt: new Date(Date.now() + HOUR / 12) });
    const people = await voters(7);
    await everyone(people, vote(poll, "approach"));
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe("too-few");
    await asOwner("UPDATE poll SET closes_at = now() WHERE id = $1", [poll.id]);
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe(7);
  });

  test("leave up to four late ballots out rather than tell how they were cast", async () => {
    const poll = await aPoll({ opensAt: ago(2) });
    const people = await voters(8);
    await everyone(people.slice(0, 5), vote(poll, "approach"));
    await publishDueTallies();
    await everyone(people.slice(5), vote(poll, "complementary"));
    await asOwner("UPDATE poll SET closes_at = now() WHERE id = $1", [poll.id]);
    await letTimePass(poll);
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe(5);
  });

  test("kept until the close are not even written down before", async () => {
    const poll = await aPoll({ resultsShown: "after_close", closesAt: new Date(Date.now() + 240 * HOUR) });
    const people = await voters(6);
    await everyone(people, vote(poll, "approach"));
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe("until-close");
    expect(await asOwner("SELECT * FROM published_tally WHERE poll_id = $1", [poll.id])).toEqual([]);
    await asOwner("UPDATE poll SET closes_at = now() WHERE id = $1", [poll.id]);
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe(6);
  });
});

describe("blind until you answer", () => {
  test("the public sees nothing, a voter sees, and whoever asks sees", async () => {
    const poll = await aPoll();
    const people = await voters(6);
    const cy = people[5] as Voter;
    await everyone(people.slice(0, 5), vote(poll, "approach"));
    await publishDueTallies();
    const seen = async (viewer: Voter | null) =>
      (await pollFor({ id: poll.articleId }, viewer))?.mine.results;
    expect(await seen(null)).toEqual({ visible: false, reason: "vote-first" });
    expect(await seen(cy)).toEqual({ visible: false, reason: "vote-first" });
    expect(await seen(people[0] as Voter)).toMatchObject({ visible: true, total: 5 });
    await justShow(poll.id, cy);
    expect(await seen(cy)).toMatchObject({ visible: true, total: 5 });
  });
});

describe("a detached ballot", () => {
  test("is counted, and then belongs to nobody", async () => {
    const poll = await aPoll({ detached: true });
    const [bo] = (await voters(1)) as [Voter];
    await vote(poll, "approach")(bo);
    expect(await tallyOf(poll)).toMatchObject({ approach: 1 });
    expect(await pollOverlay({ id: poll.articleId }, bo)).toMatchObject({
      voted: true,
      choice: null,
      can: { vote: false, withdraw: false },
    });
    expect(await status(vote(poll, "unsure")(bo))).toBe(409);
    expect(await status(withdrawVote(poll.id, bo))).toBe(409);
    for (const table of ["vote", "vote_change", "tally_move"])
      expect(await asOwner(`SELECT * FROM ${table} WHERE poll_id = $1`, [poll.id]), table).toEqual([]);
  });
});

describe("an erased member", () => {
  const erase = (voter: Voter) => asOwner("UPDATE member SET erased_at = now() WHERE id = $1", [voter.id]);

  test("leaves an open poll, without a trace of how they voted", async () => {
    const poll = await aPoll();
    const [bo] = (await voters(1)) as [Voter];
    await vote(poll, "approach")(bo);
    await erase(bo);
    expect(await tallyOf(poll)).toMatchObject({ approach: 0 });
    for (const table of ["vote", "vote_change", "tally_move"])
      expect(await asOwner(`SELECT * FROM ${table} WHERE member_id = $1`, [bo.id]), table).toEqual([]);
  });

  test("leaves the number in a closed poll, and nothing that says whose it was", async () => {
    const poll = await aPoll();
    const people = await voters(5);
    await everyone(people, vote(poll, "approach"));
    await asOwner("UPDATE poll SET closes_at = now() WHERE id = $1", [poll.id]);
    await erase(people[0] as Voter);
    expect(await tallyOf(poll)).toMatchObject({ approach: 5 });
    expect(await asOwner("SELECT * FROM vote WHERE member_id = $1", [people[0]?.id])).toEqual([]);
    expect(await asOwner("SELECT * FROM check_ballots() WHERE place LIKE $1", [`%${poll.id}%`])).toEqual([]);
  });
});

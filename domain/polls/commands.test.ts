import { describe, expect, test } from "vitest";
import { castVote, justShow, withdrawVote } from "./commands";
import { publishDueTallies } from "./publishing";
import { CROWD, ESTABLISHED_COMMENTS, LATE_CROWD } from "./statistics/publish";
import { pollAt, pollOf, pollOverlay, pollFor } from "./queries";
import { memberBySession } from "@/domain/members/queries";
import { database } from "@/platform/database";
import { isRefusal } from "@/platform/refusal";
import {
  aPoll,
  asOwner,
  beNew,
  inTime,
  letTimePass,
  tallyOf,
  voters,
  type PollOfTest,
  type Voter,
} from "@/test/voters";

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

  const publish = () => inTime(publishDueTallies);
  const close = (poll: PollOfTest) => asOwner("UPDATE poll SET closes_at = now() WHERE id = $1", [poll.id]);
  const openedWeeksAgo = (poll: PollOfTest) =>
    asOwner("UPDATE poll SET opens_at = now() - interval '8 days' WHERE id = $1", [poll.id]);

  test("appear with a crowd, and then move with another", async () => {
    const poll = await aPoll();
    const people = await voters(2 * CROWD);
    const bo = people[0] as Voter;
    await everyone(people.slice(1, CROWD), vote(poll, "approach"));
    await publish();
    // Nobody is told that a vote would show a result that does not exist yet.
    expect(await totalOf(poll, bo)).toBe("too-few");
    await vote(poll, "complementary")(bo);
    await publish();
    expect(await totalOf(poll, bo)).toBe(CROWD);
    await letTimePass(poll);
    await everyone(people.slice(CROWD + 1), vote(poll, "complementary"));
    await publish();
    expect(await totalOf(poll, bo)).toBe(CROWD);
    await vote(poll, "unsure")(people[CROWD] as Voter);
    await publish();
    expect(await totalOf(poll, bo)).toBe(2 * CROWD);
  });

  test("do not move the moment there is a crowd: nobody chooses whose ballot is the last in it", async () => {
    const poll = await aPoll();
    const people = await voters(CROWD);
    await everyone(people, vote(poll, "approach"));
    await publishDueTallies();
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe("too-few");
    const [batch] = await asOwner<{ wait: number }>(
      "SELECT extract(epoch FROM max(due_at) - now())::float8 AS wait FROM tally_batch WHERE poll_id = $1",
      [poll.id],
    );
    expect(batch?.wait).toBeGreaterThan(-5);
    expect(batch?.wait).toBeLessThanOrEqual(300);
  });

  test("lose the moment drawn for them with the crowd it was drawn for", async () => {
    const poll = await aPoll();
    const people = await voters(CROWD);
    await everyone(people, vote(poll, "approach"));
    await publishDueTallies();
    await withdrawVote(poll.id, people[0] as Voter);
    await publish();
    expect(
      await asOwner("SELECT FROM tally_batch WHERE poll_id = $1 AND due_at IS NOT NULL", [poll.id]),
    ).toEqual([]);
    expect(await totalOf(poll, people[1] as Voter)).toBe("too-few");
  });

  test("count new accounts, and do not move for them", async () => {
    const poll = await aPoll();
    const people = await voters(2 * CROWD);
    const [old, fresh] = [people.slice(0, CROWD), people.slice(CROWD)];
    await beNew(fresh);
    await everyone([...fresh, ...old.slice(1)], vote(poll, "approach"));
    await publish();
    expect(await totalOf(poll, old[1] as Voter)).toBe("too-few");
    await asOwner("UPDATE member SET approved_count = $2 WHERE id = $1", [
      fresh[0]?.id,
      ESTABLISHED_COMMENTS,
    ]);
    await publish();
    expect(await totalOf(poll, old[1] as Voter)).toBe(2 * CROWD - 1);
  });

  test("on a new site wait until its accounts are a day old, and then the close publishes", async () => {
    const poll = await aPoll({ opensAt: ago(2) });
    const people = await voters(10);
    await beNew(people);
    await everyone(people, vote(poll, "approach"));
    await close(poll);
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe("too-few");
    await asOwner("UPDATE member SET joined_at = joined_at - interval '1 day' WHERE id = ANY ($1)", [
      people.map(({ id }) => id),
    ]);
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(10);
  });

  test("appear with five in a poll that has waited a week, and then with nine a week", async () => {
    const poll = await aPoll();
    const people = await voters(14);
    await everyone(people.slice(0, 5), vote(poll, "approach"));
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe("too-few");
    await openedWeeksAgo(poll);
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(5);
    await everyone(people.slice(5), vote(poll, "complementary"));
    for (let day = 0; day < 6; day++) await letTimePass(poll);
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(5);
    await letTimePass(poll);
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(14);
  });

  test("do not take members for a crowd a second time within a day, however often they flip", async () => {
    const poll = await aPoll();
    const people = await voters(CROWD + 1);
    const accomplices = people.slice(1);
    await everyone(accomplices, vote(poll, "approach"));
    await publish();
    await asOwner("UPDATE tally_batch SET as_of = as_of - interval '23 hours' WHERE poll_id = $1", [poll.id]);
    await everyone(accomplices, vote(poll, "complementary"));
    await vote(poll, "unsure")(people[0] as Voter);
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(CROWD);
    await letTimePass(poll);
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(CROWD + 1);
  });

  test("do not take members who went there and back again for a crowd", async () => {
    const poll = await aPoll();
    const people = await voters(CROWD + 1);
    await everyone(people.slice(0, CROWD), vote(poll, "approach"));
    await publish();
    await letTimePass(poll);
    // All but one toggle; whoever votes meanwhile must not be what is left of the difference.
    await everyone(people.slice(0, CROWD - 1), vote(poll, "complementary"));
    await everyone(people.slice(0, CROWD - 1), vote(poll, "approach"));
    await vote(poll, "complementary")(people[CROWD] as Voter);
    expect(
      await asOwner("SELECT sum(moved)::int AS moved FROM tally_batch WHERE poll_id = $1", [poll.id]),
    ).toEqual([{ moved: 1 }]);
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(CROWD);
  });

  test("rest before the close, so that the last step is full and exact", async () => {
    const poll = await aPoll({ opensAt: ago(2), closesAt: new Date(Date.now() + HOUR / 12) });
    const people = await voters(CROWD);
    await everyone(people, vote(poll, "approach"));
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe("too-few");
    await close(poll);
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe(CROWD);
  });

  test("leave up to eight late ballots out rather than tell how they were cast", async () => {
    const people = await voters(CROWD + LATE_CROWD);
    for (const late of [LATE_CROWD - 1, LATE_CROWD]) {
      const poll = await aPoll({ opensAt: ago(2) });
      await everyone(people.slice(0, CROWD), vote(poll, "approach"));
      await publish();
      await everyone(people.slice(CROWD, CROWD + late), vote(poll, "complementary"));
      await close(poll);
      await letTimePass(poll);
      await publish();
      expect(await totalOf(poll, people[0] as Voter)).toBe(late < LATE_CROWD ? CROWD : CROWD + late);
    }
  });

  test("of detached ballots need a crowd, too", async () => {
    const poll = await aPoll({ detached: true });
    const people = await voters(2 * CROWD);
    await everyone(people.slice(0, CROWD), vote(poll, "approach"));
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(CROWD);
    await letTimePass(poll);
    await everyone(people.slice(CROWD + 1), vote(poll, "complementary"));
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(CROWD);
    await vote(poll, "unsure")(people[CROWD] as Voter);
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe(2 * CROWD);
  });

  test("kept until the close are not even written down before", async () => {
    const poll = await aPoll({ resultsShown: "after_close", closesAt: new Date(Date.now() + 240 * HOUR) });
    const people = await voters(CROWD);
    await everyone(people, vote(poll, "approach"));
    await publish();
    expect(await totalOf(poll, people[0] as Voter)).toBe("until-close");
    expect(await asOwner("SELECT * FROM published_tally WHERE poll_id = $1", [poll.id])).toEqual([]);
    await close(poll);
    await publishDueTallies();
    expect(await totalOf(poll, people[0] as Voter)).toBe(CROWD);
  });
});

describe("blind until you answer", () => {
  test("the public sees nothing, a voter sees, and whoever asks sees", async () => {
    const poll = await aPoll();
    const people = await voters(CROWD + 1);
    const cy = people[CROWD] as Voter;
    await everyone(people.slice(0, CROWD), vote(poll, "approach"));
    await inTime(publishDueTallies);
    const seen = async (viewer: Voter | null) =>
      (await pollFor({ id: poll.articleId }, viewer))?.mine.results;
    expect(await seen(null)).toEqual({ visible: false, reason: "vote-first" });
    expect(await seen(cy)).toEqual({ visible: false, reason: "vote-first" });
    expect(await seen(people[0] as Voter)).toMatchObject({ visible: true, total: CROWD });
    await justShow(poll.id, cy);
    expect(await seen(cy)).toMatchObject({ visible: true, total: CROWD });
  });
});

describe("a poll for those who were confirmed before it opened", () => {
  test.each([false, true])(
    "takes their votes, and says to others why not theirs (detached: %s)",
    async (detached) => {
      const opensAt = new Date(Date.now() - 3_600_000);
      const poll = await aPoll({ confirmedBefore: true, opensAt, detached });
      const [early, late] = (await voters(2)) as [Voter, Voter];
      const prove = (who: Voter, at: Date) =>
        database().member.update({ where: { id: who.id }, data: { provenAt: at } });
      await prove(early, new Date(opensAt.getTime() - 1));
      await prove(late, opensAt);
      await vote(poll, "approach")(early);
      await expect(vote(poll, "approach")(late)).rejects.toThrow("confirmed before this poll opened");
      expect(await tallyOf(poll)).toMatchObject({ approach: 1 });
      const mayVote = async (who: Voter) => {
        const member = await memberBySession(who.sessionToken);
        return (await pollOverlay({ id: poll.articleId }, member))?.can.vote;
      };
      expect([await mayVote(early), await mayVote(late)]).toEqual([!detached, false]);
      expect((await pollAt(poll.slug, null)).confirmedBefore).toBe(true);
    },
  );
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

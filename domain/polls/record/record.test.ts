import { beforeAll, describe, expect, test } from "vitest";
import { answer, appeal } from "@/domain/moderation/appeals/commands";
import { castVote } from "@/domain/polls/commands";
import { publishDebates, publishDueTallies } from "@/domain/polls/publishing";
import { keepRecords } from "./commands";
import { recordOf } from "./queries";
import { recordCsv } from "./record";
import { judgeReply, replyForSide, takeReplyBack } from "@/domain/polls/replies/commands";
import { ownReply, repliesToJudge } from "@/domain/polls/replies/queries";
import { CROWD } from "@/domain/polls/statistics/publish";
import { seedDebate } from "@/domain/polls/seed/commands";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { aPoll, asOwner, inTime, voters, type PollOfTest, type Voter } from "@/test/voters";

let poll: PollOfTest;

beforeAll(async () => {
  poll = await aPoll({ resultsShown: "always" });
  await seedDebate(poll.slug, 1, env.migrationUrl);
});

const record = async (of = poll) => {
  const found = await recordOf(of.slug);
  if (!found) throw new Error("There should be a record.");
  return found;
};

describe("the record of a seeded debate", () => {
  test("shows all of it: split, flows, time, best cases, both sides, reasons and guesses", async () => {
    const { record: of, version } = await record();
    expect(version.draft).toBe(true);
    expect(of.debate?.results.total).toBeGreaterThan(100);
    expect(of.debate?.movement?.moved).toBeGreaterThan(20);
    expect(of.debate?.direction?.p).toBeLessThan(0.05);
    expect(of.debate?.overTime.newcomers.length).toBeGreaterThan(3);
    expect(of.debate?.cases.every(({ comment }) => comment !== null)).toBe(true);
    expect(of.debate?.bothSides.length).toBeGreaterThan(0);
    expect(of.debate?.told.length).toBeGreaterThan(0);
    expect(of.debate?.guesses?.everyone).not.toBeNull();
    expect(of.minority?.side).toBe("approach");
  });

  test("lets opinion move: the first half of newcomers leans the other way than the second", async () => {
    const { newcomers } = (await record()).record.debate?.overTime ?? { newcomers: [] };
    const half = newcomers.length >> 1;
    const mean = (buckets: typeof newcomers) =>
      buckets.reduce((sum, { shares }) => sum + (shares[0] ?? 0), 0) / buckets.length;
    expect(mean(newcomers.slice(0, half))).toBeGreaterThan(mean(newcomers.slice(half)) + 0.1);
  });

  test("shows no side below nine in a bucket, and no member beside a choice they do not show", async () => {
    const { record: of } = await record();
    for (const { votes, shares } of of.debate?.overTime.newcomers ?? [])
      for (const share of shares) expect(Math.round(votes * share)).toBeGreaterThanOrEqual(9);
    for (const { author, stance } of of.debate?.bothSides ?? [])
      if (author) expect([null, "approach", "complementary"]).toContain(stance);
  });

  test("of thirty-three who moved, all but one the same way, tells the direction and how many", async () => {
    const other = await aPoll({ resultsShown: "always" });
    await seedDebate(other.slug, 7, env.migrationUrl);
    const { record: of } = await record(other);
    expect(of.debate?.movement).toEqual({
      moved: 30,
      gained: [
        { side: "approach", members: -30 },
        { side: "complementary", members: 30 },
      ],
    });
    expect(of.debate?.direction?.p).toBeLessThan(0.001);
  });

  test("is refused where somebody has voted", async () => {
    await expect(seedDebate(poll.slug, 1, env.migrationUrl)).rejects.toThrow(/voted/);
  });
});

describe("a closed debate", () => {
  beforeAll(async () => {
    await asOwner("UPDATE poll SET closes_at = now() WHERE id = $1", [poll.id]);
    await keepRecords();
  });

  test("has a version, which stays while nothing changes", async () => {
    expect((await record()).version).toMatchObject({ number: 1, draft: false });
    await keepRecords();
    expect((await record()).version.number).toBe(1);
  });

  test("drops what is withdrawn in its next version", async () => {
    const best = (await record()).record.debate?.bothSides[0];
    await database().comment.update({
      where: { id: best?.id },
      data: { state: "withdrawn", movedBy: "withdraw" },
    });
    await publishDebates();
    await keepRecords();
    const after = await record();
    expect(after.version.number).toBe(2);
    expect(JSON.stringify(after.record)).not.toContain(best?.id);
    expect(after.record.debate?.cases.every(({ comment }) => comment !== null)).toBe(true);
  });

  describe("gives each side a last word", () => {
    let at: { slug: string; side: string };
    let author: Voter;
    let editor: Voter;
    let moderator: Voter;
    let stranger: Voter;

    beforeAll(async () => {
      const [one] = (await record()).record.debate?.cases.filter(({ comment }) => comment !== null) ?? [];
      at = { slug: poll.slug, side: one?.side ?? "" };
      const { id, handle } = await database().member.findUniqueOrThrow({
        where: { handle: one?.comment?.author?.handle },
      });
      const [first, second, third, fourth] = (await voters(4)) as [Voter, Voter, Voter, Voter];
      await database().member.update({ where: { id: second.id }, data: { role: "editor" } });
      await database().member.update({ where: { id: third.id }, data: { role: "moderator" } });
      author = { ...first, id, handle };
      editor = { ...second, role: "editor" };
      moderator = { ...third, role: "moderator" };
      stranger = fourth;
    });

    const toJudge = async () => {
      const [reply] = await repliesToJudge(poll.slug, editor);
      if (!reply) throw new Error("There should be a reply.");
      return reply;
    };
    const inRecord = async () => (await record()).record.replies;
    const judged = (action: "approve" | "reject", revision: number, as: Voter, ground?: string) =>
      judgeReply(at, { action, revision, ground, explanation: "" }, as);

    test("to the author of its best case, and to nobody else", async () => {
      await expect(replyForSide(at, "We were heard.", stranger)).rejects.toThrow(/best case/);
      await expect(replyForSide({ ...at, side: "nobody" }, "We were heard.", author)).rejects.toThrow(
        /no such side/,
      );
    });

    test("which waits until an editor or a moderator has looked at it; they are told", async () => {
      await replyForSide(at, "We were *heard*.", author);
      expect(await inRecord()).toEqual([]);
      expect(await ownReply(poll.slug, author)).toMatchObject({ state: "held", source: "We were *heard*." });
      for (const { id } of [editor, moderator])
        expect(await database().notice.count({ where: { memberId: id, kind: "reply-waits" } })).toBe(1);
      const { revision } = await toJudge();
      await expect(judged("approve", revision, stranger)).rejects.toThrow(/Only editors and moderators/);
      await expect(judged("approve", revision + 1, editor)).rejects.toThrow(/changed since/);
      await judged("approve", revision, editor);
      expect(await inRecord()).toMatchObject([{ side: at.side, author: { handle: author.handle } }]);
    });

    test("mended it waits again, and the decision stands in the log and in the author's inbox", async () => {
      await replyForSide(at, "We were heard, *at last*.", author);
      expect(await inRecord()).toEqual([]);
      const { revision } = await toJudge();
      await judged("approve", revision, moderator);
      const decisions = await database().decision.findMany({
        where: { memberId: author.id },
        orderBy: { seq: "asc" },
      });
      expect(decisions.map(({ action, before, after }) => [action, before, after])).toEqual([
        ["approve", "reply, pending", "reply, in the record"],
        ["approve", "reply, pending", "reply, in the record"],
      ]);
      expect(await database().notice.count({ where: { memberId: author.id, kind: "decision" } })).toBe(2);
    });

    test("which can be left out later, for a reason, and comes back when an appeal was right", async () => {
      const { revision } = await toJudge();
      await expect(judged("reject", revision, editor)).rejects.toMatchObject({ status: 422 });
      await judged("reject", revision, editor, "person");
      await expect(judged("reject", revision, editor, "person")).rejects.toMatchObject({ status: 409 });
      expect(await inRecord()).toEqual([]);
      const decision = await database().decision.findFirstOrThrow({
        where: { memberId: author.id, action: "reject" },
      });
      expect(decision.statement).toMatchObject({ scope: "This reply is not in the record of the debate." });
      const asked = await appeal(decision.id, "It is a fair summary of what we said.", author);
      await answer(asked.appeal, { outcome: "upheld", answer: "It is." }, moderator);
      expect(await inRecord()).toMatchObject([{ side: at.side }]);
    });

    test("read by the checks first: what they refuse is not kept, what they find is told to whoever decides", async () => {
      await database().wordList.create({ data: { block: "gallows", hold: "", mark: "" } });
      await expect(replyForSide(at, "To the gallows with them.", author)).rejects.toMatchObject({
        status: 422,
      });
      expect(await inRecord()).toMatchObject([{ side: at.side }]);
      await replyForSide(at, "AND YET WE WERE HEARD BY EVERYBODY.", author);
      expect((await toJudge()).found).toEqual(["Written mostly in capitals."]);
    });

    test("which its author takes back at any time, and a new version of the record is without it", async () => {
      await judged("approve", (await toJudge()).revision, editor);
      await keepRecords();
      const { number } = (await record()).version;
      await expect(takeReplyBack(at, stranger)).rejects.toMatchObject({ status: 404 });
      await takeReplyBack(at, author);
      await keepRecords();
      expect((await record()).version.number).toBe(number + 1);
      expect(await inRecord()).toEqual([]);
      expect(await repliesToJudge(poll.slug, editor)).toEqual([]);
      expect(await ownReply(poll.slug, author)).toBeNull();
      await expect(takeReplyBack(at, author)).rejects.toMatchObject({ status: 404 });
    });

    test("and a reply written after that is another: nobody lets it in by what was read before", async () => {
      await replyForSide(at, "We were heard.", author);
      const read = await toJudge();
      await takeReplyBack(at, author);
      await expect(judged("approve", read.revision, editor)).rejects.toMatchObject({ status: 404 });
      await replyForSide(at, "We were heard, by fools.", author);
      await expect(judged("approve", read.revision, editor)).rejects.toThrow(/changed since/);
      expect(await inRecord()).toEqual([]);
      expect(await ownReply(poll.slug, author)).toMatchObject({ source: "We were heard, by fools." });
    });
  });
});

test("a record for spreadsheets has no cell that a spreadsheet would run", async () => {
  const { record: of, version } = await record();
  const csv = recordCsv(
    { ...of, article: { ...of.article, title: '=HYPERLINK("x","y"), and more' } },
    version,
  );
  expect(csv).toContain(`"'=HYPERLINK(""x"",""y""), and more"`);
  for (const line of csv.split("\r\n")) expect(line).not.toMatch(/(^|,)"?[=+@-]/);
});

test("a record whose poll hides its results from readers at large holds no figure", async () => {
  const hidden = await aPoll({ resultsShown: "after_vote" });
  const people = await voters(CROWD);
  await Promise.all(people.map((voter) => castVote({ poll: hidden.id, option: "approach" }, voter)));
  await inTime(publishDueTallies);
  const { record: of } = await record(hidden);
  expect(of.debate).toBeNull();
  expect(of.poll.results).toEqual({ visible: false, reason: "vote-first" });
});

import { beforeAll, describe, expect, test } from "vitest";
import { castVote } from "@/domain/polls/commands";
import { publishDebates, publishDueTallies } from "@/domain/polls/publishing";
import { keepRecords, replyForSide } from "@/domain/polls/record/commands";
import { recordOf } from "@/domain/polls/record/queries";
import { recordCsv } from "@/domain/polls/record/record";
import { seedDebate } from "@/domain/polls/seed/commands";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { aPoll, asOwner, letTimePass, voters, type PollOfTest, type Voter } from "@/test/voters";

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
    expect(of.debate?.flows.total).toBeGreaterThan(20);
    expect(of.debate?.overTime.newcomers.length).toBeGreaterThan(3);
    expect(of.debate?.overTime.switchers.length).toBeGreaterThan(1);
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

  test("shows no figure below five, and no member beside a choice they do not show", async () => {
    const { record: of } = await record();
    const figures = of.debate?.flows.cells.flat().filter((cell) => cell !== null) ?? [];
    expect(Math.min(...figures)).toBeGreaterThanOrEqual(5);
    for (const { author, stance } of of.debate?.bothSides ?? [])
      if (author) expect([null, "approach", "complementary"]).toContain(stance);
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
    await database().comment.update({ where: { id: best?.id }, data: { state: "withdrawn" } });
    await publishDebates();
    await keepRecords();
    const after = await record();
    expect(after.version.number).toBe(2);
    expect(JSON.stringify(after.record)).not.toContain(best?.id);
    expect(after.record.debate?.cases.every(({ comment }) => comment !== null)).toBe(true);
  });

  test("gives each side a last word: to the author of its best case, and to nobody else", async () => {
    const [one] = (await record()).record.debate?.cases.filter(({ comment }) => comment !== null) ?? [];
    const author = await database().member.findUniqueOrThrow({
      where: { handle: one?.comment?.author?.handle },
    });
    const [stranger] = (await voters(1)) as [Voter];
    const at = { slug: poll.slug, side: one?.side ?? "" };
    const asAuthor = { ...stranger, id: author.id, handle: author.handle };
    await expect(replyForSide(at, "We were heard.", stranger)).rejects.toThrow(/best case/);
    await expect(replyForSide({ ...at, side: "nobody" }, "We were heard.", asAuthor)).rejects.toThrow(
      /no such side/,
    );
    await replyForSide(at, "We were *heard*.", asAuthor);
    await keepRecords();
    expect((await record()).record.replies).toMatchObject([
      { side: one?.side, author: { handle: author.handle } },
    ]);
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
  const people = await voters(7);
  await Promise.all(people.map((voter) => castVote({ poll: hidden.id, option: "approach" }, voter)));
  await letTimePass(hidden);
  await publishDueTallies();
  const { record: of } = await record(hidden);
  expect(of.debate).toBeNull();
  expect(of.poll.results).toEqual({ visible: false, reason: "vote-first" });
});

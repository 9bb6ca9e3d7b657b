import fc from "fast-check";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { CommentState } from "@/domain/comments/comment";
import * as moves from "@/domain/comments/moves";
import { AUTHOR_DEEDS } from "@/domain/comments/transitions";
import type { Member } from "@/domain/members/member";
import { aModerator } from "@/test/cast";
import { deskDifferences } from "@/test/desk-agrees";
import { aPlainArticle, aPlainComment, seenNow } from "@/test/desk";
import { aCrowd } from "@/test/discussion";
import { effort } from "@/test/effort";
import { asOwner } from "@/test/voters";
import * as queries from "./queries";
import { press, SHORTEST, stories, worldOf, type Step, type World } from "@/test/decision-stories";

vi.mock("@/domain/comments/moves", { spy: true });
vi.mock("./queries", { spy: true });

/** At every change so many stories are played; at length as many as there is time for, in milliseconds. */
const STORIES = effort(8, 100_000);
const SEARCH = 120_000;
const STEPS = 30;

let moderators: [Member, Member];
let article: { id: string };
beforeAll(async () => {
  article = await aPlainArticle();
  moderators = await Promise.all([aModerator(), aModerator()]);
  await writeMovesDown();
});
afterEach(async () => {
  vi.resetAllMocks();
  press.seen = (shown) => Promise.resolve(shown);
  await asOwner(
    "DELETE FROM comment_transition WHERE deed = 'reject' AND before = 'withdrawn' AND after = 'withdrawn'",
  );
});

test(
  "whatever happens in whatever order, what the public reads was approved or never decided against, in that very text",
  { timeout: 2 * SEARCH + 300_000 },
  async () => {
    expect(await search(stories(STEPS), { runs: STORIES, within: SEARCH })).toBeNull();
    expect(await deskDifferences()).toEqual([]);
  },
);

test("(control) it finds a rejection that leaves a withdrawn comment withdrawn", async () => {
  const story = SHORTEST.rejectedWhileWithdrawn;
  expect(await playing(story)).toBeNull();
  await asOwner("INSERT INTO comment_transition VALUES ('reject', 'withdrawn', 'withdrawn')");
  const { decisionLeadsTo } = await vi.importActual<typeof moves>("@/domain/comments/moves");
  vi.mocked(moves.decisionLeadsTo).mockImplementation((deed, comment) =>
    deed === "reject" && comment.state === "withdrawn" ? "withdrawn" : decisionLeadsTo(deed, comment),
  );
  expect(await playing(story)).toMatch(/returned by its author/);
});

test("(control) it finds a desk that decides about many whatever has become of their texts", async () => {
  const story = SHORTEST.approvedUnread;
  expect(await playing(story)).toBeNull();
  press.seen = (shown) => seenNow(...shown.map(({ comment }) => ({ id: comment })));
  expect(await playing(story)).toMatch(/had not read/);
});

test("(control) it finds an undoing that does not look at the text", async () => {
  const story = SHORTEST.undoneUnread;
  expect(await playing(story)).toBeNull();
  const { lastDecisions } = await vi.importActual<typeof queries>("./queries");
  vi.mocked(queries.lastDecisions).mockImplementation(async (db, comments) => {
    const now = await db.comment.findMany({ where: { id: { in: comments } } });
    const revisionOf = new Map(now.map(({ id, revision }) => [id, revision]));
    const last = await lastDecisions(db, comments);
    return new Map([...last].map(([id, one]) => [id, { ...one, revision: revisionOf.get(id) ?? null }]));
  });
  expect(await playing(story)).toMatch(/had not read/);
});

/** Told on purpose: a search that must come upon the mutant by chance finds it today and not tomorrow. */
function playing(story: readonly Step[]): Promise<string | null> {
  return search(fc.constant([...story]), { runs: 1 });
}

/** A story that breaks the promise, with what broke; null where none was found. */
async function search(
  told: ReturnType<typeof stories>,
  { runs, within }: { runs: number; within?: number },
): Promise<string | null> {
  const run = await fc.check(
    fc.asyncProperty(told, async (steps) => {
      const world = await aWorld();
      await fc.asyncModelRun(() => ({ model: {}, real: world }), steps);
      const problems = await broken(world);
      if (problems.length > 0) throw new Error(problems.join("\n"));
    }),
    {
      numRuns: runs,
      plugins: within === undefined ? [] : [fc.interruptAfterTimeLimit(within, { failOnInterrupt: false })],
      endOnFailure: true,
    },
  );
  return run.failed
    ? `${String(run.errorInstance)}
${fc.defaultReportMessage(run)}`
    : null;
}

async function aWorld(): Promise<World> {
  const [bo, cy] = await aCrowd(2);
  if (!bo || !cy) throw new Error("There were two.");
  const [first, second] = [
    await aPlainComment(article, bo),
    await aPlainComment(article, cy, { state: "held" }),
  ];
  return worldOf([bo, cy], [first.id, second.id], moderators);
}

type Move = {
  comment_id: string;
  deed: string;
  before: CommentState;
  after: CommentState;
  revision: number;
};

/** Every step a comment takes, as it is committed: what the commands answer is not asked. */
async function writeMovesDown(): Promise<void> {
  await asOwner(
    `CREATE TABLE move (nth bigint GENERATED ALWAYS AS IDENTITY, comment_id uuid, deed text, before text, after text, revision int)`,
  );
  await asOwner(`
    CREATE FUNCTION write_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
      INSERT INTO move (comment_id, deed, before, after, revision) VALUES (NEW.id, NEW.moved_by, OLD.state, NEW.state, NEW.revision);
      RETURN NULL;
    END $$`);
  await asOwner(
    `CREATE TRIGGER moved AFTER UPDATE OF state, revision, moved_by ON comment FOR EACH ROW EXECUTE FUNCTION write_move()`,
  );
}

/** What of this world breaks the promise, in words. */
async function broken({ comments, moderators: people, read, emptied }: World): Promise<string[]> {
  const problems: string[] = [];
  const left = await asOwner<{ id: string }>(
    `SELECT c.id FROM comment_revision r JOIN comment c ON c.id = r.comment_id
     WHERE c.id = ANY($1::uuid[]) AND (c.source <> '-' OR c.html <> '' OR r.source <> '-' OR r.html <> '')`,
    [[...emptied]],
  );
  for (const { id } of left) problems.push(`${comments.indexOf(id)}: its text outlives its author's account`);
  const steps = await asOwner<Move>("SELECT * FROM move WHERE comment_id = ANY($1::uuid[]) ORDER BY nth", [
    comments,
  ]);
  const log = await asOwner<Move & { moderator_id: string; action: string }>(
    `SELECT * FROM decision WHERE comment_id = ANY($1::uuid[]) AND action IN ('approve', 'reject', 'hold', 'restore', 'undo') ORDER BY seq`,
    [comments],
  );
  comments.forEach((id, nth) => {
    const decisions = log.filter(({ comment_id }) => comment_id === id);
    const read_by = (who: string, revision: number) =>
      people.some(({ id: one }, m) => one === who && read[m]?.has(`${id}:${revision}`));
    // Texts that were public without anybody's leave, or that whoever let them through had read.
    const fit = new Set(nth === 0 ? [1] : []);
    let against = false;
    for (const { deed, before, after, revision } of steps.filter(({ comment_id }) => comment_id === id)) {
      if (AUTHOR_DEEDS.some((one) => one === deed)) {
        if (deed === "edit" && after === "visible" && before === "visible") fit.add(revision);
        if (against && after === "visible")
          problems.push(`${nth}: decided against, and ${deed}ed by its author`);
      } else {
        const decision = decisions.shift();
        if (
          decision?.action !== deed ||
          decision.before !== before ||
          decision.after !== after ||
          decision.revision !== revision
        )
          problems.push(`${nth}: the log does not tell of ${deed}, ${before} to ${after}`);
        else if (after === "visible" && read_by(decision.moderator_id, revision)) fit.add(revision);
        against =
          deed === "reject" ||
          deed === "hold" ||
          (deed === "undo" && (after === "held" || after === "rejected"));
      }
      if (after === "visible" && !fit.has(revision))
        problems.push(`${nth}: version ${revision} is public by ${deed}, which its moderator had not read`);
    }
    if (decisions.length > 0) problems.push(`${nth}: the log tells of what has not happened`);
  });
  return problems;
}

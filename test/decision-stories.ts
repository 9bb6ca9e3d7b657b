import "server-only";

import fc from "fast-check";
import { edit } from "@/domain/comments/edit";
import { undoWithdraw, withdraw } from "@/domain/comments/withdraw";
import { eraseDue } from "@/domain/members/erase-due";
import type { Member } from "@/domain/members/member";
import { answer, appeal } from "@/domain/moderation/appeals/commands";
import { undoCheck } from "@/domain/moderation/checks/undoing/commands";
import { previewUndoing } from "@/domain/moderation/checks/undoing/queries";
import { report } from "@/domain/moderation/reports/commands";
import { lift, sanction } from "@/domain/moderation/sanctions/commands";
import { database } from "@/platform/database";
import { isRefusal } from "@/platform/refusal";
import { seenNow } from "./desk";
import { asOwner } from "./voters";
import { decideInBulk } from "@/domain/moderation/decisions/bulk";
import { decide } from "@/domain/moderation/decisions/commands";
import { COMMENT_ACTIONS, type CommentAction } from "@/domain/moderation/decisions/decision";
import { lastDecisions } from "@/domain/moderation/decisions/queries";
import type { SeenComment } from "@/domain/moderation/decisions/schema";
import { undo, undoBulk } from "@/domain/moderation/decisions/undo";

/** Two members with a comment each, two moderators, and what each moderator has on their screen. */
export type World = Readonly<{
  authors: readonly [Member, Member];
  comments: readonly [string, string];
  moderators: readonly [Member, Member];
  /** By moderator: what they read of each comment, last. */
  screens: Map<string, SeenComment>[];
  /** By moderator: every text they have read, as `comment:revision`. */
  read: Set<string>[];
  /** By moderator: what they were shown of a check's deeds. */
  shown: SeenComment[][];
  bulks: string[];
  sanctions: string[];
  appeals: string[];
  /** Comments whose texts went with their author's account. */
  emptied: Set<string>;
}>;

export const worldOf = (
  authors: World["authors"],
  comments: World["comments"],
  moderators: World["moderators"],
): World => ({
  authors,
  comments,
  moderators,
  screens: [new Map<string, SeenComment>(), new Map<string, SeenComment>()],
  read: [new Set<string>(), new Set<string>()],
  shown: [[], []],
  bulks: [],
  sanctions: [],
  appeals: [],
  emptied: new Set<string>(),
});

type Told = Readonly<{ story: string; run: (world: World) => Promise<unknown> }>;

/** A step of a story. Refusals are part of it; anything else that is thrown is a bug. */
export class Step implements fc.AsyncCommand<object, World> {
  constructor(private readonly told: Told) {}
  check = () => true;
  run = async (_: object, world: World): Promise<void> => {
    try {
      await this.told.run(world);
    } catch (problem) {
      if (!isRefusal(problem)) throw problem;
    }
  };
  toString = () => this.told.story;
}

class AtOnce implements fc.AsyncCommand<object, World> {
  constructor(private readonly steps: readonly Step[]) {}
  check = () => true;
  run = async (model: object, world: World): Promise<void> => {
    await Promise.all(this.steps.map((step) => step.run(model, world)));
  };
  toString = () => `at once (${this.steps.map(String).join(", ")})`;
}

let texts = 0;
const aText = (): string => `Another thought, the ${(texts += 1)}th of them.`;
/** So many links that a check holds it. */
const LINKS = Array.from({ length: 12 }, (_, nth) => `https://${nth}.example.org`).join(" ");
const REASON = { ground: "person", explanation: "" } as const;
/** Of the check that holds texts with many links. */
const CHECK = "links";

const at = <T>(all: readonly T[], nth: number): T => {
  const one = all[nth];
  if (one === undefined) throw new Error(`There is no ${nth}th.`);
  return one;
};

const which = fc.constantFrom(0, 1);

/** A kind of step: any one of its kind, for a search, and the one that is named, for a story told on purpose. */
type Kind<T> = Readonly<{ any: fc.Arbitrary<Step>; one: (args: T) => Step }>;
const step = <T>(args: fc.Arbitrary<T>, tell: (args: T) => Told): Kind<T> => {
  const one = (which: T) => new Step(tell(which));
  return { any: args.map(one), one };
};

const ofAuthor = (name: string, run: (comment: string, author: Member, world: World) => Promise<unknown>) =>
  step(which, (nth) => ({
    story: `${name} ${nth}`,
    run: (world) => run(at(world.comments, nth), at(world.authors, nth), world),
  }));

const edits = step(fc.tuple(which, fc.boolean()), ([nth, links]) => ({
  story: `edit ${nth}${links ? " with links" : ""}`,
  run: async ({ comments, authors }) => {
    const id = at(comments, nth);
    const { revision } = await database().comment.findUniqueOrThrow({ where: { id } });
    await edit(id, { body: `${aText()} ${links ? LINKS : ""}`.trim(), revision }, at(authors, nth));
  },
}));
const withdraws = ofAuthor("withdraw", withdraw);
const returns = ofAuthor("return", undoWithdraw);
const reports = ofAuthor("report", (comment, author, { authors }) =>
  report(
    comment,
    { reason: "person", detail: "", law: "", name: "", email: "", goodFaith: false },
    at(
      authors.filter((one) => one !== author),
      0,
    ),
  ),
);
const appeals = ofAuthor("appeal", async (comment, author, world) => {
  const last = (await lastDecisions(database(), [comment])).get(comment);
  if (last) world.appeals.push((await appeal(last.id, "Why?", author)).appeal);
});

async function look({ comments, screens, read }: World, m: number): Promise<void> {
  for (const one of await seenNow(...comments.map((id) => ({ id })))) {
    at(screens, m).set(one.comment, one);
    at(read, m).add(`${one.comment}:${one.revision}`);
  }
}
const looks = step(which, (m) => ({ story: `moderator ${m} looks`, run: (world) => look(world, m) }));

/** Who decides has looked just now, or a while ago. */
const now = fc.boolean();
const wishOf = (action: CommentAction) => ({ action, ...REASON });
const decides = step(
  fc.tuple(which, which, fc.constantFrom(...COMMENT_ACTIONS), now),
  ([m, nth, action, anew]) => ({
    story: `moderator ${m} ${anew ? "looks and " : ""}${action}s ${nth}`,
    run: async (world) => {
      if (anew) await look(world, m);
      const seen = at(world.screens, m).get(at(world.comments, nth));
      if (seen) await decide({ ...wishOf(action), ...seen }, at(world.moderators, m));
    },
  }),
);

/** How a screen tells what it showed; a mutant puts a worse one in its place. */
export const press = {
  seen: (shown: SeenComment[]): Promise<SeenComment[]> => Promise.resolve(shown),
};
const decidesTogether = step(
  fc.tuple(which, fc.constantFrom(...COMMENT_ACTIONS), now),
  ([m, action, anew]) => ({
    story: `moderator ${m} ${anew ? "looks and " : ""}${action}s both`,
    run: async (world) => {
      if (anew) await look(world, m);
      const comments = await press.seen([...at(world.screens, m).values()]);
      if (comments.length === 0) return;
      world.bulks.push((await decideInBulk({ ...wishOf(action), comments }, at(world.moderators, m))).bulk);
    },
  }),
);
const undoes = step(fc.tuple(which, which), ([m, nth]) => ({
  story: `moderator ${m} undoes ${nth}`,
  run: async ({ comments, moderators }) => {
    const id = at(comments, nth);
    const last = (await lastDecisions(database(), [id])).get(id);
    if (last) await undo(last.id, at(moderators, m));
  },
}));
const undoesTogether = step(which, (m) => ({
  story: `moderator ${m} undoes together`,
  run: async ({ moderators, bulks }) => {
    const bulk = bulks.at(-1);
    if (bulk !== undefined) bulks.push((await undoBulk(bulk, at(moderators, m))).bulk);
  },
}));

const looksAtCheck = step(which, (m) => ({
  story: `moderator ${m} looks at the check`,
  run: async ({ comments, moderators, shown, read }) => {
    const found = (await previewUndoing(CHECK, {}, at(moderators, m))).comments;
    shown[m] = found.filter(({ comment }) => comments.includes(comment));
    for (const { comment, revision } of at(shown, m)) at(read, m).add(`${comment}:${revision}`);
  },
}));
const undoesCheck = step(fc.tuple(which, fc.boolean()), ([m, rejected]) => ({
  story: `moderator ${m} undoes the check${rejected ? " and what was rejected" : ""}`,
  run: async ({ moderators, shown, bulks }) => {
    const comments = await press.seen(at(shown, m));
    if (comments.length === 0) return;
    bulks.push((await undoCheck(CHECK, { comments, rejected }, at(moderators, m))).bulk);
  },
}));

const answers = step(which, (m) => ({
  story: `moderator ${m} grants the appeal`,
  run: async ({ moderators, appeals: asked, comments, screens }) => {
    const one = asked.at(-1);
    if (one === undefined) return;
    // Whoever appealed may have been erased since, and the appeal with them: then the desk says so.
    const about = await database().appeal.findUnique({ where: { id: one } });
    const decision =
      about && (await database().decision.findUniqueOrThrow({ where: { id: about.decisionId } }));
    const commentId = decision?.commentId ?? null;
    const revision = comments.includes(commentId ?? "")
      ? at(screens, m).get(commentId ?? "")?.revision
      : undefined;
    await answer(one, { outcome: "upheld", answer: "Right.", revision }, at(moderators, m));
  },
}));
const bans = step(fc.tuple(which, which), ([m, nth]) => ({
  story: `moderator ${m} bans the author of ${nth}`,
  run: async ({ authors, moderators, sanctions }) => {
    const ban = { kind: "ban", ...REASON, days: undefined, cleanUp: "all" } as const;
    sanctions.push((await sanction(at(authors, nth).handle, ban, at(moderators, m))).sanction);
  },
}));
const lifts = step(which, (m) => ({
  story: `moderator ${m} lifts the ban`,
  run: async ({ sanctions, moderators }) => {
    const one = sanctions.at(-1);
    if (one !== undefined) await lift(one, { explanation: "", restore: true }, at(moderators, m));
  },
}));

const erases = step(fc.tuple(which, fc.boolean()), ([nth, texts]) => ({
  story: `erase the author of ${nth}${texts ? " with what they wrote" : ""}`,
  run: async ({ authors, comments, emptied }) => {
    const begun = await asOwner(
      `WITH leaving AS (UPDATE member SET hidden_at = now() WHERE id = $1 AND hidden_at IS NULL RETURNING id)
       INSERT INTO erasure (member_id, due_at, texts_go) SELECT id, now(), $2 FROM leaving RETURNING member_id`,
      [at(authors, nth).id, texts],
    );
    await eraseDue();
    if (begun.length > 0 && texts) emptied.add(at(comments, nth));
  },
}));

const often = <T>({ any }: Kind<T>, weight: number) => ({ arbitrary: any, weight });
const anyStep = fc.oneof(
  often(edits, 9),
  often(withdraws, 7),
  often(returns, 7),
  often(looks, 6),
  often(decides, 18),
  often(decidesTogether, 9),
  often(undoes, 7),
  often(undoesTogether, 3),
  often(looksAtCheck, 2),
  often(undoesCheck, 2),
  often(reports, 1),
  often(appeals, 2),
  often(answers, 2),
  often(bans, 1),
  often(lifts, 2),
  often(erases, 1),
);
const atOnce = fc.array(anyStep, { minLength: 2, maxLength: 4 }).map((steps) => new AtOnce(steps));

/** What may happen, one thing after another and several at once; long, for what breaks the promise takes several steps in their order. */
export const stories = (most: number): fc.Arbitrary<fc.AsyncCommand<object, World>[]> =>
  fc.array(fc.oneof({ arbitrary: anyStep, weight: 5 }, { arbitrary: atOnce, weight: 1 }), {
    minLength: most / 2,
    maxLength: most,
  });

const editOf = (nth: 0 | 1) => edits.one([nth, false]);

/** The shortest stories in which a desk that does not keep the promise breaks it. Each is harmless at one that does. */
export const SHORTEST = {
  /** The rejection of a comment that its author has withdrawn, and returns. */
  rejectedWhileWithdrawn: [withdraws.one(0), decides.one([0, 0, "reject", true]), returns.one(0)],
  /** What is decided about many was read before it was edited. */
  approvedUnread: [looks.one(0), editOf(1), decidesTogether.one([0, "approve", false])],
  /** What is undone was decided about another text. */
  undoneUnread: [decides.one([0, 0, "hold", true]), editOf(0), undoes.one([0, 0])],
} as const satisfies Record<string, readonly Step[]>;

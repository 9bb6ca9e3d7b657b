import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INDENT_LEVELS, type CommentView } from "@/domain/comments/comment";
import { rendered } from "@/domain/prose/safe-html";
import { layOut, countBelow, type LaidOut } from "./layout";

/** A comment by `by`, answered by `replies`. */
function said(by: string, ...replies: CommentView[]): CommentView {
  const id = `${by}-${++nth}`;
  return {
    id,
    articleSlug: "a",
    parentId: null,
    depth: 0,
    author: { handle: by, name: by, role: "reader" },
    html: rendered("<p>x</p>"),
    state: "visible",
    absence: null,
    stance: null,
    postedAt: "2026-01-01T00:00:00.000Z",
    editedAt: null,
    revision: 1,
    replyCount: replies.length,
    passage: null,
    threadCount: 0,
    reactions: null,
    valuedByBothSides: false,
    changedMinds: 0,
    locked: false,
    pinned: false,
    answers: null,
    replies: { items: replies.map((reply) => ({ ...reply, parentId: id })), next: null },
  };
}
let nth = 0;

const flat = (placed: LaidOut[]): LaidOut[] => placed.flatMap((one) => [one, ...flat(one.below)]);
const chain = (...names: string[]): CommentView => {
  const [first = "x", ...rest] = names;
  return rest.length > 0 ? said(first, chain(...rest)) : said(first);
};
const aTree: (levels: number) => fc.Arbitrary<CommentView> = fc.memo((levels) =>
  fc
    .tuple(
      fc.constantFrom("bo", "cy", "eve"),
      levels <= 1 ? fc.constant<CommentView[]>([]) : fc.array(aTree(levels - 1), { maxLength: 2 }),
    )
    .map(([by, replies]) => said(by, ...replies)),
);
/** Deeper than the last indent, so that both rules have something to do. */
const LEVELS = 9;
const countIn = (comments: CommentView[]): number =>
  comments.reduce((sum, { replies }) => sum + 1 + countIn(replies.items), 0);

describe("where comments are drawn", () => {
  test("two people who answer each other read as a conversation, not as a staircase", () => {
    const placed = flat(layOut([chain("bo", "cy", "bo", "cy", "bo", "cy", "bo")], 0));
    expect(placed.map(({ level }) => level)).toEqual([0, 1, 2, 2, 2, 2, 2]);
    expect(placed.map(({ namesParent }) => namesParent)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test("a chain of many people stops indenting at the last level and names whom it answers from there", () => {
    const names = Array.from({ length: 40 }, (_, at) => `m${at}`);
    const placed = flat(layOut([chain(...names)], 0));
    expect(Math.max(...placed.map(({ level }) => level))).toBe(INDENT_LEVELS);
    expect(placed.filter(({ namesParent }) => namesParent)).toHaveLength(40 - INDENT_LEVELS - 1);
  });

  test("every comment is drawn once, and one that names nobody answers what its line comes from", () => {
    fc.assert(
      fc.property(fc.array(aTree(LEVELS), { maxLength: 2 }), (roots) => {
        const placed = layOut(roots, 0);
        const all = flat(placed);
        expect(new Set(all.map(({ comment }) => comment.id)).size).toBe(countIn(roots));
        expect(countBelow(placed)).toBe(countIn(roots));
        for (const { comment, below, level } of all)
          for (const reply of below) {
            expect(reply.level).toBe(level + 1);
            if (!reply.namesParent) expect(reply.comment.parentId).toBe(comment.id);
          }
      }),
    );
  });
});

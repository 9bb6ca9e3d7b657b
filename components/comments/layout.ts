import { INDENT_LEVELS, type CommentView } from "@/domain/comments/comment";

/** A comment where it is drawn. `below` stands one indent further; `namesParent` answers somebody who is not above its line. */
export type LaidOut = { comment: CommentView; level: number; namesParent: boolean; below: LaidOut[] };

/** Who speaks; all that counts of an ancestor. */
export type Speaker = { author: { handle: string } | null };

/**
 * Where each comment of a tree is drawn, on a list of the given level (0 for the edge of the page).
 *
 * What stands on a line answers the comment the line comes from. Two kinds do not, so they name whom they answer: what
 * lies deeper than the last indent, and the third and later turns of two people who answer each other, which read as a
 * conversation and not as a staircase. `above` are the ancestors, the nearest first, as far as they are known.
 */
export const layOut = (comments: CommentView[], level: number, above: Speaker[] = []): LaidOut[] =>
  comments.flatMap((comment) => place(comment, level, above, false));

function place(comment: CommentView, level: number, above: Speaker[], namesParent: boolean): LaidOut[] {
  const { below, beside } = attachReplies(comment.replies.items, level, [comment, ...above]);
  return [{ comment, level, namesParent, below }, ...beside];
}

/** Replies to `line[0]`, which stands on `level`: those that hang below it, and those that stand beside it. */
export function attachReplies(replies: CommentView[], level: number, line: Speaker[]) {
  const [beside, below] = parted(replies, (reply) => standsBeside(reply, level, line));
  return {
    below: below.flatMap((reply) => place(reply, level + 1, line, false)),
    beside: beside.flatMap((reply) => place(reply, level, line, true)),
  };
}

const standsBeside = (reply: CommentView, level: number, line: Speaker[]): boolean =>
  level >= INDENT_LEVELS || isBackAndForth([reply, ...line]);

/** Four turns of two people: the newest answers an answer to an answer of its own. */
function isBackAndForth([reply, parent, grandparent, first]: Speaker[]): boolean {
  const [one, other] = [reply?.author?.handle, parent?.author?.handle];
  return (
    one !== undefined &&
    other !== undefined &&
    one !== other &&
    grandparent?.author?.handle === one &&
    first?.author?.handle === other
  );
}

function parted<T>(items: T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** How many comments a fold hides: those drawn, and the replies that could still be loaded there. */
export const countBelow = (placed: LaidOut[]): number =>
  placed.reduce((sum, { comment, below }) => sum + 1 + countBelow(below) + unseenReplies(comment), 0);

/** Direct replies that are not on the page. */
export const unseenReplies = ({ replyCount, replies }: CommentView): number =>
  replies.next === null ? 0 : Math.max(1, replyCount - replies.items.length);

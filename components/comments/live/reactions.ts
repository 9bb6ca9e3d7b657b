import { react, takeReactionBack } from "@/client/comments";
import type { MyComment, ReactionKind } from "@/domain/comments/comment";
import { decorateOwn } from "./viewer-state";
import type { DiscussionContext } from "./discussion-context";
import { itemOf } from "./thread-dom";

/**
 * Reacts, or takes the same reaction back. It shows at once, and the figures are the door's as soon as it has answered.
 * @returns false when nobody is signed in: the plain form then does it, by way of signing in
 */
export function toggleReaction(context: DiscussionContext, id: string, kind: ReactionKind): boolean {
  const before = context.reader.mine.get(id);
  if (!context.reader.viewer?.member || !before) return false;
  const reaction = before.reaction === kind ? null : kind;
  show(context, id, { ...before, reaction });
  void (reaction ? react(id, reaction) : takeReactionBack(id)).then((told) => {
    show(context, id, told.ok ? { ...before, ...told.body } : before);
    if (!told.ok) context.toast({ text: told.problem.detail });
  });
  return true;
}

function show({ reader }: DiscussionContext, id: string, mine: MyComment): void {
  reader.mine.set(id, mine);
  const item = itemOf(id);
  if (item) decorateOwn(item, mine);
}

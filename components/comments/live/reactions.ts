import { react, takeReactionBack } from "@/client/comments";
import type { MyComment, ReactionKind } from "@/domain/comments/comment";
import { markMine } from "./viewer-state";
import type { Stage } from "./discussion-context";
import { itemOf } from "./thread-dom";

/**
 * Reacts, or takes the same reaction back. It shows at once, and the figures are the door's as soon as it has answered.
 * @returns false when nobody is signed in: the plain form then does it, by way of signing in
 */
export function toggleReaction(stage: Stage, id: string, kind: ReactionKind): boolean {
  const before = stage.reader.mine.get(id);
  if (!stage.reader.viewer?.member || !before) return false;
  const reaction = before.reaction === kind ? null : kind;
  show(stage, id, { ...before, reaction });
  void (reaction ? react(id, reaction) : takeReactionBack(id)).then((told) => {
    show(stage, id, told.ok ? { ...before, ...told.body } : before);
    if (!told.ok) stage.say({ words: told.problem.detail });
  });
  return true;
}

function show({ reader }: Stage, id: string, mine: MyComment): void {
  reader.mine.set(id, mine);
  const item = itemOf(id);
  if (item) markMine(item, mine);
}

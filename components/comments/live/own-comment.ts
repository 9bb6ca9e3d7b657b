import { hideStance, restore, withdraw } from "@/client/comments";
import type { Told } from "@/client/door";
import type { CommentView } from "@/domain/comments/comment";
import { redraw } from "./insert";
import { mark } from "./overlay";
import { learn, type Stage } from "./stage";
import { itemOf, leadTo } from "./thread-dom";

/** Takes one's comment back, and offers to bring it back. */
export async function withdrawHere(stage: Stage, id: string): Promise<void> {
  const gone = show(stage, await withdraw(id));
  if (gone)
    stage.say({
      words: "Withdrawn. Its replies stay.",
      undo: { words: "Bring it back", run: () => void restoreHere(stage, id) },
    });
}

export async function restoreHere(stage: Stage, id: string): Promise<void> {
  if (show(stage, await restore(id))) stage.say({ words: "It stands again." });
}

export async function hideStanceHere(stage: Stage, id: string): Promise<void> {
  if (show(stage, await hideStance(id)))
    stage.say({ words: "Your vote is no longer shown with this comment." });
}

function show(stage: Stage, told: Told<{ comment: CommentView }>): boolean {
  if (!told.ok) {
    stage.say({ words: told.problem.detail });
    return false;
  }
  const { comment } = told.body;
  learn(stage, [comment]);
  const item = itemOf(comment.id);
  if (item) leadTo(redraw(item, comment, stage.place));
  mark(stage);
  return true;
}

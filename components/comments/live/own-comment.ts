import { fetchComment, hideStance, restore, withdraw } from "@/client/comments";
import type { Result } from "@/client/api";
import { EDIT_MINUTES, type CommentView } from "@/domain/comments/comment";
import { commentPath } from "../addresses";
import { redraw } from "./insert";
import { mark } from "./overlay";
import { learn, type Stage } from "./stage";
import { itemOf, leadTo, proseOf } from "./thread-dom";
import { hostAfter } from "./writing";

/** Opens the form in the place of the words. Its text is asked for then: it may have changed since the page was drawn. */
export async function editHere(stage: Stage, id: string): Promise<void> {
  const told = await fetchComment(id);
  const item = itemOf(id);
  const prose = item && proseOf(item);
  // Without an answer, or without its words on the page, the page for it says the rest.
  if (!told.ok || !prose) {
    location.assign(`${commentPath(id)}/edit`);
    return;
  }
  const { comment } = told.body;
  learn(stage, [comment]);
  if (comment.mine?.can.edit) stage.compose({ does: "edit", comment, host: hostAfter(prose) });
  else
    stage.say({
      words: `A comment can be edited for ${EDIT_MINUTES} minutes, so that replies keep what they answer.`,
    });
}

/** It was edited: drawn as everybody reads it from now on. */
export function saved(stage: Stage, comment: CommentView): void {
  show(stage, { ok: true, body: { comment } });
  stage.say({
    words:
      comment.state === "held"
        ? "Saved. A moderator reads it again before everyone can."
        : "Saved. Everybody can see what it said before.",
  });
}

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

function show(stage: Stage, told: Result<{ comment: CommentView }>): boolean {
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

import { fetchComment, hideStance, restore, withdraw } from "@/client/comments";
import type { Result } from "@/client/api";
import { EDIT_MINUTES, type CommentView } from "@/domain/comments/comment";
import { commentPath } from "@/components/comments/paths";
import { redraw } from "./insert";
import { decorate } from "./viewer-state";
import { remember, type DiscussionContext } from "./discussion-context";
import { itemOf, leadTo, proseOf } from "./thread-dom";
import { hostAfter } from "./quoting";

/** Opens the form in the place of the words. Its text is asked for then: it may have changed since the page was drawn. */
export async function editHere(context: DiscussionContext, id: string): Promise<void> {
  const told = await fetchComment(id);
  const item = itemOf(id);
  const prose = item && proseOf(item);
  // Without an answer, or without its words on the page, the page for it says the rest.
  if (!told.ok || !prose) {
    location.assign(`${commentPath(id)}/edit`);
    return;
  }
  const { comment } = told.body;
  remember(context, [comment]);
  if (comment.mine?.can.edit) context.compose({ does: "edit", comment, host: hostAfter(prose) });
  else
    context.toast({
      text: `A comment can be edited for ${EDIT_MINUTES} minutes, so that replies keep what they answer.`,
    });
}

/** It was edited: drawn as everybody reads it from now on. */
export function saved(context: DiscussionContext, comment: CommentView): void {
  show(context, { ok: true, body: { comment } });
  context.toast({
    text:
      comment.state === "held"
        ? "Saved. A moderator reads it again before everyone can."
        : "Saved. Everybody can see what it said before.",
  });
}

/** Takes one's comment back, and offers to bring it back. */
export async function withdrawHere(context: DiscussionContext, id: string): Promise<void> {
  const gone = show(context, await withdraw(id));
  if (gone)
    context.toast({
      text: "Withdrawn. Its replies stay.",
      undo: { label: "Bring it back", run: () => void restoreHere(context, id) },
    });
}

export async function restoreHere(context: DiscussionContext, id: string): Promise<void> {
  if (show(context, await restore(id))) context.toast({ text: "It stands again." });
}

export async function hideStanceHere(context: DiscussionContext, id: string): Promise<void> {
  if (show(context, await hideStance(id)))
    context.toast({ text: "Your vote is no longer shown with this comment." });
}

function show(context: DiscussionContext, told: Result<{ comment: CommentView }>): boolean {
  if (!told.ok) {
    context.toast({ text: told.problem.detail });
    return false;
  }
  const { comment } = told.body;
  remember(context, [comment]);
  const item = itemOf(comment.id);
  if (item) leadTo(redraw(item, comment, context.thread));
  decorate(context);
  return true;
}

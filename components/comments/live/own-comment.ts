import { fetchComment, hideStance, restore, withdraw } from "@/client/comments";
import type { Result } from "@/client/api";
import { EDIT_MINUTES, type CommentView } from "@/domain/comments/comment";
import { commentPath } from "@/components/comments/paths";
import { redraw } from "./insert";
import { decorate } from "./viewer-state";
import { remember, type DiscussionContext } from "./discussion-context";
import { itemOf, leadTo, proseOf } from "./thread-dom";
import { hostAfter } from "./quoting";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

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
      text: say(t.aCommentCanBeEdited, { editMinutes: EDIT_MINUTES }),
    });
}

/** It was edited: drawn as everybody reads it from now on. */
export function saved(context: DiscussionContext, comment: CommentView): void {
  show(context, { ok: true, body: { comment } });
  context.toast({
    text: comment.state === "held" ? t.savedPendingApproval : t.savedEverybodyCanSee,
  });
}

/** Takes one's comment back, and offers to bring it back. */
export async function withdrawHere(context: DiscussionContext, id: string): Promise<void> {
  const gone = show(context, await withdraw(id));
  if (gone)
    context.toast({
      text: t.withdrawnItsRepliesStay,
      undo: { label: t.restoreComment, run: () => void restoreHere(context, id) },
    });
}

export async function restoreHere(context: DiscussionContext, id: string): Promise<void> {
  if (show(context, await restore(id))) context.toast({ text: t.yourCommentIsBack });
}

export async function hideStanceHere(context: DiscussionContext, id: string): Promise<void> {
  if (show(context, await hideStance(id))) context.toast({ text: t.yourVoteIsNoLongerShown });
}

/** Whether the page shows these very words, and how the comment stands. */
export function readsAs(id: string, comment: CommentView): boolean {
  const item = itemOf(id);
  const prose = item && proseOf(item);
  if (!item || comment.html === "" || !prose) return comment.html === "" && !prose;
  const now = document.createElement("template");
  now.innerHTML = comment.html;
  return now.content.textContent === prose.textContent;
}

/** Draws a comment in its place as it is now. */
export function redrawn(context: DiscussionContext, comment: CommentView): void {
  remember(context, [comment]);
  const item = itemOf(comment.id);
  if (item) redraw(item, comment, context.thread);
  decorate(context);
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

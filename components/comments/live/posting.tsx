import { postComment } from "@/client/comments";
import type { Problem } from "@/client/api";
import { forgetDraft, replySpot } from "@/client/drafts";
import { forgetUnsent, keepUnsent, unsentOf, type Unsent } from "@/client/outbox";
import type { CommentView } from "@/domain/comments/comment";
import { drawn } from "./draw";
import { addReplies, addRoots } from "./insert";
import { mark } from "./overlay";
import { PendingItem } from "./pending-item";
import { learn, type Stage } from "./stage";
import { itemOf, leadTo, levelOf, listOf, rootList } from "./thread-dom";
import { hostAfter } from "./writing";
import styles from "./live.module.css";

/** Nobody answered, or nobody who could: it is worth trying again with the same key. */
const isAway = ({ status }: Problem): boolean => status === 0 || status >= 500;

/** How often what could not be sent is tried again while the page is open. Milliseconds. */
const AGAIN = 20_000;

/**
 * Shows a comment at once and sends it. Not heard of, it stays, says so, and is sent again when the network is back.
 * @returns what is wrong with it, for the writer to mend; null when it is posted or waits to be
 */
export async function send(stage: Stage, unsent: Unsent): Promise<Problem | null> {
  const pending = itemOf(unsent.key) ?? showPending(stage, unsent);
  pending.classList.remove(styles.unsent ?? "");
  const told = await postComment(stage.place.slug, unsent.comment, unsent.key);
  if (told.ok) {
    pending.remove();
    arrive(stage, unsent, told.body.comment);
    return null;
  }
  if (isAway(told.problem)) {
    keepUnsent(stage.place.slug, unsent);
    pending.classList.add(styles.unsent ?? "");
    stage.say({ words: "Not sent yet. It is kept here and goes out as soon as we can be reached." });
    return null;
  }
  forgetUnsent(stage.place.slug, unsent);
  pending.remove();
  return told.problem;
}

function arrive(stage: Stage, unsent: Unsent, comment: CommentView): void {
  const spot = replySpot(stage.place.slug, comment.parentId);
  forgetUnsent(stage.place.slug, unsent);
  forgetDraft(spot, unsent.comment.body);
  learn(stage, [comment]);
  const parent = comment.parentId === null ? null : itemOf(comment.parentId);
  const list = rootList(stage.root);
  const [item] = parent
    ? addReplies(parent, [comment], stage.place)
    : list
      ? addRoots(list, [comment], stage.place, false)
      : [];
  mark(stage);
  if (item) {
    item.classList.add(styles.arrived ?? "");
    leadTo(item);
  }
  stage.say({ words: thanks(stage, comment) });
}

function thanks({ reader }: Stage, { state }: CommentView): string {
  if (state === "held")
    return "Thank you. A moderator reads it before everyone can; until then only you see it.";
  if (!reader.viewer?.member?.first) return "Posted.";
  reader.viewer.member.first = false;
  return "Posted. Thank you for your first comment here.";
}

function showPending(stage: Stage, { key, comment }: Unsent): HTMLElement {
  const name = stage.reader.viewer?.member?.name ?? "You";
  const fragment = drawn(<PendingItem id={key} name={name} body={comment.body} />);
  const [item] = fragment.querySelectorAll("li");
  if (!item) throw new Error("A pending comment was not drawn.");
  const parent = comment.parentId === undefined ? null : itemOf(comment.parentId);
  const list = parent ? listOf(parent) : rootList(stage.root);
  if (list && parent) list.append(item);
  else if (list) list.prepend(item);
  else if (parent && levelOf(parent) >= 0) parent.after(item);
  return item;
}

/** What waited in this browser goes out now, and each time the network comes back. @returns the end of it */
export function sendWhatWaits(stage: Stage): () => void {
  const again = () => {
    for (const unsent of unsentOf(stage.place.slug)) void resend(stage, unsent);
  };
  again();
  window.addEventListener("online", again);
  const clock = setInterval(again, AGAIN);
  return () => {
    window.removeEventListener("online", again);
    clearInterval(clock);
  };
}

/** Refused after all this time, it opens again where it was written, with the reason. */
async function resend(stage: Stage, unsent: Unsent): Promise<void> {
  const problem = await send(stage, unsent);
  if (problem) writeAgain(stage, unsent, problem);
}

export function writeAgain(stage: Stage, { comment }: Unsent, problem: Problem | null): void {
  const parent = comment.parentId === undefined ? null : itemOf(comment.parentId);
  const button = (parent ?? stage.root).querySelector<HTMLElement>(
    parent ? ':scope > p > [data-do="reply"]' : '[data-do="compose"]',
  );
  const line = parent ? button?.parentElement : button;
  if (!line) {
    stage.say({ words: problem?.detail ?? "It can be written here no more." });
    return;
  }
  stage.compose({
    does: "reply",
    parentId: comment.parentId ?? null,
    host: hostAfter(line),
    text: comment.body,
    problem,
  });
}

/** The writer takes back what has not gone out. */
export function unsend(stage: Stage, key: string): void {
  const unsent = unsentOf(stage.place.slug).find((one) => one.key === key);
  if (!unsent) return;
  forgetUnsent(stage.place.slug, unsent);
  itemOf(key)?.remove();
  writeAgain(stage, unsent, null);
}

export function tryNow(stage: Stage, key: string): void {
  const unsent = unsentOf(stage.place.slug).find((one) => one.key === key);
  if (unsent) void resend(stage, unsent);
}

"use client";

import { createPortal } from "react-dom";
import { newIdempotencyKey } from "@/client/idempotency-key";
import { EditForm } from "@/components/comments/edit-form";
import { ReplyForm } from "@/components/comments/reply-form";
import { saved } from "./own-comment";
import { sendComment } from "./posting";
import type { Composing, ReplyComposing, DiscussionContext } from "./discussion-context";
import { markBeside } from "./passage-marks";
import { itemAround, itemsIn, nameIn, partOf } from "./thread-dom";

/** The longest double click. Milliseconds. */
const SECOND_CLICK_WITHIN = 500;

type Props<At> = { context: DiscussionContext; at: At; onClose: () => void };

/** Back to where one came from, for the keyboard goes on from there. */
function closeAndReturn(at: Composing, close: () => void): () => void {
  return () => {
    close();
    openerOf(at)?.focus();
  };
}

/** The form, where one pressed Reply, or in the place of one's own words. */
export function Composer({ context, at, onClose }: Props<Composing>) {
  if (at.does === "reply")
    return createPortal(<Reply context={context} at={at} onClose={onClose} />, at.host);
  return createPortal(
    <EditForm
      comment={at.comment}
      onClose={closeAndReturn(at, onClose)}
      onSaved={(comment) => {
        onClose();
        saved(context, comment);
      }}
    />,
    at.host,
  );
}

function Reply({ context, at, onClose }: Props<ReplyComposing>) {
  const { viewer } = context.reader;
  const choice = viewer?.poll?.choice;
  return (
    <ReplyForm
      slug={context.thread.slug}
      parentId={at.parentId}
      about={at.about}
      body={at.text}
      problem={at.problem}
      vote={choice && context.thread.answers[choice] ? { choice, answers: answersOf(context) } : null}
      writer={viewer?.member ?? null}
      to={at.parentId === null ? null : answeredName(at.host)}
      names={namesIn(context)}
      onClose={closeAndReturn(at, onClose)}
      onSend={async (comment) => {
        onClose();
        const listenAgain = ignoreSecondClick();
        const problem = await sendComment(context, {
          key: newIdempotencyKey(),
          comment,
          by: viewer?.member?.handle ?? "",
        });
        if (!problem) return;
        listenAgain();
        context.compose({ ...at, text: comment.body, problem });
      }}
    />
  );
}

/** The form is gone at once: what has moved to where the pointer is was not meant by the second press of a double click. @returns the end of it */
function ignoreSecondClick(): () => void {
  const onClick = (event: MouseEvent) => {
    // The keyboard presses what has the focus.
    if (event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const end = () => document.removeEventListener("click", onClick, true);
  document.addEventListener("click", onClick, true);
  setTimeout(end, SECOND_CLICK_WITHIN);
  return end;
}

function answeredName(host: HTMLElement): string | null {
  const item = itemAround(host);
  return item && nameIn(item);
}

/** What one pressed to write there. */
function openerOf({ does, host }: Composing): HTMLElement | null {
  const mark = markBeside(host);
  if (mark) return mark;
  const item = itemAround(host);
  if (item) return partOf(item, does === "reply" ? "reply" : "menu");
  return host.previousElementSibling instanceof HTMLElement ? host.previousElementSibling : null;
}

const answersOf = ({ thread }: DiscussionContext) =>
  Object.entries(thread.answers).map(([key, { label }]) => ({ key, label }));

/** Who writes on this page, by handle: those one is likely to call by name. */
function namesIn({ root }: DiscussionContext): Record<string, string> {
  const names: Record<string, string> = {};
  for (const item of itemsIn(root)) {
    const author = partOf(item, "author");
    const handle = author?.getAttribute("href")?.split("/").at(-1);
    if (handle !== undefined) names[handle] = author?.textContent ?? handle;
  }
  return names;
}

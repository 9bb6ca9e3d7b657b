"use client";

import { createPortal } from "react-dom";
import { newIdempotencyKey } from "@/client/idempotency-key";
import { EditForm } from "@/components/comments/edit-form";
import { ReplyForm } from "@/components/comments/reply-form";
import { saved } from "./own-comment";
import { sendComment } from "./posting";
import type { Composing, ReplyComposing, DiscussionContext } from "./discussion-context";
import { itemOf, itemsIn, nameIn, partOf } from "./thread-dom";

type Props<At> = { context: DiscussionContext; at: At; onClose: () => void };

/** The form, where one pressed Reply, or in the place of one's own words. */
export function Composer({ context, at, onClose }: Props<Composing>) {
  if (at.does === "reply")
    return createPortal(<Reply context={context} at={at} onClose={onClose} />, at.host);
  return createPortal(
    <EditForm
      comment={at.comment}
      onClose={onClose}
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
  const parent = at.parentId === null ? null : itemOf(at.parentId);
  return (
    <ReplyForm
      slug={context.thread.slug}
      parentId={at.parentId}
      answers={parent && nameIn(parent)}
      body={at.text}
      problem={at.problem}
      vote={choice ? (context.thread.answers[choice]?.label ?? null) : null}
      writer={viewer?.member ?? null}
      names={namesIn(context)}
      onClose={onClose}
      onSend={async (comment) => {
        onClose();
        const problem = await sendComment(context, {
          key: newIdempotencyKey(),
          comment,
          by: viewer?.member?.handle ?? "",
        });
        if (problem) context.compose({ ...at, text: comment.body, problem });
      }}
    />
  );
}

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

"use client";

import { createPortal } from "react-dom";
import { newIdempotencyKey } from "@/client/idempotency-key";
import { EditForm } from "../edit-form";
import { ReplyForm } from "../reply-form";
import { saved } from "./own-comment";
import { send } from "./posting";
import type { Composing, Replying, Stage } from "./stage";
import { itemsIn, partOf } from "./thread-dom";

type Props<At> = { stage: Stage; at: At; onClose: () => void };

/** The form, where one pressed Reply, or in the place of one's own words. */
export function Composer({ stage, at, onClose }: Props<Composing>) {
  if (at.does === "reply") return createPortal(<Reply stage={stage} at={at} onClose={onClose} />, at.host);
  return createPortal(
    <EditForm
      comment={at.comment}
      onClose={onClose}
      onSaved={(comment) => {
        onClose();
        saved(stage, comment);
      }}
    />,
    at.host,
  );
}

function Reply({ stage, at, onClose }: Props<Replying>) {
  const { viewer } = stage.reader;
  const choice = viewer?.poll?.choice;
  return (
    <ReplyForm
      slug={stage.place.slug}
      parentId={at.parentId}
      body={at.text}
      problem={at.problem}
      vote={choice ? (stage.place.answers[choice]?.label ?? null) : null}
      writer={viewer?.member ?? null}
      names={namesIn(stage)}
      onClose={onClose}
      onSend={async (comment) => {
        onClose();
        const problem = await send(stage, { key: newIdempotencyKey(), comment });
        if (problem) stage.compose({ ...at, text: comment.body, problem });
      }}
    />
  );
}

/** Who writes on this page, by handle: those one is likely to call by name. */
function namesIn({ root }: Stage): Record<string, string> {
  const names: Record<string, string> = {};
  for (const item of itemsIn(root)) {
    const author = partOf(item, "author");
    const handle = author?.getAttribute("href")?.split("/").at(-1);
    if (handle !== undefined) names[handle] = author?.textContent ?? handle;
  }
  return names;
}

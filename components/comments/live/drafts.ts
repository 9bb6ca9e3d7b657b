import { draftsUnder } from "@/client/drafts";
import { beginning } from "@/domain/prose/cut";
import { FORMER_MEMBER } from "@/components/comments/labels";
import type { DiscussionContext } from "./discussion-context";
import { idOf, itemsIn, nameIn, partOf } from "./thread-dom";
import * as comments from "#messages/comments";
import * as t from "#messages/writing";
import { say } from "@/messages/say";

/** As much of a draft as one knows it by. Code points. */
const SHOWN = 60;

/** Says at every way to write that words wait behind it; called again when one has written, or closed the box. */
export function showDrafts({ root, thread, reader }: DiscussionContext): void {
  const drafts = draftsUnder(thread.slug, reader.viewer?.member?.handle);
  const entry = root.querySelector<HTMLElement>('[data-action="compose"]');
  const own = drafts.get("article");
  if (entry)
    entry.textContent =
      own === undefined
        ? comments.addToTheDiscussion
        : say(t.yourDraft, { beginning: beginning(own, SHOWN) });
  for (const item of itemsIn(root)) {
    const reply = partOf(item, "reply");
    if (reply) nameReply(reply, nameIn(item) ?? FORMER_MEMBER, drafts.has(idOf(item)));
  }
}

function nameReply(reply: HTMLElement, name: string, isDraft: boolean): void {
  if (isDraft === (reply.dataset.draft !== undefined)) return;
  reply.textContent = isDraft ? t.replyDraft : comments.reply;
  reply.ariaLabel = say(isDraft ? t.replyDraftTo : comments.replyTo, { name });
  if (isDraft) reply.dataset.draft = "";
  else delete reply.dataset.draft;
}

import { draftsUnder, passagePlace } from "@/client/drafts";
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
  // Where nobody, or not this reader, may write, the way in says why.
  if (entry && (reader.viewer?.discussion.closed ?? null) === null)
    entry.textContent =
      own === undefined
        ? comments.addToTheDiscussion
        : say(t.yourDraft, { beginning: beginning(own, SHOWN) });
  for (const item of itemsIn(root)) {
    const reply = partOf(item, "reply");
    if (reply) markReply(reply, nameIn(item) ?? FORMER_MEMBER, drafts.has(idOf(item)));
  }
  for (const mark of document.querySelectorAll<HTMLElement>(".passage-mark")) {
    const isDraft = drafts.has(passagePlace(mark.dataset.passage ?? ""));
    mark.toggleAttribute("data-draft", isDraft);
    mark.ariaDescription = isDraft ? t.draft : null;
  }
}

function markReply(reply: HTMLElement, name: string, isDraft: boolean): void {
  const mark = reply.nextElementSibling?.matches("[data-draft]") ? reply.nextElementSibling : null;
  if (isDraft === (mark !== null)) return;
  reply.ariaLabel = say(isDraft ? t.replyToWithDraft : comments.replyTo, { name });
  mark?.remove();
  if (!isDraft) return;
  const words = document.createElement("span");
  words.dataset.draft = "";
  words.textContent = t.draft;
  reply.after(words);
}

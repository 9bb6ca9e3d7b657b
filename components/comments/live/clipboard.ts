import type { DiscussionContext } from "./discussion-context";
import * as t from "#messages/comments";

/** Longer than a glance, shorter than a distraction. Milliseconds. */
const SAID_FOR = 2_000;

/** "Link" copies the address; where a browser does not let it, it is followed as the link it is. */
export function copyLink(context: DiscussionContext, link: HTMLAnchorElement): boolean {
  // Missing where there is no https, whatever the types say.
  if (!("clipboard" in navigator)) return false;
  const text = link.textContent;
  void navigator.clipboard.writeText(link.href).then(
    () => {
      link.textContent = t.copied;
      context.toast({ text: t.theLinkToThisComment });
      setTimeout(() => (link.textContent = text), SAID_FOR);
    },
    () => location.assign(link.href),
  );
  return true;
}

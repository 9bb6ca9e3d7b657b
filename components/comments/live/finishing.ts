import { draftOf, forgetDraft } from "@/client/drafts";
import { tabStorage } from "@/client/storage";
import { anchorOf, commentPath } from "@/components/comments/paths";
import { WRITTEN } from "@/components/comments/written";
import type { DiscussionContext } from "./discussion-context";
import { itemOf } from "./thread-dom";
import * as t from "#messages/comments";

/** Of which comment this tab was about to say "Respect" when it had to sign in. */
const RESPECTED = "respected";

/**
 * Somebody who is signed out presses Respect: the plain form takes it through sign-in, where it is done, and they come back to where
 * they read. What is refused is told on the comment's own page.
 */
export function leaveToSignIn(button: HTMLButtonElement, id: string): void {
  tabStorage.set(RESPECTED, id);
  button.value = `${location.pathname}${location.search}#${anchorOf(id)}`;
  const back = document.createElement("input");
  Object.assign(back, { type: "hidden", name: "_back", value: commentPath(id) });
  button.form?.append(back);
}

/** Back from signing in: what was done there is said here, and what was posted is no draft any more. */
export function sayWhatWasFinished(context: DiscussionContext): void {
  const { viewer, mine } = context.reader;
  if (!viewer?.member) return;
  const respected = tabStorage.get(RESPECTED);
  const spot = tabStorage.get(WRITTEN);
  tabStorage.remove(RESPECTED);
  tabStorage.remove(WRITTEN);
  if (respected !== null && mine.get(respected)?.reaction === "respect" && itemOf(respected))
    context.toast({ text: t.signedInAndRespected });
  const own = commentHere();
  if (spot !== null && own !== null && mine.get(own)?.can.withdraw) forgetDraft(spot, draftOf(spot));
}

/** The comment whose own page this is. */
const commentHere = (): string | null => /^\/comments\/([^/]+)$/.exec(location.pathname)?.[1] ?? null;

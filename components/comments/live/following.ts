import { fetchViewer } from "@/client/comments";
import { followBranch, followDiscussion, muteMember } from "@/client/following";
import type { FollowingHere, FollowingState } from "@/domain/following/following";
import { foldMuted } from "./muted";
import type { DiscussionContext } from "./discussion-context";
import { itemOf, nameIn, partOf } from "./thread-dom";
import { FORMER_MEMBER } from "@/components/comments/labels";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

export const followingIn = ({ reader }: DiscussionContext): FollowingHere | null =>
  reader.viewer?.member ? reader.viewer.discussion.following : null;

/** What the reader said of the discussion stands in its head, as two buttons. Whoever is signed out is led to the page for it. */
export function showFollowing(context: DiscussionContext): void {
  const here = followingIn(context);
  if (!here) return;
  for (const [action, state] of [
    ["follow", "followed"],
    ["mute", "muted"],
  ] as const) {
    const button = buttonFor(context.root, action);
    if (!button) continue;
    const isOn = here.discussion === state;
    button.ariaPressed = String(isOn);
    button.textContent = WORDS[state][isOn ? 1 : 0];
  }
}

/** Where the server drew a link to the page for it. */
function buttonFor(root: HTMLElement, action: "follow" | "mute"): HTMLElement | null {
  const drawn = root.querySelector<HTMLElement>(`:scope > header [data-action="${action}"]`);
  if (!(drawn instanceof HTMLAnchorElement)) return drawn;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.action = action;
  drawn.replaceWith(button);
  return button;
}

const WORDS: Record<FollowingState, [string, string]> = {
  followed: [t.follow, t.followingIt],
  muted: [t.mute, t.mutedIt],
};

/** Pressed again it ends. @returns false when nobody is signed in: then the link leads on */
export function toggleDiscussion(context: DiscussionContext, state: FollowingState): boolean {
  const here = followingIn(context);
  if (!here) return false;
  const before = here.discussion;
  void sayOfDiscussion(context, before === state ? null : state, before);
  return true;
}

async function sayOfDiscussion(
  context: DiscussionContext,
  state: FollowingState | null,
  before: FollowingState | null,
): Promise<void> {
  const here = followingIn(context);
  if (!here) return;
  here.discussion = state;
  showFollowing(context);
  const told = await followDiscussion(context.thread.slug, state);
  if (!told.ok) {
    here.discussion = before;
    showFollowing(context);
  }
  context.toast({ text: told.ok ? SAID[state ?? "ended"] : told.problem.detail });
}

const SAID = { followed: t.youFollowThisNow, muted: t.youMutedThisNow, ended: t.thatHasEnded };

/** Taking part follows by itself; whoever did not want that ends it with one press. */
export function tellFollowing(context: DiscussionContext, was: FollowingState | null, thanks = ""): void {
  const here = followingIn(context);
  if (!here || was !== null || here.discussion !== "followed") return;
  context.toast({
    text: `${thanks} ${t.youFollowThisNow}`.trim(),
    undo: { label: t.stopFollowing, run: () => void sayOfDiscussion(context, null, "followed") },
  });
}

/** Whoever has just posted follows, unless they said something else of the discussion before: then the door knows. */
export async function beginFollowing(context: DiscussionContext, thanks: string): Promise<void> {
  const here = followingIn(context);
  if (here?.discussion !== null) return;
  const told = await fetchViewer(context.thread.slug, []);
  if (!told.ok) return;
  here.discussion = told.body.discussion.following.discussion;
  showFollowing(context);
  tellFollowing(context, null, thanks);
}

export async function sayOfBranch(
  context: DiscussionContext,
  id: string,
  state: FollowingState | null,
): Promise<void> {
  const here = followingIn(context);
  const told = await followBranch(id, state);
  if (told.ok && here) {
    const others = Object.entries(here.branches).filter(([one]) => one !== id);
    here.branches = Object.fromEntries(state === null ? others : [...others, [id, state]]);
  }
  context.toast({ text: told.ok ? THREAD_SAID[state ?? "ended"] : told.problem.detail });
}

const THREAD_SAID = { followed: t.youFollowThisThread, muted: t.youMutedThisThread, ended: t.thatHasEnded };

/** Whose comment it is, where they can be muted: not the reader's own, nor of somebody who is gone. */
export function authorToMute(
  { reader }: DiscussionContext,
  id: string,
): { handle: string; name: string } | null {
  const item = itemOf(id);
  const handle = item && partOf(item, "author")?.getAttribute("href")?.split("/").at(-1);
  if (!item || !handle || handle === reader.viewer?.member?.handle) return null;
  return { handle, name: nameIn(item) ?? FORMER_MEMBER };
}

/** Their comments fold away at once, or are back. */
export async function mute(
  context: DiscussionContext,
  author: { handle: string; name: string },
  muted: boolean,
): Promise<void> {
  const told = await muteMember(author.handle, muted);
  const here = followingIn(context);
  if (!told.ok || !here) {
    if (!told.ok) context.toast({ text: told.problem.detail });
    return;
  }
  here.muted = here.muted.filter((handle) => handle !== author.handle);
  if (muted) here.muted.push(author.handle);
  foldMuted(context);
  context.toast({
    text: say(muted ? t.youMutedWhom : t.youHearWhom, { name: author.name }),
    ...(muted && { undo: { label: t.undoIt, run: () => void mute(context, author, false) } }),
  });
}

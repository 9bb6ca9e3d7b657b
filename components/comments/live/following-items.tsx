import type { ReactNode } from "react";
import { branchFollowingPath, type FollowingState } from "@/domain/following/following";
import { authorToMute, followingIn, mute, sayOfBranch } from "./following";
import type { DiscussionContext } from "./discussion-context";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

type Props = {
  context: DiscussionContext;
  id: string;
  item: (label: ReactNode, run: () => void) => ReactNode;
};

/** What one wants to hear of a thread and its author, in the menu of a comment; signed out, the way to sign in. */
export function FollowingItems({ context, id, item }: Props) {
  const here = followingIn(context);
  if (!here)
    return (
      <li>
        <a href={branchFollowingPath(id)}>{t.followOrMute}</a>
      </li>
    );
  const state = here.branches[id] ?? null;
  const author = authorToMute(context, id);
  const isMuted = author !== null && here.muted.includes(author.handle);
  const toggle = (one: FollowingState) => () => void sayOfBranch(context, id, state === one ? null : one);
  return (
    <>
      {item(state === "followed" ? t.stopFollowingThisThread : t.followThisThread, toggle("followed"))}
      {item(state === "muted" ? t.stopMutingThisThread : t.muteThisThread, toggle("muted"))}
      {author &&
        item(
          say(isMuted ? t.stopMutingWhom : t.muteWhom, { name: author.name }),
          () => void mute(context, author, !isMuted),
        )}
    </>
  );
}

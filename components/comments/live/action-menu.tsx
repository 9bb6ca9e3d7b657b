"use client";

import { lazy, Suspense, useEffect, useRef, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { commentPath, mindChangePath } from "@/components/comments/paths";
import { editHere, hideStanceHere, restoreHere, withdrawHere } from "./own-comment";
import { FollowingItems } from "./following-items";
import { toggleReaction } from "./reactions";
import type { MenuAt, DiscussionContext } from "./discussion-context";
import styles from "./live.module.css";
import { StaysWhole } from "@/components/ui/stays-whole";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

const ModeratorItems = lazy(() => import("./moderator-items"));

type Props = MenuAt & { context: DiscussionContext; onClose: () => void };

/** What one does seldom, below the words "More …"; only what this reader may do. Signed out, it leads to signing in. */
export function ActionMenu({ context, id, anchor, host, onClose }: Props) {
  const sheet = useRef<HTMLUListElement>(null);
  const mine = context.reader.mine.get(id);
  const can = mine?.can;
  const path = commentPath(id);
  useEffect(() => {
    const { current: list } = sheet;
    if (!list) return;
    openWhereThereIsRoom(list, anchor);
    list.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
    anchor.setAttribute("aria-expanded", "true");
    const onPress = ({ target }: PointerEvent) => {
      // The word itself closes it when it is pressed.
      if (target instanceof Node && !list.contains(target) && !anchor.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", onPress);
    return () => {
      anchor.setAttribute("aria-expanded", "false");
      document.removeEventListener("pointerdown", onPress);
    };
  }, [anchor, onClose]);
  const close = () => {
    onClose();
    anchor.focus();
  };
  const item = (label: ReactNode, run: () => void, pressed?: boolean) => (
    <li>
      <button
        aria-pressed={pressed}
        onClick={() => {
          close();
          run();
        }}
      >
        {label}
      </button>
    </li>
  );
  return createPortal(
    <ul
      className={styles.menu}
      ref={sheet}
      aria-label={t.moreToDoWithThisComment}
      onBlur={({ currentTarget, relatedTarget }) => {
        // A press where nothing takes the focus is for the listener above.
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key === "ArrowDown") moveFocus(event.currentTarget, 1);
        if (event.key === "ArrowUp") moveFocus(event.currentTarget, -1);
        if (event.key.startsWith("Arrow")) event.preventDefault();
      }}
    >
      {can?.react &&
        item(
          say(t.unconvincedUnconvinced, {
            unconvinced: mine?.reactions?.unconvinced ? ` (${mine.reactions.unconvinced})` : "",
          }),
          () => toggleReaction(context, id, "unconvinced"),
          mine?.reaction === "unconvinced",
        )}
      {can?.edit && item(t.edit, () => void editHere(context, id))}
      {can?.withdraw && item(t.withdraw, () => void withdrawHere(context, id))}
      {can?.restore && item(t.restoreComment, () => void restoreHere(context, id))}
      {can?.hideStance && item(t.hideMyVoteHere, () => void hideStanceHere(context, id))}
      {(can?.react ?? true) && Object.keys(context.thread.answers).length > 0 && (
        <li>
          <a href={mindChangePath(context.thread.slug, id)}>{t.thisChangedMyMind}</a>
        </li>
      )}
      {(can?.report ?? true) && (
        <li>
          <a href={`${path}/report`}>{t.report}</a>
        </li>
      )}
      <FollowingItems context={context} id={id} item={item} />
      <li>
        <a href={path}>{t.openOnItsOwnPage}</a>
      </li>
      {mine && (can?.moderate || can?.pin) && (
        <StaysWhole>
          <Suspense>
            <ModeratorItems context={context} id={id} host={host} mine={mine} item={item} />
          </Suspense>
        </StaysWhole>
      )}
    </ul>,
    host,
  );
}

/** Upwards only where it is cut off below and is not cut off above. */
function openWhereThereIsRoom(list: HTMLElement, anchor: HTMLElement): void {
  const upwards = styles.upwards ?? "";
  list.classList.remove(upwards);
  const { bottom, height } = list.getBoundingClientRect();
  if (bottom > innerHeight && anchor.getBoundingClientRect().top >= height) list.classList.add(upwards);
}

function moveFocus(list: HTMLElement, by: 1 | -1): void {
  const all = Array.from(list.querySelectorAll<HTMLElement>("a, button"));
  const at = all.findIndex((one) => one === document.activeElement);
  all[(at + by + all.length) % all.length]?.focus();
}

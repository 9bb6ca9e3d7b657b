"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { commentPath } from "@/components/comments/paths";
import { editHere, hideStanceHere, restoreHere, withdrawHere } from "./own-comment";
import { toggleReaction } from "./reactions";
import { itemOf } from "./thread-dom";
import type { MenuAt, Stage } from "./discussion-context";
import styles from "./live.module.css";

type Props = MenuAt & { stage: Stage; onClose: () => void };

/** What one does seldom, below the words "More …"; only what this reader may do. Signed out, it leads to signing in. */
export function ActionMenu({ stage, id, anchor, host, onClose }: Props) {
  const sheet = useRef<HTMLUListElement>(null);
  const mine = stage.reader.mine.get(id);
  const can = mine?.can;
  const path = commentPath(id);
  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>("a, button")?.focus();
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && sheet.current?.contains(target))) onClose();
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [onClose]);
  const close = () => {
    onClose();
    anchor.focus();
  };
  const deed = (words: ReactNode, run: () => void, pressed?: boolean) => (
    <li>
      <button
        aria-pressed={pressed}
        onClick={() => {
          close();
          run();
        }}
      >
        {words}
      </button>
    </li>
  );
  return createPortal(
    <ul
      className={styles.menu}
      ref={sheet}
      aria-label="More to do with this comment"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key === "ArrowDown") moveFocus(event.currentTarget, 1);
        if (event.key === "ArrowUp") moveFocus(event.currentTarget, -1);
        if (event.key.startsWith("Arrow")) event.preventDefault();
      }}
    >
      {can?.react &&
        deed(
          `Unconvinced${mine?.reactions?.unconvinced ? ` ${mine.reactions.unconvinced}` : ""}`,
          () => toggleReaction(stage, id, "unconvinced"),
          mine?.reaction === "unconvinced",
        )}
      {can?.edit && deed("Edit", () => void editHere(stage, id))}
      {can?.withdraw && deed("Withdraw", () => void withdrawHere(stage, id))}
      {can?.restore && deed("Bring it back", () => void restoreHere(stage, id))}
      {can?.hideStance && deed("Hide my vote here", () => void hideStanceHere(stage, id))}
      {(can?.report ?? true) && (
        <li>
          <a href={`${path}/report`}>Report</a>
        </li>
      )}
      <li>
        <a href={path}>Open on its own page</a>
      </li>
      {can?.moderate && (
        <li>
          <a href={`/moderation?${new URLSearchParams({ member: handleOf(id) }).toString()}`}>On the desk</a>
        </li>
      )}
    </ul>,
    host,
  );
}

function moveFocus(list: HTMLElement, by: 1 | -1): void {
  const all = Array.from(list.querySelectorAll<HTMLElement>("a, button"));
  const at = all.findIndex((one) => one === document.activeElement);
  all[(at + by + all.length) % all.length]?.focus();
}

const handleOf = (id: string): string =>
  itemOf(id)?.querySelector('a[href^="/members/"]')?.getAttribute("href")?.split("/").at(-1) ?? "";

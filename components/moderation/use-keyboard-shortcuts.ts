import { useEffect, useLayoutEffect, useRef } from "react";
import { isWriting, shortcutKey } from "@/client/shortcut-key";
import type { CommentAction } from "@/domain/moderation/decisions/decision";

/** What the keys ask for. */
export type Shortcuts = {
  disabled: boolean;
  step: (by: 1 | -1) => void;
  approve: () => void;
  askReason: (action: CommentAction) => void;
  /** A digit, while the reasons are open. */
  reason: (nth: number) => void;
  undo: () => void;
  sanction: (kind: "suspension" | "ban") => void;
  thread: () => void;
  pick: () => void;
  close: () => void;
  help: () => void;
};

/** One key each, wherever the focus is, except where somebody writes and with a modifier held. The page says `data-keys` while it listens. */
export function useKeyboardShortcuts(keys: Shortcuts): void {
  const now = useRef(keys);
  // With what is drawn, and not a moment later: a key pressed in between would mean what was on the screen before.
  useLayoutEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const key = shortcutKey(event);
      if (key === null || now.current.disabled) return;
      if (isWriting(event) && key !== "Escape") return;
      if (obey(key, now.current)) event.preventDefault();
    }
    document.addEventListener("keydown", press);
    document.body.dataset.keys = "";
    return () => {
      document.removeEventListener("keydown", press);
      delete document.body.dataset.keys;
    };
  }, []);
}

/** Whether the key meant something. */
function obey(key: string, keys: Shortcuts): boolean {
  if (/^[1-9]$/.test(key)) return (keys.reason(Number(key)), true);
  switch (key) {
    case "j":
      return (keys.step(1), true);
    case "k":
      return (keys.step(-1), true);
    case "a":
      return (keys.approve(), true);
    case "r":
      return (keys.askReason("reject"), true);
    case "h":
      return (keys.askReason("hold"), true);
    case "u":
      return (keys.undo(), true);
    case "s":
      return (keys.sanction("suspension"), true);
    case "b":
      return (keys.sanction("ban"), true);
    case "t":
      return (keys.thread(), true);
    case "x":
      return (keys.pick(), true);
    case "?":
      return (keys.help(), true);
    case "Escape":
      return (keys.close(), false);
    default:
      return false;
  }
}

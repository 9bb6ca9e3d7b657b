"use client";

import { useEffect } from "react";
import type { ToastMessage } from "./discussion-context";
import styles from "./live.module.css";

/** A word stays long enough to be read, one with a way back long enough to be used. Milliseconds. */
const FOR_READING = 6_000;
const FOR_UNDOING = 15_000;

/** What just happened, at the foot of the window, where it covers nothing for long and moves nothing. */
export function Toast({ message, onDone }: { message: ToastMessage | null; onDone: () => void }) {
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(onDone, message.undo ? FOR_UNDOING : FOR_READING);
    return () => clearTimeout(timer);
  }, [message, onDone]);
  return (
    <div className={styles.said} role="status">
      {message && (
        <p className={message.aside ? "visually-hidden" : undefined}>
          {message.text}
          {message.undo && (
            <button
              onClick={() => {
                message.undo?.run();
                onDone();
              }}
            >
              {message.undo.label}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

"use client";

import { useEffect } from "react";
import type { Said } from "./discussion-context";
import styles from "./live.module.css";

/** A word stays long enough to be read, one with a way back long enough to be used. Milliseconds. */
const FOR_READING = 6_000;
const FOR_UNDOING = 15_000;

/** What just happened, at the foot of the window, where it covers nothing for long and moves nothing. */
export function SaidLine({ said, onDone }: { said: Said | null; onDone: () => void }) {
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(onDone, said.undo ? FOR_UNDOING : FOR_READING);
    return () => clearTimeout(timer);
  }, [said, onDone]);
  return (
    <div className={styles.said} role="status">
      {said && (
        <p className={said.aside ? "visually-hidden" : undefined}>
          {said.words}
          {said.undo && (
            <button
              onClick={() => {
                said.undo?.run();
                onDone();
              }}
            >
              {said.undo.words}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";
import styles from "./dialog.module.css";
import * as t from "#messages/site";

/** The browser's own modal dialog: it keeps the focus, gives it back, and Escape closes it. */
export function Dialog(props: { title: ReactNode; open: boolean; onClose: () => void; children: ReactNode }) {
  const { title, open, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        <form method="dialog">
          <button className={styles.close} aria-label={t.close}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path
                d="M3 3l10 10M13 3L3 13"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.6"
                strokeLinecap="round"
              />
            </svg>
          </button>
        </form>
      </header>
      {children}
    </dialog>
  );
}

"use client";

import { useEffect, type RefObject } from "react";
import { Apart } from "@/components/ui/apart";
import { useScript } from "@/components/ui/use-script";
import { applyEdit, selectedIn } from "./apply-edit";
import { WRITING_ACTIONS, type WritingAction } from "./actions";
import { onPaste } from "./paste";
import { onWritingKey } from "./writing-keys";
import styles from "./toolbar.module.css";
import * as t from "#messages/writing";

/** What script adds to a field for Markdown: a few buttons, their keys, and a paste that keeps its links and lists. */
export function Toolbar({
  area,
  actions = WRITING_ACTIONS,
}: {
  area: RefObject<HTMLTextAreaElement | null>;
  actions?: readonly WritingAction[];
}) {
  useEffect(() => {
    const { current: field } = area;
    if (!field) return;
    const ends = [listen(field, "keydown", onWritingKey), listen(field, "paste", onPaste)];
    return () => {
      for (const end of ends) end();
    };
  }, [area]);
  const script = useScript();
  return (
    <p className={`${styles.toolbar} needs-script`} role="group" aria-label={t.formatting}>
      {script && (
        <Apart>
          {actions.map(({ label, key, edit }) => (
            <button
              key={label}
              type="button"
              aria-keyshortcuts={key && `Control+${key.toUpperCase()} Meta+${key.toUpperCase()}`}
              onClick={() => {
                const { current: field } = area;
                if (field) applyEdit(field, edit(selectedIn(field)));
              }}
            >
              {label}
            </button>
          ))}
        </Apart>
      )}
    </p>
  );
}

type Heard = { keydown: KeyboardEvent; paste: ClipboardEvent };

function listen<Kind extends keyof Heard>(
  field: HTMLTextAreaElement,
  kind: Kind,
  hear: (field: HTMLTextAreaElement, event: Heard[Kind]) => void,
): () => void {
  const listener = (event: HTMLElementEventMap[Kind]) => hear(field, event);
  field.addEventListener(kind, listener);
  return () => field.removeEventListener(kind, listener);
}

"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { shortcutsAreOn, switchShortcuts } from "./keyboard-shortcuts";
import styles from "./live.module.css";

const KEYS = [
  ["j", "the next comment"],
  ["k", "the comment before"],
  ["n", "the next one that is new to you"],
  ["u", "what this one answers"],
  ["m", "more replies here, else more comments"],
  ["r", "reply to the comment you are at"],
  ["[", "fold or unfold the branch you are in"],
  ["?", "these keys"],
] as const;

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(shortcutsAreOn);
  return (
    <Dialog title="Keys" open onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => {
            switchShortcuts(target.checked);
            setOn(target.checked);
          }}
        />
        Use these keys
      </label>
    </Dialog>
  );
}

"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { shortcutsAreOn, switchShortcuts } from "@/client/shortcuts";
import styles from "./live.module.css";
import * as t from "#messages/comments";

const KEYS = [
  ["j", t.theNextComment],
  ["k", t.theCommentBefore],
  ["n", t.theNextOneThatIsNew],
  ["u", t.commentThisOneRepliesTo],
  ["m", t.moreRepliesHere],
  ["r", t.replyToTheComment],
  ["[", t.foldOrUnfoldTheBranch],
  ["/", t.search],
  ["?", t.theseKeys],
] as const;

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(shortcutsAreOn);
  return (
    <Dialog title={t.keys} open onClose={onClose}>
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
        {t.useTheseKeys}
      </label>
    </Dialog>
  );
}

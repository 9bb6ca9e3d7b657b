import { Apart } from "@/components/ui/apart";
import { Dialog } from "@/components/ui/dialog";
import styles from "./keys-help.module.css";
import * as t from "#messages/desk";

const KEYS = [
  ["j k", t.nextPrevious],
  ["a", t.approveKeepRestore],
  ["r", t.rejectThenTheNumber],
  ["h", t.holdThenTheNumber],
  ["u", t.undoKey],
  ["x", t.selectToDecideAboutSeveral],
  ["s b", t.suspendBanItsAuthor],
  ["t", t.seeItInItsThread],
  ["/", t.searchKey],
  ["Esc", t.cancel],
  ["?", t.thisHelp],
] as const;

export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title={t.keys} open={open} onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <Apart>
                {keys.split(" ").map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </Apart>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

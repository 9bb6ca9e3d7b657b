import { Dialog } from "@/components/ui/dialog";
import styles from "./keys-help.module.css";

const KEYS = [
  ["j k", "next, previous"],
  ["a", "approve, leave standing, restore"],
  ["r", "reject: then the number of a rule"],
  ["h", "hold: then the number of a rule"],
  ["u", "undo"],
  ["x", "select, to decide about several"],
  ["s b", "suspend, ban its author"],
  ["t", "see it in its thread"],
  ["/", "search"],
  ["Esc", "never mind"],
  ["?", "this help"],
] as const;

export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Keys" open={open} onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

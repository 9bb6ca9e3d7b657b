import type { Correction } from "@/domain/articles/article";
import { Time } from "@/components/ui/time";
import styles from "./corrections.module.css";
import * as t from "#messages/publishing";
import { rich } from "@/messages/rich";

/** What was changed after publication, in the editor's words; nothing where nothing was. */
export function Corrections({ corrections }: { corrections: Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <aside className={styles.corrections} aria-label={t.corrections}>
      {corrections.map(({ at, words }) => (
        <p key={at} dir="auto">
          <strong>{rich(t.correctedOn, { when: <Time at={at} /> })}</strong> {words}
        </p>
      ))}
    </aside>
  );
}

import type { StatusLevel, StatusLine } from "@/domain/operations/status";
import styles from "./status-list.module.css";
import * as t from "#messages/status";

const LEVELS: Record<StatusLevel, string> = { good: t.good, look: t.look, bad: t.bad };

/** Each part of the site: how it is, and what to do where something is the matter. */
export const StatusList = ({ lines }: { lines: readonly StatusLine[] }) => (
  <dl className={styles.list}>
    {lines.map(({ about, level, text, advice }) => (
      <div key={about} className={styles.line}>
        <dt>{about}</dt>
        <dd>
          <p className={level === "good" ? styles.good : styles.level}>{LEVELS[level]}</p>
          <p>{text}</p>
          {advice && <p>{advice}</p>}
        </dd>
      </div>
    ))}
  </dl>
);

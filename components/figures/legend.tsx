import type { Tone } from "@/components/polls/side-tones";
import { patternFill } from "./patterns";
import styles from "./figure.module.css";

export type Series = { key: string; label: string; tone: Tone };

/** Each fill with its words. `id` is that of the picture whose fills they are. */
export function Legend({ id, series }: { id: string; series: readonly Series[] }) {
  return (
    <ul className={styles.legend}>
      {series.map(({ key, label, tone }) => (
        <li key={key}>
          <Swatch fill={patternFill(id, tone)} />
          <span dir="auto">{label}</span>
        </li>
      ))}
    </ul>
  );
}

export const Swatch = ({ fill }: { fill: string }) => (
  <svg className={styles.swatch} aria-hidden="true">
    <rect width="100%" height="100%" fill={fill} />
  </svg>
);

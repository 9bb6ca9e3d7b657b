import { percent } from "@/domain/polls/percent";
import { labelledShares } from "./describe";
import styles from "./figure.module.css";

/** A mark is told from the others by its shape: full, hollow, or a triangle. */
export type Mark = { key: string; label: string; share: number; shape: "full" | "hollow" | "triangle" };

/** In pixels. */
const HEIGHT = 56;
const LINE = 24;
const RADIUS = 7;
/** In per cent: the words at both ends of the line need half their width. */
const INSET = 5;

/** Shares on one line from none to all. */
export function Scale({ id, title, marks }: { id: string; title: string; marks: readonly Mark[] }) {
  return (
    <svg className={styles.picture} height={HEIGHT} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>
        {labelledShares(marks.map(({ label, share }) => ({ label, share: percent(share) })))}
      </desc>
      <line className={styles.axis} x1={along(0)} x2={along(1)} y1={LINE} y2={LINE} />
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line className={styles.axis} x1={along(share)} x2={along(share)} y1={LINE - 4} y2={LINE + 4} />
          <text x={along(share)} y={HEIGHT - 4} textAnchor="middle">
            {percent(share)}
          </text>
        </g>
      ))}
      {marks.map(({ key, share, shape }) => (
        <svg key={key} x={along(share)} y={LINE} overflow="visible">
          <Shape shape={shape} />
        </svg>
      ))}
    </svg>
  );
}

/** Beside the words that say what it is. */
export function ScaleLegend({ marks }: { marks: readonly Mark[] }) {
  return (
    <ul className={styles.legend}>
      {marks.map(({ key, label, share, shape }) => (
        <li key={key}>
          <svg className={styles.swatch} viewBox="-8 -8 16 16" aria-hidden="true">
            <Shape shape={shape} />
          </svg>
          {label} {percent(share)}
        </li>
      ))}
    </ul>
  );
}

const Shape = ({ shape }: Pick<Mark, "shape">) =>
  shape === "triangle" ? (
    <path className={styles.hollow} d={`M0 ${-RADIUS}L${RADIUS} ${RADIUS - 1}H${-RADIUS}z`} />
  ) : (
    <circle className={shape === "full" ? styles.full : styles.hollow} r={RADIUS} />
  );

const along = (share: number): string => `${INSET + share * (100 - 2 * INSET)}%`;

import { listed } from "./describe";
import type { Series } from "./legend";
import { patternFill, Patterns } from "./patterns";
import styles from "./figure.module.css";
import * as t from "#messages/figures";
import { say } from "@/messages/say";

/** `members`: how many more came than left, at least; below nought, how many more left. */
export type Gain = Series & { members: number };

/** In pixels: a row and its bar. */
const ROW = 36;
const BAR = 20;
/** In per cent: the middle, from which gains go right and losses left, and how far, so that a number has room behind them. */
const MIDDLE = 50;
const REACH = 24;

/** What each side gained or lost, from a line in the middle. */
export function GainBars({ id, title, gains }: { id: string; title: string; gains: readonly Gain[] }) {
  const most = Math.max(1, ...gains.map(({ members }) => Math.abs(members)));
  const height = gains.length * ROW;
  return (
    <svg className={styles.picture} height={height} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{listed(gains.map(inWords))}</desc>
      <Patterns id={id} used={gains.map(({ tone }) => tone)} />
      {gains.map(({ key, tone, members }, nth) => {
        const length = (Math.abs(members) / most) * REACH;
        const end = MIDDLE + (members < 0 ? -length : length);
        return (
          <g key={key}>
            <rect
              fill={patternFill(id, tone)}
              x={`${Math.min(MIDDLE, end)}%`}
              y={nth * ROW + (ROW - BAR) / 2}
              width={`${length}%`}
              height={BAR}
            />
            <text
              className={styles.strong}
              x={`${end + (members < 0 ? -2 : 2)}%`}
              y={(nth + 0.5) * ROW}
              dy="0.35em"
              textAnchor={members < 0 ? "end" : "start"}
            >
              {figure(members)}
            </text>
          </g>
        );
      })}
      <line className={styles.axis} x1={`${MIDDLE}%`} x2={`${MIDDLE}%`} y1="0" y2={height} />
    </svg>
  );
}

function figure(members: number): string {
  if (members === 0) return t.neither;
  return say(members < 0 ? t.lostAtLeast : t.gainedAtLeast, { members: Math.abs(members) });
}

function inWords({ label, members }: Gain): string {
  if (members === 0) return say(t.sideStayed, { label });
  return say(members < 0 ? t.sideLost : t.sideGained, { label, members: Math.abs(members) });
}

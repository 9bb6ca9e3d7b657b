import { percent } from "@/domain/polls/percent";
import { labelledShares } from "./describe";
import type { Series } from "./legend";
import { patternFill, Patterns } from "./patterns";
import styles from "./figure.module.css";
import * as t from "#messages/figures";
import { say } from "@/messages/say";

/** `days` in words; `shares` add up to 1, one for every series. */
export type Column = { key: string; days: string; shares: readonly number[] };

type Props = { id: string; title: string; series: readonly Series[]; columns: readonly Column[] };

/** In per cent of the picture: the words at its left and below it. */
const LEFT = 13;
const FOOT = 12;
const TOP = 4;
const HEIGHT = 100 - FOOT - TOP;
/** So many columns have room for their days on a phone; of more, the first and the last are named. */
const NAMED = 4;

/** One column a span of days, its shares on top of each other. It scales without a script, and its words keep their size. */
export function ColumnChart({ id, title, series, columns }: Props) {
  const width = (100 - LEFT) / columns.length;
  return (
    <svg className={`${styles.picture} ${styles.columns}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{described(series, columns)}</desc>
      <Patterns id={id} used={series.map(({ tone }) => tone)} />
      {[0, 0.5, 1].map((share) => (
        <text key={share} x={`${LEFT - 2}%`} y={at(share)} dy="0.35em" textAnchor="end">
          {percent(share)}
        </text>
      ))}
      {columns.map(({ key, shares }, nth) => (
        <Stack key={key} id={id} series={series} shares={shares} x={LEFT + nth * width} width={width} />
      ))}
      <line className={styles.half} x1={`${LEFT}%`} x2="100%" y1={at(0.5)} y2={at(0.5)} />
      {columns.map(({ key, days }, nth) => {
        const last = nth === columns.length - 1;
        if (columns.length > NAMED && nth > 0 && !last) return null;
        const anchor = columns.length <= NAMED ? "middle" : last ? "end" : "start";
        return (
          <text key={key} x={`${LEFT + placed(anchor, nth) * width}%`} y="99%" textAnchor={anchor}>
            {days}
          </text>
        );
      })}
    </svg>
  );
}

function Stack({
  id,
  series,
  shares,
  x,
  width,
}: Pick<Column, "shares"> & { id: string; series: readonly Series[]; x: number; width: number }) {
  return series.map(({ key, tone }, nth) => {
    const before = shares.slice(0, nth).reduce((sum, share) => sum + share, 0);
    const share = shares[nth] ?? 0;
    return (
      <rect
        key={key}
        className={styles.block}
        fill={patternFill(id, tone)}
        x={`${x}%`}
        y={at(before + share)}
        width={`${width}%`}
        height={`${share * HEIGHT}%`}
      />
    );
  });
}

/** How far up so much of the whole is, from the top. */
const at = (share: number): string => `${TOP + (1 - share) * HEIGHT}%`;

const placed = (anchor: "start" | "middle" | "end", nth: number): number =>
  nth + { start: 0, middle: 0.5, end: 1 }[anchor];

/** What one sees at a glance: where it began, and where it came to. */
function described(series: readonly Series[], columns: readonly Column[]): string {
  const sharesOf = ({ shares }: Column) =>
    labelledShares(series.map(({ label }, nth) => ({ label, share: percent(shares[nth] ?? 0) })));
  const [first] = columns;
  const last = columns.at(-1);
  if (!first || !last) return "";
  if (first === last) return say(t.onlyOneColumn, { days: first.days, shares: sharesOf(first) });
  return say(t.atFirstAtTheEnd, {
    firstDays: first.days,
    first: sharesOf(first),
    lastDays: last.days,
    last: sharesOf(last),
  });
}

import type { Tone } from "@/components/polls/side-tones";
import tones from "@/components/polls/tones.module.css";
import styles from "./patterns.module.css";

/** In pixels of the screen: a tile of a pattern, which does not grow with its picture. */
const TILE = 8;

/** What is drawn over each colour, so that two of them differ on grey paper and to an eye that tells few colours. */
const MARKS: Record<Tone, string> = {
  a: "",
  b: "M-2 2l4-4M0 8l8-8M6 10l4-4",
  c: "M4 3.9v.2",
  d: "M0 4h8",
  e: "M0 4h8M4 0v8",
  f: "M4 0v8",
  none: "M2 1.9v.2M6 5.9v.2",
};

/** The fills of one picture, once in it; `id` tells them from those of the others on the page. */
export function Patterns({ id, used }: { id: string; used: readonly Tone[] }) {
  return (
    <defs>
      {Array.from(new Set(used), (tone) => (
        <pattern key={tone} id={patternId(id, tone)} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
          <rect className={tones[tone]} width={TILE} height={TILE} />
          {MARKS[tone] !== "" && <path className={styles.mark} d={MARKS[tone]} />}
        </pattern>
      ))}
    </defs>
  );
}

/** What a shape says in `fill`. */
export const patternFill = (id: string, tone: Tone): string => `url(#${patternId(id, tone)})`;

const patternId = (id: string, tone: Tone): string => `${id}-${tone}`;

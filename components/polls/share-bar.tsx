import { labelledShares } from "@/components/figures/describe";
import { patternFill, Patterns } from "@/components/figures/patterns";
import { percent } from "@/domain/polls/percent";
import type { Tone } from "./side-tones";
import styles from "./share-bar.module.css";
import * as figures from "#messages/figures";
import { say } from "@/messages/say";

/** An answer and its share, a fraction of 1. */
export type Share = { key: string; label: string; share: number; tone: Tone };

/** What was answered as one bar; whoever listens hears the shares. `id` is its own on the page. */
export function ShareBar({ id, shares, slim = false }: { id: string; shares: Share[]; slim?: boolean }) {
  const parts = shares.map((part, place) => ({
    ...part,
    before: shares.slice(0, place).reduce((sum, { share }) => sum + share, 0),
  }));
  return (
    <svg
      className={slim ? `${styles.bar} ${styles.slim}` : styles.bar}
      role="img"
      aria-labelledby={`${id}-t`}
    >
      <title id={`${id}-t`}>
        {say(figures.theResult, {
          shares: labelledShares(shares.map(({ label, share }) => ({ label, share: percent(share) }))),
        })}
      </title>
      <Patterns id={id} used={shares.map(({ tone }) => tone)} />
      {parts
        .filter(({ share }) => share > 0)
        .map(({ key, share, before, tone }) => (
          <rect
            key={key}
            fill={patternFill(id, tone)}
            x={`${before * 100}%`}
            width={`${share * 100}%`}
            height="100%"
          />
        ))}
    </svg>
  );
}

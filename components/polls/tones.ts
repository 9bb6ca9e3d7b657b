import type { PollOption } from "@/domain/polls/poll";
import styles from "./tones.module.css";

/** A colour for each side in its order; an answer that is no side has none. Words always stand beside it. */
export function tonesOf(options: readonly PollOption[]): (string | undefined)[] {
  const sides = [styles.a, styles.b, styles.c, styles.d, styles.e, styles.f];
  let next = 0;
  return options.map(({ side }) => (side ? sides[next++] : styles.none));
}

import styles from "./reply-form.module.css";

/** Only near its end a limit is worth a thought. Characters left. */
const COUNTED_FROM = 1_000;

export function CharactersLeft({ left }: { left: number }) {
  if (left >= COUNTED_FROM) return null;
  return (
    <p className={left < 0 ? styles.over : styles.hint} role="status">
      {left < 0 ? `${-left} characters too many` : `${left} characters left`}
    </p>
  );
}

import { sidesPath } from "./paths";
import styles from "./discussion.module.css";
import { hasSides, type Place } from "./thread-context";

/** Where a question has sides: a way to read them apart, and a switch for those who would rather not know. */
export function SideLinks({ place }: { place: Place }) {
  if (!hasSides(place)) return null;
  return (
    <p className={styles.sides}>
      <a href={sidesPath(place.slug, { sort: place.sort })}>Read side by side</a>
      <label>
        <input type="checkbox" name="hide-stances" autoComplete="off" /> Hide who takes which side
      </label>
    </p>
  );
}

import type { PollOption } from "@/domain/polls/poll";
import styles from "./poll-card.module.css";

/**
 * Native radio buttons: one of them, arrow keys and all. Their values are as long as the longest, so that the length of what is sent
 * does not tell which it was.
 */
export function OptionList({ options, chosen }: { options: PollOption[]; chosen: string | null }) {
  const longest = Math.max(...options.map(({ key }) => key.length));
  const wanted = chosen?.trim();
  return (
    <ul className={styles.list}>
      {options.map(({ key, label, sentence }) => (
        // A radio button keeps what was last touched; a new choice from the server needs a new one.
        <li key={`${key}-${chosen ?? ""}`}>
          <label className={styles.option}>
            <input
              type="radio"
              name="option"
              value={key.padEnd(longest)}
              required
              defaultChecked={key === wanted}
            />
            <span>
              <span className={styles.label} dir="auto">
                {label}
              </span>{" "}
              {sentence && (
                <span className={styles.sentence} dir="auto">
                  {sentence}
                </span>
              )}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

import { passagesPath } from "@/components/comments/paths";
import styles from "./marks-line.module.css";
import * as t from "#messages/passages";

/** Below the article: what the marks beside it are, all of them in a list, and a switch for those who would rather read without. */
export const MarksLine = ({ slug }: { slug: string }) => (
  <p className={styles.line}>
    <span>{t.marksAreHowManyArgue}</span> <a href={passagesPath(slug)}>{t.everyPassage}</a>{" "}
    <label>
      <input type="checkbox" name="hide-passages" /> {t.hideMarks}
    </label>
  </p>
);

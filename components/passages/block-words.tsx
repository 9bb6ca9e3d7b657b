import styles from "./about-fields.module.css";
import { beginning } from "@/domain/prose/cut";
import * as t from "#messages/passages";

/** Enough of a paragraph to know it by. Code points. */
const SHOWN_AT_MOST = 600;

/** A paragraph of the article, in words alone, and the way to argue about it; without one where nobody can. */
export function BlockWords({ words, argue }: { words: string; argue: string | null }) {
  const head = beginning(words, SHOWN_AT_MOST);
  return (
    <>
      <blockquote className={styles.about} dir="auto">
        {head === words ? words : `${head.replace(/\s\S*$/, "")} …`}
      </blockquote>
      {argue !== null && (
        <p className={styles.more}>
          <a href={argue}>{t.argueAboutThisParagraph}</a>
        </p>
      )}
    </>
  );
}

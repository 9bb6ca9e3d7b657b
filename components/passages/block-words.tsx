import { MetaLine } from "@/components/ui/meta-line";
import styles from "./about-fields.module.css";
import { beginning } from "@/domain/prose/cut";
import * as t from "#messages/passages";

/** Enough of a paragraph to know it by. Code points. */
const SHOWN_AT_MOST = 600;

type Props = {
  words: string;
  /** The way to argue about it, and to say that it changed one's mind; without one where nobody can. */
  argue: string | null;
  changed: string | null;
  /** At least five readers changed their mind there. */
  moved: boolean;
};

/** A paragraph of the article, in words alone. */
export function BlockWords({ words, argue, changed, moved }: Props) {
  const head = beginning(words, SHOWN_AT_MOST);
  return (
    <>
      <blockquote className={styles.about} dir="auto">
        {head === words ? words : `${head.replace(/\s\S*$/, "")} …`}
      </blockquote>
      <div className={styles.more}>
        {(argue ?? changed) !== null && (
          <MetaLine>
            {argue !== null && <a href={argue}>{t.argueAboutThisParagraph}</a>}
            {changed !== null && <a href={changed}>{t.itChangedMyMind}</a>}
          </MetaLine>
        )}
        {moved && <p>{t.atLeastFiveMoved}.</p>}
      </div>
    </>
  );
}

import { passagesPath } from "@/components/comments/paths";
import styles from "./passage-list.module.css";
import type { Article } from "@/domain/articles/article";
import { headOfBlock, type ArticleText } from "@/domain/passages/article-text";
import { EARLIER } from "@/domain/passages/passage";
import * as t from "#messages/passages";
import { say } from "@/messages/say";

/** The beginning of a paragraph, to know it by. Code points. */
const HEAD = 90;
/** What is argued about most is listed; an article can have thousands of paragraphs. */
const LISTED_AT_MOST = 200;

/** Which paragraphs are argued about, in the order of the text; what it no longer says stands last. */
export function PassageList({ article, text }: { article: Article; text: ArticleText }) {
  const most = [...article.passages]
    .sort((one, other) => other.comments - one.comments)
    .slice(0, LISTED_AT_MOST);
  const listed = most.sort((one, other) => (one.block || Infinity) - (other.block || Infinity));
  return (
    <ol className={styles.list}>
      {listed.map(({ block, comments, moved }) => (
        <li key={block}>
          <a href={passagesPath(article.slug, block)} dir="auto">
            {block === EARLIER ? t.aboutAnEarlierWording : headOfBlock(text, block, HEAD)}
          </a>{" "}
          <span>
            {say(t.repliesHere, { replies: comments })}
            {moved && <>. {t.atLeastFiveMoved}</>}
          </span>
        </li>
      ))}
    </ol>
  );
}

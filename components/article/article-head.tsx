import { readingMinutes, type Article } from "@/domain/articles/article";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import styles from "./article-head.module.css";
import { replies } from "./replies";
import * as t from "#messages/articles";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

export function ArticleHead({ article }: { article: Article }) {
  return (
    <header className={styles.head}>
      <h1 dir="auto">{article.title}</h1>
      <p className={styles.standfirst} dir="auto">
        {article.standfirst}
      </p>
      <MetaLine>
        <span>
          <bdi>{article.author}</bdi>
        </span>
        <Time at={article.publishedAt} />
        {article.revision > 1 && (
          <span>{rich(t.revisedWhen, { when: <Time at={article.revisedAt} /> })}</span>
        )}
        <span>{say(t.minRead, { words: readingMinutes(article.words) })}</span>
        <a href="#discussion">{replies(article.comments)}</a>
      </MetaLine>
    </header>
  );
}

import { articlePath, readingMinutes, type ArticleCard } from "@/domain/articles/article";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import styles from "./article-listed.module.css";
import { replies } from "./replies";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** An article in a list. Its title is the link; nothing else in it is one. */
export function ArticleListed({ article }: { article: ArticleCard }) {
  return (
    <article className={styles.listed}>
      <h2 dir="auto">
        <a href={articlePath(article.slug)}>{article.title}</a>
      </h2>
      <p className={styles.standfirst} dir="auto">
        {article.standfirst}
      </p>
      <MetaLine>
        <span>
          <bdi>{article.author}</bdi>
        </span>
        <Time at={article.publishedAt} />
        <span>{say(t.minRead, { words: readingMinutes(article.words) })}</span>
        <span>{replies(article.comments)}</span>
      </MetaLine>
    </article>
  );
}

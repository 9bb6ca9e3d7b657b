import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/words";
import styles from "./article-card.module.css";

type Listed = {
  slug: string;
  title: string;
  standfirst: string;
  author: string;
  publishedAt: string;
  minutes: number;
  comments: number;
};

/** An article in a list. The whole of its title is the link; nothing else in it is one. */
export function ArticleCard({ article }: { article: Listed }) {
  return (
    <article className={styles.card}>
      <h2 dir="auto">
        <a href={`/articles/${article.slug}`}>{article.title}</a>
      </h2>
      <p className={styles.standfirst} dir="auto">
        {article.standfirst}
      </p>
      <MetaLine>
        <span dir="auto">{article.author}</span>
        <Time at={article.publishedAt} />
        <span>{article.minutes} min read</span>
        <span>{replies(article.comments)}</span>
      </MetaLine>
    </article>
  );
}

/** "128 replies", with a right singular and without a zero. */
export function replies(count: number): string {
  if (count === 0) return "No replies yet";
  return count === 1 ? "1 reply" : `${count.toLocaleString("en-GB")} replies`;
}

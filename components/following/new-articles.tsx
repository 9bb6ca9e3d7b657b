import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import sections from "@/components/ui/section.module.css";
import type { NewArticle } from "@/domain/following/following";
import styles from "./following.module.css";
import * as t from "#messages/following";
import { say } from "@/messages/say";

/** Articles by whom one follows that one has not opened yet; nothing where there is none. The key n leads through these, too. */
export function NewArticles({ articles }: { articles: NewArticle[] }) {
  if (articles.length === 0) return null;
  return (
    <section className={sections.section} aria-labelledby="new-articles">
      <h2 id="new-articles">{t.newArticles}</h2>
      <p>{t.byWhomYouFollow}</p>
      <ol className={styles.list}>
        {articles.map(({ slug, title, standfirst, author, published }) => (
          <li key={slug} className={styles.entry}>
            <h3 className={styles.title} dir="auto">
              <a href={`/articles/${slug}`} data-news="">
                {title}
              </a>
            </h3>
            <p className={styles.excerpt} dir="auto">
              {standfirst}
            </p>
            <MetaLine>
              <span dir="auto">{say(t.byAuthor, { author })}</span>
              <Time at={published} relative />
            </MetaLine>
          </li>
        ))}
      </ol>
    </section>
  );
}

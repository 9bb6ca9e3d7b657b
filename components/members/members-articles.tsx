import styles from "./members.module.css";
import listStyles from "@/components/ui/list.module.css";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import { articlePath, type ArticleOfMember } from "@/domain/articles/article";
import { listingPath } from "@/domain/articles/listing";
import * as t from "#messages/members";
import { say } from "@/messages/say";

/** The newest articles by a member, and the way to all under that name. */
export function MembersArticles({ articles, language }: { articles: ArticleOfMember[]; language: string }) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="articles">
      <h2 id="articles" className={styles.heading}>
        {t.articles}
      </h2>
      <ul className={listStyles.ruled}>
        {articles.map(({ slug, title, publishedAt }) => (
          <li key={slug}>
            <h3 className={listStyles.title}>
              <a href={articlePath(slug)} dir="auto" lang={language}>
                {title}
              </a>
            </h3>
            <MetaLine>
              <Time at={publishedAt} />
            </MetaLine>
          </li>
        ))}
      </ul>
      <MetaLine>
        {[...new Set(articles.map(({ byline }) => byline))].map((name) => (
          <a key={name} href={listingPath({ kind: "author", name })}>
            {say(t.allArticlesBy, { name })}
          </a>
        ))}
      </MetaLine>
    </section>
  );
}

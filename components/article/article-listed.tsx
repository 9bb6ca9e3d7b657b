import { articlePath, readingMinutes, type ListedArticle } from "@/domain/articles/article";
import type { PlaceholderFor } from "@/components/ui/raw-html";
import { Served } from "@/components/ui/served";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import styles from "./article-listed.module.css";
import { ListedPicture } from "./lead-picture";
import { ListedPollLine } from "./listed-poll-line";
import { replies } from "./replies";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** An article in a list: its title leads to it, and a poll that is closed to what came of it. `NewSinceLastVisit` fills in what is new. The lead is larger. */
export function ArticleListed({
  article,
  language,
  placeholderFor,
  isLead = false,
}: {
  article: ListedArticle;
  language: string;
  placeholderFor: PlaceholderFor;
  isLead?: boolean;
}) {
  return (
    <Served as="article" className={isLead ? styles.lead : styles.listed} placeholderFor={placeholderFor}>
      {isLead && article.picture && (
        <ListedPicture picture={article.picture} href={articlePath(article.slug)} />
      )}
      <h2 dir="auto" lang={language}>
        <a href={articlePath(article.slug)}>{article.title}</a>
      </h2>
      <p className={styles.standfirst} dir="auto" lang={language}>
        {article.standfirst}
      </p>
      <MetaLine>
        <span>
          <bdi>{article.author}</bdi>
        </span>
        <Time at={article.publishedAt} />
        <span>{say(t.minRead, { words: readingMinutes(article.words) })}</span>
        <span>{replies(article.comments)}</span>
        <span data-new-since={article.id} data-slug={article.slug} data-comments={article.comments} />
      </MetaLine>
      <ListedPollLine slug={article.slug} poll={article.poll} />
    </Served>
  );
}

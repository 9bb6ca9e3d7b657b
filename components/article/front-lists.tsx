import { articlePath, type Front, type ListedArticle } from "@/domain/articles/article";
import { MetaLine } from "@/components/ui/meta-line";
import type { PlaceholderFor } from "@/components/ui/raw-html";
import { Served } from "@/components/ui/served";
import { Time } from "@/components/ui/time";
import styles from "./front-lists.module.css";
import { replies } from "./replies";
import * as t from "#messages/articles";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

/** Below the newest article, side by side where there is room: polls that close soon, the longest discussions, and where minds changed. */
export function FrontLists({
  closingSoon,
  mostArgued,
  mindsChanged,
  placeholderFor,
}: Front & { placeholderFor: PlaceholderFor }) {
  if (closingSoon.length + mostArgued.length + mindsChanged.length === 0) return null;
  return (
    <Served as="div" className={styles.lists} placeholderFor={placeholderFor}>
      <Short id="closing-soon" title={t.closingSoon} articles={closingSoon} />
      <Short id="most-argued" title={t.mostArgued} articles={mostArgued} />
      <Short id="minds-changed" title={t.mindsChanged} articles={mindsChanged} />
    </Served>
  );
}

type Props = { id: string; title: string; articles: (ListedArticle & { moved?: number })[] };

function Short({ id, title, articles }: Props) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <ul className={styles.list}>
        {articles.map((article) => (
          <li key={article.id}>
            <h3 dir="auto">
              <a href={articlePath(article.slug)}>{article.poll?.question ?? article.title}</a>
            </h3>
            <MetaLine>
              {article.poll?.state === "open" && article.poll.closesAt !== null && (
                <span>{rich(t.closesOn, { when: <Time at={article.poll.closesAt} /> })}</span>
              )}
              {article.poll?.votes != null && <span>{say(t.countVotes, { count: article.poll.votes })}</span>}
              {article.moved !== undefined && <span>{say(t.movedAtLeast, { moved: article.moved })}</span>}
              <span>{replies(article.comments)}</span>
            </MetaLine>
          </li>
        ))}
      </ul>
    </section>
  );
}

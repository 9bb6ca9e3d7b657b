import { readingMinutes, type Article } from "@/domain/articles/article";
import type { PollState } from "@/domain/polls/poll";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import { Byline } from "./byline";
import styles from "./article-head.module.css";
import { replies } from "./replies";
import * as t from "#messages/articles";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

/** What one can do there. */
const POLL_LINK: Record<PollState, string> = { upcoming: t.thePoll, open: t.vote, closed: t.theResult };

type Headed = Pick<
  Article,
  "title" | "standfirst" | "authors" | "publishedAt" | "revision" | "revisedAt" | "words" | "comments"
>;

/** `discussed`: its discussion stands on the same page; `isListed`: its authors have pages. */
type Props = {
  article: Headed;
  language: string;
  poll: PollState | null;
  discussed: boolean;
  isListed: boolean;
};

/** The title, and on the first screen the ways to what stands below: the poll and the discussion. */
export function ArticleHead({ article, language, poll, discussed, isListed }: Props) {
  return (
    <header className={styles.head}>
      <h1 dir="auto" lang={language}>
        {article.title}
      </h1>
      <p className={styles.standfirst} dir="auto" lang={language}>
        {article.standfirst}
      </p>
      <MetaLine>
        <Byline authors={article.authors} isListed={isListed} />
        <Time at={article.publishedAt} />
        {article.revision > 1 && (
          <span>{rich(t.revisedWhen, { when: <Time at={article.revisedAt} /> })}</span>
        )}
        <span>{say(t.minRead, { words: readingMinutes(article.words) })}</span>
        {poll && <a href="#poll">{POLL_LINK[poll]}</a>}
        {discussed ? (
          <a href="#discussion">{replies(article.comments)}</a>
        ) : (
          <span>{replies(article.comments)}</span>
        )}
      </MetaLine>
    </header>
  );
}

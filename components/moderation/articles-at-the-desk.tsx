import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import type { DeskArticle } from "@/domain/moderation/queue/queue";
import lists from "@/components/ui/list.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

/** Every discussion with its own rules, and the way to what waits in it and to steering it. */
export function ArticlesAtTheDesk({ articles }: { articles: DeskArticle[] }) {
  if (articles.length === 0) return <EmptyState>{t.thereAreNoArticles}</EmptyState>;
  return (
    <ul className={lists.ruled}>
      {articles.map(({ slug, title, comments, moderation, slowSeconds, moderators }) => (
        <li key={slug}>
          <p dir="auto" className={lists.title}>
            <a href={`/moderation/articles/${slug}`}>{title}</a>
          </p>
          <MetaLine>
            <span>{say(t.commentsAreState, { comments })}</span>
            {moderation === "pre" && <span>{t.commentsNeedApproval}</span>}
            {slowSeconds > 0 && <span>{t.slowMode}</span>}
            {moderators > 0 && <span>{say(t.moderatorsOfItsOwn, { moderators })}</span>}
            <a href={`/moderation?queue=held&article=${slug}`}>{t.seePendingComments}</a>
            <a href={`/moderation?queue=new&article=${slug}`}>{t.seeNewComments}</a>
          </MetaLine>
        </li>
      ))}
    </ul>
  );
}

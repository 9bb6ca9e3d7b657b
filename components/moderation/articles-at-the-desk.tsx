import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import type { DeskArticle } from "@/domain/moderation/queue/queue";
import lists from "@/components/ui/list.module.css";

/** Every discussion with its own rules, and the way to what waits in it and to steering it. */
export function ArticlesAtTheDesk({ articles }: { articles: DeskArticle[] }) {
  if (articles.length === 0) return <EmptyState>There are no articles yet.</EmptyState>;
  return (
    <ul className={lists.ruled}>
      {articles.map(({ slug, title, comments, moderation, slowSeconds, moderators }) => (
        <li key={slug}>
          <p dir="auto">
            <a href={`/moderation/articles/${slug}`}>{title}</a>
          </p>
          <MetaLine>
            <span>{comments}</span>
            {moderation === "pre" && <span>comments wait for a moderator</span>}
            {slowSeconds > 0 && <span>slow mode</span>}
            {moderators > 0 && (
              <span>
                {moderators === 1 ? "one moderator of its own" : `${moderators} moderators of its own`}
              </span>
            )}
            <a href={`/moderation?queue=held&article=${slug}`}>what waits in it</a>
            <a href={`/moderation?queue=new&article=${slug}`}>what is new in it</a>
          </MetaLine>
        </li>
      ))}
    </ul>
  );
}

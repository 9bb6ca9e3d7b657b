import { Time } from "@/components/ui/time";
import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import { PageLink } from "@/components/ui/page-link";
import { DONE, type Action } from "@/domain/moderation/decisions/decision";
import type { LogEntry, PublicEntry } from "@/domain/moderation/log/entry";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { isAboutReply } from "@/domain/polls/replies/reply";
import { ruleTitle } from "./sentences";
import lists from "@/components/ui/list.module.css";

type Props<Entry> = { entries: Entry[]; rules: HouseRule[]; more: string | null };

/** Who did what, to what, why and when. */
export function LogList({ entries, rules, more }: Props<LogEntry>) {
  if (entries.length === 0) return <EmptyState>Nothing of that kind.</EmptyState>;
  return (
    <>
      <ol className={lists.ruled}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} rules={rules} />
        ))}
      </ol>
      {more !== null && (
        <PageLink rel="next" href={more}>
          Earlier
        </PageLink>
      )}
    </>
  );
}

function Entry({ entry, rules }: { entry: LogEntry; rules: HouseRule[] }) {
  const { seq, at, action, moderator, member, comment, ground, statement, before, after, revision, bulk } =
    entry;
  return (
    <li>
      <p>
        <strong>{moderator?.name ?? "Somebody"}</strong> {DONE[action]}{" "}
        {comment !== null && <a href={`/comments/${comment}`}>a comment</a>}
        {isAboutReply(before) && "a side’s reply"}
        {member && (
          <>
            {(comment !== null || isAboutReply(before)) && " by "}
            <a href={`/moderation/members/${member.handle}`}>{member.name}</a>
          </>
        )}
        {ground !== null && <>: {ruleTitle(rules, ground)}</>}
      </p>
      {statement?.explanation && <p dir="auto">“{statement.explanation}”</p>}
      <MetaLine>
        <span>№ {seq}</span>
        <Time at={at} exact />
        {before !== null && after !== null && (
          <span>
            {before} → {after}
          </span>
        )}
        {revision !== null && revision > 1 && <span>version {revision}</span>}
        {bulk !== null && <a href={`/moderation/bulk/${bulk}`}>with others</a>}
      </MetaLine>
    </li>
  );
}

const SOURCES: Record<string, string> = {
  report: "after a report",
  notice: "after a notice under the law",
  check: "after a check asked for a look",
  own: "on a moderator's own initiative",
};

/** The same for everyone, without a name in it. */
export function PublicLogList({ entries, rules, more }: Props<PublicEntry>) {
  if (entries.length === 0) return <EmptyState>Nothing has been decided yet.</EmptyState>;
  return (
    <>
      <ol className={lists.ruled}>
        {entries.map(({ seq, at, action, article, ground, before, source, until }) => (
          <li key={seq}>
            <p>
              {isAboutReply(before) ? "An editor or a moderator" : "A moderator"} {DONE[action]}{" "}
              {isAboutReply(before) ? "a side’s reply" : whatOf(action, article !== null)}
              {ground !== null && <>: {ruleTitle(rules, ground)}</>}
              {until !== null && (
                <>
                  {" "}
                  until <Time at={until} />
                </>
              )}
            </p>
            <MetaLine>
              <span>№ {seq}</span>
              <Time at={at} exact />
              {article && <a href={`/articles/${article.slug}`}>{article.title}</a>}
              {source !== null && <span>{SOURCES[source]}</span>}
            </MetaLine>
          </li>
        ))}
      </ol>
      {more !== null && (
        <PageLink rel="next" href={more}>
          Earlier
        </PageLink>
      )}
    </>
  );
}

/** Without names, only the kind of thing. */
function whatOf(action: Action, inArticle: boolean): string {
  if (action === "lock" || action === "unlock" || action === "slow") return "a discussion or a part of it";
  return inArticle ? "a comment" : "a member";
}

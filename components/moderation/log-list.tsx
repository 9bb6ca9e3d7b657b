import { Time } from "@/components/ui/time";
import { EmptyState } from "@/components/ui/empty-state";
import { MetaLine } from "@/components/ui/meta-line";
import { PageLink } from "@/components/ui/page-link";
import { COMMENT_STATES } from "@/domain/comments/comment";
import { DONE, isAppointment, type Action } from "@/domain/moderation/decisions/decision";
import type { LogEntry, PublicEntry } from "@/domain/moderation/log/entry";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { isAboutReason } from "@/domain/polls/reasons/reason";
import { isAboutReply } from "@/domain/polls/replies/reply";
import { Appointment } from "./appointment";
import { ruleTitle, stateWord } from "./sentences";
import lists from "@/components/ui/list.module.css";
import * as offices from "#messages/offices";
import * as t from "#messages/transparency";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props<Entry> = { entries: Entry[]; rules: HouseRule[]; more: string | null; narrowed: boolean };

/** Who did what, to what, why and when. `meet`: the reader may open members' pages in moderation. */
export function LogList({ entries, rules, more, narrowed, meet }: Props<LogEntry> & { meet: boolean }) {
  if (entries.length === 0) return <Empty narrowed={narrowed} />;
  return (
    <>
      <ol className={lists.ruled}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} rules={rules} meet={meet} />
        ))}
      </ol>
      {more !== null && (
        <PageLink rel="next" href={more}>
          {t.earlier}
        </PageLink>
      )}
    </>
  );
}

function Empty({ narrowed }: { narrowed: boolean }) {
  if (!narrowed) return <EmptyState>{t.nothingHasBeenDecided}</EmptyState>;
  return (
    <EmptyState>
      {t.noMatchingDecisions} <a href="/moderation/log">{offices.showAll}</a>
    </EmptyState>
  );
}

function Entry({ entry, rules, meet }: { entry: LogEntry; rules: HouseRule[]; meet: boolean }) {
  const { seq, at, action, moderator, member, comment, article } = entry;
  const { ground, statement, before, after, revision, bulk } = entry;
  const whom = member && <a href={`${meet ? "/moderation" : ""}/members/${member.handle}`}>{member.name}</a>;
  return (
    <li>
      <p>
        <strong>{moderator?.name ?? (isAppointment(action) ? offices.theOperator : t.somebody)}</strong>{" "}
        {isAppointment(action) ? (
          <Appointment {...entry} member={whom ?? offices.aMember} />
        ) : (
          <>
            {DONE[action]} {comment !== null && <a href={`/comments/${comment}`}>{t.aComment}</a>}
            {wordsOfAPoll(before)}
            {(comment !== null || isAboutReply(before)) && whom && t.byBefore}
            {whom}
          </>
        )}
        {ground !== null && <>: {ruleTitle(rules, ground)}</>}
      </p>
      {statement?.explanation && <p dir="auto">“{statement.explanation}”</p>}
      <MetaLine>
        <span>№ {seq}</span>
        <Time at={at} exact />
        {article && !isAppointment(action) && <a href={`/articles/${article.slug}`}>{article.title}</a>}
        {before !== null && after !== null && before !== after && !isAppointment(action) && (
          <span>
            {standingIn(before)} → {standingIn(after)}
          </span>
        )}
        {revision !== null && revision > 1 && <span>{say(t.versionRevision, { revision })}</span>}
        {bulk !== null && <a href={`/moderation/bulk/${bulk}`}>{t.withOthers}</a>}
      </MetaLine>
    </li>
  );
}

/** Of a comment the word for its state; a discussion and a reply are written down in words. */
function standingIn(kept: string): string {
  const state = COMMENT_STATES.find((one) => one === kept);
  return state === undefined ? kept : stateWord(state);
}

const SOURCES: Record<string, string> = {
  report: t.afterAReport,
  notice: t.reportedAsIllegal,
  check: t.flaggedByACheck,
  own: t.onAModeratorsOwnInitiative,
};

/** The same for everyone, without a name in it. */
export function PublicLogList({ entries, rules, more, narrowed }: Props<PublicEntry>) {
  if (entries.length === 0) return <Empty narrowed={narrowed} />;
  return (
    <>
      <ol className={lists.ruled}>
        {entries.map((entry) => {
          const { seq, at, action, article, ground, before, source, until } = entry;
          return (
            <li key={seq}>
              <p>
                {whoOf(action, before)}{" "}
                {isAppointment(action) ? (
                  <Appointment {...entry} member={offices.aMember} />
                ) : (
                  <>
                    {DONE[action]} {wordsOfAPoll(before) ?? whatOf(action, article !== null)}
                  </>
                )}
                {ground !== null && <>: {ruleTitle(rules, ground)}</>}
                {until !== null && rich(t.untilWhen, { when: <Time at={until} /> })}
              </p>
              <MetaLine>
                <span>№ {seq}</span>
                <Time at={at} exact />
                {article && <a href={`/articles/${article.slug}`}>{article.title}</a>}
                {source !== null && <span>{SOURCES[source]}</span>}
              </MetaLine>
            </li>
          );
        })}
      </ol>
      {more !== null && (
        <PageLink rel="next" href={more}>
          {t.earlier}
        </PageLink>
      )}
    </>
  );
}

/** Without names, only the office. */
function whoOf(action: Action, before: string | null): string {
  if (isAppointment(action)) return offices.anAdmin;
  return wordsOfAPoll(before) === null ? t.aModerator : t.anEditorOrAModerator;
}

/** What a decision is about that is no comment, but words in the record of a debate. */
function wordsOfAPoll(before: string | null): string | null {
  if (isAboutReply(before)) return t.aSidesReply;
  return isAboutReason(before) ? t.aQuotedReason : null;
}

/** Without names, only the kind of thing. */
function whatOf(action: Action, inArticle: boolean): string {
  if (action === "lock" || action === "unlock" || action === "slow") return t.aDiscussionOrAPart;
  return inArticle ? t.aComment : t.aMember;
}

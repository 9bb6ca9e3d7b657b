import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import {
  APPEAL_DAYS,
  type Action,
  type Office,
  type Statement as Reasons,
} from "@/domain/moderation/decisions/decision";
import type { AppealView } from "@/domain/moderation/appeals/appeal";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import type { SafeHtml } from "@/domain/prose/safe-html";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import appeals from "./appeal.module.css";
import styles from "./statement.module.css";

type Decision = {
  id: string;
  at: string;
  action: Action;
  by: Office;
  rule: (HouseRule & { version: number }) | null;
  statement: Partial<Reasons> | null;
  comment: { id: string; articleSlug: string; html: SafeHtml } | null;
  undone: boolean;
  appeal: AppealView | null;
  can: { appeal: boolean };
};

export const TITLES: Record<Action, string> = {
  approve: "Your comment can be read",
  restore: "Your comment is back",
  reject: "Your comment was taken down",
  hold: "Your comment waits",
  undo: "A decision was taken back",
  lock: "Your thread is closed to replies",
  unlock: "Your thread is open again",
  slow: "The discussion is slowed",
  message: "A message from the moderators",
  warn: "A word from the moderators",
  watch: "Your comments are looked at first",
  suspend: "You are suspended",
  ban: "Your account is closed",
  lift: "A restriction is lifted",
};

/** The same about no comment: then it is about one's reply for the record of a debate. */
const TITLES_OF_A_REPLY: Partial<Record<Action, string>> = {
  approve: "Your side’s reply stands in the record",
  restore: "Your side’s reply is back in the record",
  reject: "Your side’s reply was left out of the record",
};

const SOURCES: Record<Reasons["source"], string> = {
  report: "A reader reported it; a moderator looked at it and decided.",
  notice: "Somebody gave notice that it is illegal; a moderator looked at it and decided.",
  check: "An automatic check asked for a look; a moderator decided. No machine decides here.",
  own: "A moderator came upon it and decided.",
};

/** The statement of reasons, and one's appeal against it. */
export function Statement({ decision, kept }: { decision: Decision; kept: FormFlash }) {
  const { id, at, action, by, rule, statement, comment, undone, appeal, can } = decision;
  return (
    <>
      <h1>{(comment === null && TITLES_OF_A_REPLY[action]) || TITLES[action]}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {undone && <Notice>This decision has been taken back.</Notice>}
      <dl className={styles.reasonsList}>
        <dt>When, and by whom</dt>
        <dd>
          <Time at={at} exact />, by {by === "moderator" ? "a moderator" : `an ${by}`}
        </dd>
        {statement?.scope && (
          <>
            <dt>What it means</dt>
            <dd>
              {statement.scope}
              {statement.until && (
                <>
                  {" "}
                  Until <Time at={statement.until} exact />.
                </>
              )}
            </dd>
          </>
        )}
        {rule && (
          <>
            <dt>The rule</dt>
            <dd>
              <a href={`/rules?version=${rule.version}#${rule.key}`}>{rule.title}</a>. {rule.sentence}
            </dd>
          </>
        )}
        {statement?.explanation && statement.explanation !== rule?.sentence && (
          <>
            <dt>{action === "message" ? "What they say" : "Why"}</dt>
            <dd dir="auto">{statement.explanation}</dd>
          </>
        )}
        {statement?.facts && (
          <>
            <dt>What it is about</dt>
            <dd>{statement.facts}</dd>
          </>
        )}
        {statement?.source && (
          <>
            <dt>How it came about</dt>
            <dd>{SOURCES[statement.source]}</dd>
          </>
        )}
        {statement?.redress && (
          <>
            <dt>What you can do</dt>
            <dd>{statement.redress}</dd>
          </>
        )}
      </dl>
      {comment && (
        <section className={sections.section}>
          <h2>Your comment</h2>
          <ProseHtml html={comment.html} />
          <p>
            <a href={`/comments/${comment.id}`}>Where it stands</a>
          </p>
        </section>
      )}
      {appeal && <Appealed appeal={appeal} />}
      {can.appeal && (
        <section className={sections.section}>
          <h2>Appeal</h2>
          <form method="post" action={`/api/v1/decisions/${id}/appeal`}>
            <input type="hidden" name="_return" value={`/decisions/${id}`} />
            <TextArea
              label="What was overlooked?"
              hint={`In your own words. Another moderator answers, with reasons. You can do this for ${APPEAL_DAYS} days.`}
              required
              maxLength={2_000}
              {...flashField(kept, "words")}
            />
            <Button look="primary">Appeal</Button>
          </form>
        </section>
      )}
    </>
  );
}

function Appealed({ appeal: { words, at, outcome, answer, answeredAt } }: { appeal: AppealView }) {
  return (
    <section className={sections.section}>
      <h2>Your appeal</h2>
      <blockquote className={appeals.words} dir="auto">
        {words}
      </blockquote>
      <p className={textStyles.muted}>
        <Time at={at} exact />
      </p>
      {outcome === null ? (
        <p>Another moderator will answer.</p>
      ) : (
        <>
          <p>
            <strong>
              {outcome === "upheld" ? "You were right; the decision is taken back." : "The decision stands."}
            </strong>{" "}
            {answeredAt !== null && <Time at={answeredAt} exact />}
          </p>
          <p dir="auto">{answer}</p>
        </>
      )}
    </section>
  );
}

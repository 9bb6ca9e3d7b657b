import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import {
  APPEAL_DAYS,
  type AboutMe,
  type Action,
  type Office,
  type Statement as Reasons,
} from "@/domain/moderation/decisions/decision";
import { type AppealView } from "@/domain/moderation/appeals/appeal";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import type { SafeHtml } from "@/domain/prose/safe-html";
import lists from "@/components/ui/list.module.css";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import appeals from "./appeal.module.css";
import styles from "./statement.module.css";
import * as t from "#messages/decisions";
import * as offices from "#messages/offices";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Decision = {
  id: string;
  at: string;
  action: Action;
  by: Office;
  rule: (HouseRule & { version: number }) | null;
  statement: Partial<Reasons> | null;
  comment: { id: string; articleSlug: string; html: SafeHtml } | null;
  undone: boolean;
  undoes: { id: string; action: Action } | null;
  appeal: AppealView | null;
  can: { appeal: boolean };
};

const TITLES: Record<Action, string> = {
  approve: t.yourCommentWasApproved,
  restore: t.yourCommentIsBack,
  reject: t.yourCommentWasRemoved,
  hold: t.yourCommentIsPending,
  undo: t.aDecisionAboutYouWasReversed,
  lock: t.yourThreadIsClosedToReplies,
  unlock: t.yourThreadIsOpenAgain,
  slow: t.theDiscussionIsSlowed,
  message: t.aMessageFromTheModerators,
  warn: t.aWarningFromTheModerators,
  watch: t.yourCommentsNeedApproval,
  suspend: t.youAreSuspended,
  ban: t.yourAccountIsClosed,
  lift: t.aRestrictionIsLifted,
  appoint: offices.moderatorOfADiscussion,
  dismiss: offices.moderatorNoLonger,
  role: offices.yourRole,
  reset: t.yourProfileWasReset,
  keep: t.yourProfileIsFine,
};

/** The same about no comment: then it is about one's reply for the record of a debate. */
const TITLES_OF_A_REPLY: Partial<Record<Action, string>> = {
  approve: t.yourSidesReply,
  restore: t.yourSidesReplyIsBack,
  reject: t.yourSidesReplyWasLeftOut,
};

/** What was decided, as whom it concerns reads it. */
export function titleOf(action: Action, aboutComment: boolean): string {
  if (action === "undo") return aboutComment ? t.aDecisionOnYourComment : t.aDecisionAboutYouWasReversed;
  return (!aboutComment && TITLES_OF_A_REPLY[action]) || TITLES[action];
}

const SOURCES: Record<Reasons["source"], string> = {
  report: t.aReaderReportedIt,
  notice: t.somebodyReportedItAsIllegal,
  check: t.anAutomaticCheckFlaggedIt,
  own: t.aModeratorNoticedIt,
};

type Props = {
  decision: Decision;
  /** Of a sanction: what was decided about the member's comments before. */
  behind: AboutMe[];
  kept: FormFlash;
};

/** The statement of reasons, and one's appeal against it. */
export function Statement({ decision, behind, kept }: Props) {
  const { id, at, action, statement, comment, undone, appeal, can } = decision;
  return (
    <>
      <h1>{titleOf(action, comment !== null)}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {undone && <Notice>{t.thisDecisionIsReversed}</Notice>}
      <Reasons decision={decision} />
      {statement?.redress && (
        <div className={styles.rights}>
          <Fold summary={t.yourRights}>
            <p>{statement.redress}</p>
          </Fold>
        </div>
      )}
      {comment && (
        <section className={sections.section}>
          <h2>{t.yourComment}</h2>
          <ProseHtml html={comment.html} />
          <p>
            <a href={`/comments/${comment.id}`}>{t.seeItInTheDiscussion}</a>
          </p>
        </section>
      )}
      {behind.length > 0 && <DecisionsBehind behind={behind} />}
      {appeal && <Appealed appeal={appeal} />}
      {can.appeal && <AppealForm decision={id} at={at} kept={kept} />}
      <p className={sections.section}>
        <a href="/account/decisions">{t.allDecisionsAboutYou}</a>
      </p>
    </>
  );
}

/** What a statement of reasons has to say, each under its heading; what does not apply is left out. */
function Reasons({
  decision: { at, action, by, rule, statement, comment, undoes },
}: Pick<Props, "decision">) {
  return (
    <dl className={styles.reasonsList}>
      <dt>{t.whenAndByWhom}</dt>
      <dd>
        {rich(t.whenByBy, {
          when: <Time at={at} exact />,
          by: by === "moderator" ? t.aModerator : say(t.byRole, { by }),
        })}
      </dd>
      {undoes && (
        <>
          <dt>{t.whatWasReversed}</dt>
          <dd>
            <a href={`/decisions/${undoes.id}`}>{titleOf(undoes.action, comment !== null)}</a>
          </dd>
        </>
      )}
      {statement?.scope && (
        <>
          <dt>{t.whatItMeans}</dt>
          <dd>
            {statement.scope}
            {statement.until && <> {rich(t.untilWhen2, { when: <Time at={statement.until} exact /> })}</>}
          </dd>
        </>
      )}
      {rule && (
        <>
          <dt>{t.theRule}</dt>
          <dd>
            <a href={`/rules?version=${rule.version}#${rule.key}`}>{rule.title}</a>. {rule.sentence}
          </dd>
        </>
      )}
      {statement?.explanation && statement.explanation !== rule?.sentence && (
        <>
          <dt>{action === "message" ? t.message : t.why}</dt>
          <dd dir="auto">{statement.explanation}</dd>
        </>
      )}
      {statement?.facts && (
        <>
          <dt>{t.whatItIsAbout}</dt>
          <dd>{statement.facts}</dd>
        </>
      )}
      {statement?.source && (
        <>
          <dt>{t.howItCameAbout}</dt>
          <dd>{SOURCES[statement.source]}</dd>
        </>
      )}
    </dl>
  );
}

function DecisionsBehind({ behind }: Pick<Props, "behind">) {
  return (
    <section className={sections.section}>
      <h2>{t.decisionsAboutYourComments}</h2>
      <ul className={lists.ruled}>
        {behind.map((other) => (
          <li key={other.id}>
            <p>
              <a href={`/decisions/${other.id}`}>{titleOf(other.action, true)}</a>
              {other.article !== null && say(t.underArticle, { article: other.article })}.
              {other.undone && t.thisHasBeenReversed}
            </p>
            <p className={textStyles.muted} dir="auto">
              {other.excerpt}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type AppealProps = { decision: string; at: string; kept: FormFlash };

function AppealForm({ decision, at, kept }: AppealProps) {
  return (
    <section className={sections.section}>
      <h2>{t.appeal}</h2>
      <form method="post" action={`/api/v1/decisions/${decision}/appeal`}>
        <input type="hidden" name="_return" value={`/decisions/${decision}`} />
        <TextArea
          label={t.whyChangeTheDecision}
          hint={rich(t.inYourOwnWords, { until: <Time at={appealUntil(at)} /> })}
          required
          {...flashField(kept, "words")}
        />
        <Button look="primary">{t.appeal}</Button>
      </form>
    </section>
  );
}

const DAY = 86_400_000;
const appealUntil = (at: string): string => new Date(Date.parse(at) + APPEAL_DAYS * DAY).toISOString();

function Appealed({ appeal: { words, at, outcome, answer, answeredAt } }: { appeal: AppealView }) {
  return (
    <section className={sections.section}>
      <h2>{t.yourAppeal}</h2>
      <blockquote className={appeals.words} dir="auto">
        {words}
      </blockquote>
      <p className={textStyles.muted}>
        <Time at={at} exact />
      </p>
      {outcome === null ? (
        <p>{t.anotherModeratorWillAnswer}</p>
      ) : (
        <>
          <p>
            <strong>{outcome === "upheld" ? t.yourAppealWasUpheld : t.theDecisionStandsSentence}</strong>{" "}
            {answeredAt !== null && <Time at={answeredAt} exact />}
          </p>
          <p dir="auto">{answer}</p>
        </>
      )}
    </section>
  );
}

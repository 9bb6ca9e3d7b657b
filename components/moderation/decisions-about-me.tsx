import styles from "@/components/members/members.module.css";
import { titleOf } from "./statement";
import { Time } from "@/components/ui/time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import type { AboutMe } from "@/domain/moderation/decisions/decision";
import * as t from "#messages/decisions";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

const APPEALS = {
  open: t.youAppealedAnAnswerWillCome,
  upheld: t.youAppealedAndItWasReversed,
  refused: t.youAppealedTheDecisionStands,
};

/** What was decided about a member, each with the way to its reasons and to an appeal. */
export function DecisionsAboutMe({ items, next }: { items: AboutMe[]; next: string | null }) {
  if (items.length === 0) return <EmptyState>{t.nothingWasDecidedAbout}</EmptyState>;
  return (
    <>
      <ol className={styles.list}>
        {items.map(({ id, action, at, until, explanation, article, excerpt, undone, appeal, mayAppeal }) => (
          <li key={id} className={styles.entry}>
            <p className={styles.sentence}>
              <a href={`/decisions/${id}`}>{titleOf(action, excerpt !== "")}</a>
              {article !== null && say(t.underArticle, { article })}
              {until !== null && <>{rich(t.untilWhen, { when: <Time at={until} exact /> })}</>}.
              {undone && t.thisHasBeenReversed}
              {appeal !== null && ` ${APPEALS[appeal]}`}
            </p>
            {(excerpt !== "" || explanation !== "") && (
              <p className={styles.excerpt} dir="auto">
                {excerpt === "" ? explanation : excerpt}
              </p>
            )}
            <p className={styles.handle}>
              <Time at={at} exact />
              {mayAppeal && (
                <>
                  {"\u00a0· "}
                  <a href={`/decisions/${id}`}>{t.readTheReasonsOrAppeal}</a>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      {next !== null && (
        <PageLink rel="next" href={`/account/decisions?after=${next}`}>
          {t.earlier}
        </PageLink>
      )}
    </>
  );
}

import { Username } from "@/components/members/author-name";
import { Time } from "@/components/ui/time";
import { ENOUGH, type MemberCard as Card } from "@/domain/moderation/queue/queue";
import type { SanctionKind } from "@/domain/moderation/sanctions/sanction";
import textStyles from "@/components/ui/text.module.css";
import styles from "./member-card.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

export const SANCTION_WORDS: Record<SanctionKind, string> = {
  warning: t.warned,
  watch: t.approvalRequired,
  suspension: t.suspended,
  ban: t.banned,
};

/** Who wrote this: how long here, how it went so far, what is in force, what others noted. `meet`: their page at the desk is open to the reader. */
export function MemberCard({ author, meet = true }: { author: Card; meet?: boolean }) {
  const inForce = author.sanctions.filter(({ inForce }) => inForce);
  return (
    <div className={styles.member}>
      <p>
        <a href={meet ? `/moderation/members/${author.handle}` : `/members/${author.handle}`}>
          {author.name}
        </a>
        <Username of={author} />
        {author.role !== "reader" && <> ({author.role})</>}
      </p>
      <dl className={styles.standing}>
        <dt>{t.joined}</dt>
        <dd>
          <Time at={author.joinedAt} />
        </dd>
        <dt>{t.approvedSoFar}</dt>
        <dd>{author.approved}</dd>
        <dt>{t.rejectedSoFar}</dt>
        <dd>{upToEnough(author.rejected)}</dd>
        <dt>{t.pendingNow}</dt>
        <dd>{upToEnough(author.held)}</dd>
      </dl>
      {inForce.map(({ id, kind, until, reason }) => (
        <p key={id}>
          <strong>{SANCTION_WORDS[kind]}</strong>
          {until !== null && <> {rich(t.untilWhen, { when: <Time at={until} /> })}</>}: {reason}
        </p>
      ))}
      {author.sanctions.length > inForce.length && (
        <p className={textStyles.muted}>
          {say(t.countEarlier, { count: author.sanctions.length - inForce.length })}
        </p>
      )}
      {author.notes.map(({ by, words, at }) => (
        <p key={at} dir="auto" className={styles.note}>
          {words} <span className={textStyles.muted}>— {by ?? t.aFormerModerator}</span>
        </p>
      ))}
    </div>
  );
}

const upToEnough = (count: number): string =>
  count < ENOUGH ? String(count) : say(t.orMore, { enough: ENOUGH });

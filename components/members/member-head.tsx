import styles from "./members.module.css";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import { mutePath } from "@/domain/following/following";
import type { Role } from "@/domain/members/member";
import * as t from "#messages/members";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Shown = {
  handle: string;
  name: string;
  role: Role;
  bio: string;
  joinedAt: string;
  approvedCount: number;
  honourCount: number;
};

/** What everyone may know of a member. */
export function MemberHead({ handle, name, role, bio, joinedAt, approvedCount, honourCount }: Shown) {
  return (
    <header className={styles.head}>
      <h1 dir="auto">{name}</h1>
      <MetaLine>
        <span className={styles.handle}>@{handle}</span>
        {role !== "reader" && <span>{ROLE_WORDS[role]}</span>}
        <span>{rich(t.hereSince, { when: <Time at={joinedAt} /> })}</span>
        <span>{say(t.commentCount, { approvedCount })}</span>
        {honourCount > 0 && <span>{say(t.changedMinds, { honourCount })}</span>}
      </MetaLine>
      {bio && (
        <p className={styles.bio} dir="auto">
          {bio}
        </p>
      )}
      <p className={styles.report}>
        <a href={`/members/${handle}/report`} rel="nofollow">
          {t.reportThisNameOrBio}
        </a>{" "}
        <a href={mutePath(handle)} rel="nofollow">
          {t.muteThisMember}
        </a>
      </p>
    </header>
  );
}

const ROLE_WORDS: Record<Role, string> = {
  reader: t.reader,
  editor: t.editor,
  moderator: t.moderator,
  admin: t.admin,
};

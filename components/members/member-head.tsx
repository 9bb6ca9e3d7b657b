import styles from "@/components/members/members.module.css";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import type { Role } from "@/domain/members/member";

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
        <span>
          here since <Time at={joinedAt} />
        </span>
        <span>{approvedCount === 1 ? "1 comment" : `${approvedCount.toLocaleString("en")} comments`}</span>
        {honourCount > 0 && (
          <span>
            {honourCount === 1 ? "changed a mind" : `changed ${honourCount.toLocaleString("en")} minds`}
          </span>
        )}
      </MetaLine>
      {bio && (
        <p className={styles.bio} dir="auto">
          {bio}
        </p>
      )}
    </header>
  );
}

const ROLE_WORDS: Record<Role, string> = {
  reader: "reader",
  editor: "editor",
  moderator: "moderator",
  admin: "admin",
};

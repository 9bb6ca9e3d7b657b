import type { MemberCard } from "@/domain/moderation/queue/queue";

/** Words of a decision about what a member says of themselves: pure, safe in a browser. */
export const PROFILE_ACTIONS = ["reset", "keep"] as const;

/** What everybody reads of a member in the member's own words. */
export type ProfileWords = { name: string; bio: string };

/** One report of it; `words` are those that were reported, where it reads otherwise now. */
export type ProfileReport = {
  id: string;
  reason: string;
  detail: string;
  at: string;
  by: string | null;
  notice: { law: string; name: string; email: string } | null;
  words: ProfileWords | null;
};

/** A profile as a moderator decides about it. `seen` names the very words. */
export type ProfileAtTheDesk = Pick<MemberCard, "id" | "handle" | "role"> &
  ProfileWords & {
    seen: string;
    reports: ProfileReport[];
    /** Decisions that took something of it down and can be taken back, newest first. */
    taken: { decision: string; at: string; name: string | null; bio: string | null }[];
    can: { decide: boolean };
  };

/** Profiles on the page of those that wait, longest first; deciding about one brings the next. */
export const PROFILES_AT_ONCE = 20;

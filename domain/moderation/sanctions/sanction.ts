/** Words of a sanction: pure, safe in a browser. Mildest first. */
export const SANCTION_KINDS = ["warning", "watch", "suspension", "ban"] as const;
export type SanctionKind = (typeof SANCTION_KINDS)[number];

/** What each does, as the member reads it. */
export const SCOPES: Record<SanctionKind, string> = {
  warning: "A word of warning. Nothing is restricted.",
  watch: "Your comments wait for a moderator before they appear.",
  suspension: "You can read, export what is yours and appeal; you cannot write, react or report.",
  ban: "This account is closed. You can sign in to read the decisions about you, to appeal, and to take a copy of your data.",
};

export const ACTION_OF = { warning: "warn", watch: "watch", suspension: "suspend", ban: "ban" } as const;

/** Suspensions a moderator may choose, in days. */
export const SUSPENSION_DAYS = [1, 3, 7, 30, 90, 365] as const;

export type SanctionView = {
  id: string;
  kind: SanctionKind;
  reason: string;
  from: string;
  until: string | null;
  liftedAt: string | null;
  decision: string;
  by: string | null;
  inForce: boolean;
};

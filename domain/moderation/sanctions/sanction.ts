import * as t from "#messages/decisions";

/** A moderator's message to a member, and a note about one. */
export const MESSAGE_LIMIT = 2_000;
export const NOTE_LIMIT = 2_000;

/** Words of a sanction: pure, safe in a browser. Mildest first. */
export const SANCTION_KINDS = ["warning", "watch", "suspension", "ban"] as const;
export type SanctionKind = (typeof SANCTION_KINDS)[number];

/** What each does, as the member reads it. */
export const SCOPES: Record<SanctionKind, string> = {
  warning: t.aWarning,
  watch: t.yourCommentsNeedApprovalFirst,
  suspension: t.youCanRead,
  ban: t.thisAccountIsClosed,
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

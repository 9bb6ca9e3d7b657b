import type { CommentState } from "@/domain/comments/comment";
import type { Role } from "@/domain/members/member";
import * as t from "#messages/decisions";
import * as offices from "#messages/offices";

/** What a moderator adds in own words. */
export const EXPLANATION_LIMIT = 1_000;
/** Comments decided about together. More at once than anybody has looked at; a clean-up goes on with the next. */
export const BULK_LIMIT = 500;

/** Words of a decision: pure, safe in a browser. */
export const COMMENT_ACTIONS = ["approve", "reject", "hold", "restore"] as const;
export type CommentAction = (typeof COMMENT_ACTIONS)[number];

export const ACTIONS = [
  ...COMMENT_ACTIONS,
  "undo",
  "lock",
  "unlock",
  "slow",
  "message",
  "warn",
  "watch",
  "suspend",
  "ban",
  "lift",
  "appoint",
  "dismiss",
  "role",
  "reset",
  "keep",
] as const;
export type Action = (typeof ACTIONS)[number];

/** What limits somebody, and therefore says why, and how to have it looked at again. */
export const RESTRICTIONS: readonly Action[] = [
  "reject",
  "hold",
  "lock",
  "slow",
  "warn",
  "watch",
  "suspend",
  "ban",
  "reset",
];
export const isRestriction = (action: Action): boolean => RESTRICTIONS.includes(action);

/** What gives somebody rights on the site, or takes them. It limits nobody's words and needs no reasons. */
export const APPOINTMENTS = ["appoint", "dismiss", "role"] as const satisfies readonly Action[];
export type Appointment = (typeof APPOINTMENTS)[number];
export const isAppointment = (action: Action): boolean => APPOINTMENTS.some((one) => one === action);

/** As the log says it: "Ada approved". */
export const DONE: Record<Action, string> = {
  approve: t.approved,
  reject: t.rejected,
  hold: t.held,
  restore: t.restored,
  undo: t.reversedTheLastDecisionAbout,
  lock: t.closed,
  unlock: t.reopened,
  slow: t.slowed,
  message: t.wroteTo,
  warn: t.warned,
  watch: t.requiredApprovalFor,
  suspend: t.suspended,
  ban: t.banned,
  lift: t.lifted,
  appoint: offices.appointed,
  dismiss: offices.dismissed,
  role: offices.changedTheRoleOf,
  reset: t.removedTheNameOrBioOf,
  keep: t.approvedTheNameAndBioOf,
};

/** What led to a decision. */
export const SOURCES = ["report", "notice", "check", "own"] as const;
export type Source = (typeof SOURCES)[number];

/** A statement of reasons (Digital Services Act, article 17). It quotes nothing, so that an erased text stays erased. */
export type Statement = {
  /** What is restricted: "This comment is not shown." */
  scope: string;
  /** ISO 8601; null lasts until undone. */
  until: string | null;
  facts: string;
  source: Source;
  /** Whether a check pointed at it. No check decides. */
  automatedDetection: boolean;
  automatedDecision: false;
  explanation: string;
  redress: string;
};

/** An appeal may be made this long (the Act asks for at least six months). */
export const APPEAL_DAYS = 184;

export const REDRESS = t.youCanAppeal + t.youMayAlsoTurn;

/** Who decided, as others may see it. */
export type Decider = { handle: string; name: string; role: Role };

/** What was last decided about a comment. */
export type LastDecision = {
  id: string;
  action: Action;
  at: string;
  /** The text it was about. */
  revision: number | null;
  ground: string | null;
  before: CommentState | null;
  after: CommentState | null;
  undoes: string | null;
  bulk: string | null;
  moderator: Decider | null;
};

/** In which a decision was made; editors decide on a side's reply only. */
export type Office = "moderator" | "admin" | "editor";

/** One line of what was decided about a member and what they wrote, as they read it. */
export type AboutMe = {
  id: string;
  seq: number;
  action: Action;
  /** ISO 8601 UTC. */
  at: string;
  until: string | null;
  explanation: string;
  article: string | null;
  /** The beginning of the comment it is about; empty for a decision about the member. */
  excerpt: string;
  undone: boolean;
  /** Null where there is no appeal; open until it is answered. */
  appeal: "open" | "upheld" | "refused" | null;
  mayAppeal: boolean;
};

/** A kept word as an action. The database holds no others. */
export function actionOf(word: string): Action {
  const action = ACTIONS.find((one) => one === word);
  if (!action) throw new Error(`There is no action "${word}".`);
  return action;
}

import * as t from "#messages/reports";

/** A page of explanation; a moderator reads it whole. */
export const DETAIL_LIMIT = 2_000;

/** Words of a report: pure, safe in a browser. */
export type ReportState = "open" | "upheld" | "dismissed";

/** What whoever reported something may read about it later, by the address on their receipt. */
export type Receipt = {
  id: string;
  /** What was reported: a comment's id, or the handle of a member whose name or bio it is (null when they have left). */
  comment: string | null;
  member: string | null;
  reason: string;
  at: string;
  state: ReportState;
  decidedAt: string | null;
};

/** What became of it, in a sentence. */
export const OUTCOMES: Record<ReportState, string> = {
  open: t.aModeratorWillReview,
  upheld: t.reviewedAndRemoved,
  dismissed: t.reviewedAndKept,
};

/** The same of a name or bio. */
export const PROFILE_OUTCOMES: Record<ReportState, string> = {
  open: t.aModeratorWillReview,
  upheld: t.profileRemoved,
  dismissed: t.profileKept,
};

/** Sections of the law a notice may point to without name and address (Digital Services Act, article 16, paragraph 2 c). */
export const CHILD_ABUSE = "child-abuse";
export const LAWS = [
  { key: "threat", label: t.threatsOrIncitementToViolence },
  { key: "hate", label: t.unlawfulHateSpeech },
  { key: "defamation", label: t.defamationOrFalseStatement },
  { key: "privacy", label: t.violationOfPrivacyOrData },
  { key: "intellectual-property", label: t.violationOfIntellectualProperty },
  { key: "fraud", label: t.fraudOrUnlawfulTrade },
  { key: CHILD_ABUSE, label: t.sexualAbuseOfChildren },
  { key: "other", label: t.anotherLawNamedBelow },
] as const;

/** Words of a report: pure, safe in a browser. */
export type ReportState = "open" | "upheld" | "dismissed";

/** What whoever reported something may read about it later, by the address on their receipt. */
export type Receipt = {
  id: string;
  comment: string;
  reason: string;
  at: string;
  state: ReportState;
  decidedAt: string | null;
};

/** What became of it, in a sentence. */
export const OUTCOMES: Record<ReportState, string> = {
  open: "A moderator will look at it. Nothing has been decided yet.",
  upheld: "A moderator looked at it and took the comment down.",
  dismissed: "A moderator looked at it and let the comment stand.",
};

/** Sections of the law a notice may point to without name and address (Digital Services Act, article 16, paragraph 2 c). */
export const CHILD_ABUSE = "child-abuse";
export const LAWS = [
  { key: "threat", label: "Threats or incitement to violence" },
  { key: "hate", label: "Unlawful hate speech" },
  { key: "defamation", label: "Defamation or false statement of fact" },
  { key: "privacy", label: "Violation of privacy or data protection" },
  { key: "intellectual-property", label: "Violation of intellectual property" },
  { key: "fraud", label: "Fraud or unlawful trade" },
  { key: CHILD_ABUSE, label: "Sexual abuse of children" },
  { key: "other", label: "Another law, named below" },
] as const;

// components/moderation/fairness-table.tsx
export const held = "held";
export const rejected = "removed";
export const differenceOf = "{difference}, 95%: {lower} to {upper}; p = {p}";
export const appealsUpheld = "appeals upheld";
export const onlyCommentsWhoseAuthors =
  "Only comments whose authors showed their vote are counted; nobody looks at secret votes. A difference here is what bias would look like, and also what one angry evening would look like: compare it with the rule that applied. Comments of one author are not independent, so the p-values are somewhat too small; those shown are corrected for multiple comparisons (Holm).";
export const countedEachMonday =
  "Counted each Monday, for the last twelve months. The table shows at most {most} rows: the newest months first, and in each the discussions with the most comments.";
export const notEnoughCommentsWithAShown =
  "Not enough comments with a shown vote yet, on two sides of one question.";
export const ratesByMonth = "Rates by month";
export const month = "Month";
export const question = "Question";
export const share = "Share";
export const oneSide = "One side";
export const theOther = "The other";
export const difference = "Difference";
export const commentsHeldByCheck = "Comments held, by check";
export const upheldOfAppeals = "{upheld} of {appeals}";
export const measureOfComments = "{measure} of {comments}";

// components/moderation/log-list.tsx
export const byBefore = " by ";
export const noMatchingDecisions = "No matching decisions.";
export const earlier = "Older";
export const somebody = "Somebody";
export const aComment = "a comment";
export const aSidesReply = "a side’s reply";
export const aQuotedReason = "a quoted reason";
export const versionRevision = "version {revision}";
export const withOthers = "together with others";
export const afterAReport = "after a report";
export const reportedAsIllegal = "reported as illegal";
export const flaggedByACheck = "flagged by a check";
export const onAModeratorsOwnInitiative = "on a moderator’s own initiative";
export const nothingHasBeenDecided = "Nothing has been decided yet.";
export const anEditorOrAModerator = "An editor or a moderator";
export const aModerator = "A moderator";
export const untilWhen = ", until {when}";
export const aDiscussionOrAPart = "a discussion or a part of one";
export const aMember = "a member";

// components/moderation/transparency-figures.tsx
export const reportsByReaders = "reports by readers";
export const reportsOfIllegalContent = "reports of illegal content";
export const byACheck = "flagged by a check";
export const moderatorsOwnInitiative = "moderators’ own initiative";
export const fromToByWhatTheLog =
  "From {when} to {when2}, counted from the moderation log. No machine decides here: {automatedDecision} of {total} restrictions were automated; a check had flagged {automatedDetection} for a person to review.";
export const from = "From";
export const to = "To";
export const show = "Show";
export const restrictionsByWhat = "Restrictions, by effect";
export const restrictionsByTheRule = "Restrictions, by rule";
export const restrictionsByWhatLedToThem = "Restrictions, by origin";
export const approvalsAndReversals = "Approvals, restorations and reversals";
export const reportsReceived = "Reports: {received}";
export const halfOfThoseDecidedWereDecided = "Median time to decide: {medianSecondsToDecide}.";
export const upheldDismissed =
  "Upheld: {upheld}; dismissed: {dismissed}; pending: {open}. Reports of illegal content among them: {received}. {medianSecondsToDecide}";
export const appeals = "Appeals";
export const halfOfThoseAnsweredWereAnswered = "Median time to answer: {medianSecondsToAnswer}.";
export const appealsReceived =
  "Received: {received}. Upheld: {upheld}; rejected: {refused}; pending: {open}. {medianSecondsToAnswer}";
export const sanctionsOfMembers = "Sanctions of members";
export const theRestrictionsInTheWords = "Restrictions in the terms of the EU’s DSA Transparency Database";
export const downloads =
  "Download these figures as <link>JSON</link> or <link2>CSV</link2>, or every restriction in the format of the EU’s DSA Transparency Database as <link3>JSON</link3> or <link4>CSV</link4>.";
export const reversed = "reversed";
export const secondsSeconds = "{seconds, plural, one {1 second} other {{seconds} seconds}}";
export const secondsMinutes = "{seconds, plural, one {1 minute} other {{seconds} minutes}}";
export const secondsHours = "{seconds, plural, one {1 hour} other {{seconds} hours}}";
export const secondsDays = "{seconds, plural, one {1 day} other {{seconds} days}}";

// domain/moderation/log/queries.ts
export const theLogWithNames = "Only moderators can see the log with names.";
export const thisSiteKeepsItsLog = "On this site, only moderators can see the log.";

// domain/moderation/log/schema.ts
export const thatIsNotAHandle = "That is not a valid username.";

// domain/moderation/transparency/dsa.ts
export const no = "No";
export const yes = "Yes";

// domain/moderation/transparency/fairness-queries.ts
export const theDeskIsForModerators = "Only moderators can see this.";

// domain/moderation/transparency/schema.ts
export const aDateLooksLike = "A date must look like 2026-11-23.";

// components/moderation/fairness-table.tsx
export const held = "held";
export const rejected = "rejected";
export const differenceOf = "{difference}, 95 %: {lower} to {upper}; p = {p}";
export const appealsUpheld = "appeals upheld";
export const onlyCommentsWhoseAuthors =
  "Only comments whose authors showed their vote are counted; nobody looks at secret votes. A difference here is what bias would look like, and also what one angry evening would look like: read it beside the rule that fired. Comments of one author are not independent, so the p-values are somewhat too small; those shown are corrected for being shown together (Holm).";
export const notEnoughCommentsWithAShown =
  "Not enough comments with a shown vote yet, on two sides of one question.";
export const ratesByMonth = "Rates by month";
export const month = "Month";
export const question = "Question";
export const share = "Share";
export const oneSide = "One side";
export const theOther = "The other";
export const difference = "Difference";
export const whichChecksHeldWhom = "Which checks held whom";
export const upheldOfAppeals = "{upheld} of {appeals}";
export const measureOfComments = "{measure} of {comments}";

// components/moderation/log-list.tsx
export const byBefore = " by ";
export const nothingOfThatKind = "Nothing of that kind.";
export const earlier = "Earlier";
export const somebody = "Somebody";
export const aComment = "a comment";
export const aSidesReply = "a side’s reply";
export const versionRevision = "version {revision}";
export const withOthers = "with others";
export const afterAReport = "after a report";
export const afterANoticeUnderTheLaw = "after a notice under the law";
export const afterACheckAsked = "after a check asked for a look";
export const onAModeratorsOwnInitiative = "on a moderator's own initiative";
export const nothingHasBeenDecided = "Nothing has been decided yet.";
export const anEditorOrAModerator = "An editor or a moderator";
export const aModerator = "A moderator";
export const untilWhen = "until {when}";
export const aDiscussionOrAPart = "a discussion or a part of it";
export const aMember = "a member";

// components/moderation/transparency-figures.tsx
export const reportsByReaders = "reports by readers";
export const noticesUnderTheLaw = "notices under the law";
export const aCheckThatAsked = "a check that asked for a look";
export const moderatorsOwnInitiative = "moderators' own initiative";
export const fromToByWhatTheLog =
  "From {when} to {when2}, by what the log of moderation says. No machine decides here: of {total} restrictions {automatedDecision} were automated, and in {automatedDetection} a check had asked a person to look.";
export const from = "From";
export const to = "To";
export const show = "Show";
export const restrictionsByWhat = "Restrictions, by what they do";
export const restrictionsByTheRule = "Restrictions, by the rule they rest on";
export const restrictionsByWhatLedToThem = "Restrictions, by what led to them";
export const decisionsThatLetStand = "Decisions that let stand, let appear or took back";
export const reportsReceived = "Reports: {received}";
export const halfOfThoseDecidedWereDecided =
  "Half of those decided were decided within {medianSecondsToDecide}.";
export const upheldDismissed =
  "Upheld: {upheld}; dismissed: {dismissed}; still open: {open}. Notices under the law among them: {received}. {medianSecondsToDecide}";
export const appeals = "Appeals";
export const halfOfThoseAnsweredWereAnswered =
  "Half of those answered were answered within {medianSecondsToAnswer}.";
export const madeRight =
  "Made: {received}. Right: {upheld}; not: {refused}; still open: {open}. {medianSecondsToAnswer}";
export const sanctionsOfMembers = "Sanctions of members";
export const theRestrictionsInTheWords =
  "The restrictions in the words of the EU’s DSA Transparency Database";
export const toTakeAlong =
  "To take along: these figures as <link>JSON</link> and <link2>CSV</link2>; every restriction in the field names of the EU’s DSA Transparency Database, as <link3>JSON</link3> and <link4>CSV</link4>.";
export const takenBack = "taken back";
export const secondsSeconds = "{seconds} seconds";
export const secondsMinutes = "{seconds} minutes";
export const secondsHours = "{seconds} hours";
export const secondsDays = "{seconds} days";

// domain/moderation/log/queries.ts
export const theLogWithNames = "The log with names is for moderators.";
export const thisSiteKeepsItsLog = "This site keeps its log to its moderators.";

// domain/moderation/log/schema.ts
export const thatIsNotAHandle = "That is not a handle.";

// domain/moderation/transparency/dsa.ts
export const no = "No";
export const yes = "Yes";

// domain/moderation/transparency/fairness-queries.ts
export const theDeskIsForModerators = "The desk is for moderators.";

// domain/moderation/transparency/schema.ts
export const aDayIsWrittenAs2026 = "A day is written as 2026-11-23.";

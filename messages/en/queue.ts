// components/moderation/nothing-found.tsx
export const nothingHereMatches = "Nothing in “{queue}” matches {asked}.";
export const itIsElsewhere = "Other queues have it:";
export const norElsewhere = "Neither does anything in the other queues.";
export const soManyInQueue = "{queue}: {count, number}";
export const moreThanInQueue = "{queue}: more than {count, number}";
export const showAllOf = "Show all of “{queue}”";
export const theWords = "the words “{q}”";
export const byTheMember = "by @{member}";
export const underTheArticle = "under {article}";
export const heldByTheCheck = "held by “{check}”";
export const reportedAsThis = "reported as “{reason}”";
export const waitingForHours = "pending for {hours, plural, one {an hour} other {{hours} hours}} or more";

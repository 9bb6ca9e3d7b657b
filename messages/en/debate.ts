// components/polls/best-cases.tsx
export const theBestCaseForEachSide = "The best case for each side";
export const ofVotes = "{side} · {share} of votes";
export const mostRespectedByTheOtherSide = "Most respected by the other side.";
export const chosenByAnEditor = "Chosen by an editor or a moderator.";
export const nobodyWhoShowsThisVote =
  "No comment for this side has yet been respected by three readers of the other side.";
export const theOrderOfTheSidesChanges =
  "The sides swap places every hour. <link>How these are chosen</link>";

// components/polls/both-sides.tsx
export const valuedByBothSides = "Valued by both sides";
export const leftOutBecauseFewerThanReaders = "Left out, with fewer than {sideVoters} voters: {leftOut}.";
export const theWholeDiscussion = "The whole discussion, in this order";
export const howThisIsMade = "How this is calculated";
export const aSecondOpinion = "A second opinion";
export const samePicks = "It picks the same comments as the list above.";
export const otherPicks = "It also picks these, which are not in the list above:";
export const fromTheReactionsOfMore =
  "Based on the reactions of more than {reactors, number} readers, without looking at votes. A method from Community Notes finds the divide by itself, and what both sides of it respect. {count} <link>How this is calculated</link>";
export const tooFewSides =
  "Not enough voters yet: at least two sides need enough of them to show what both value.";
export const tooFewReactionsYet =
  "Not enough reactions yet: a comment needs at least {sideReactions} from each side.";
export const noCommentIsValuedByBoth =
  "No comment is valued by both sides yet, though some have enough reactions from each.";
export const theSecondOpinionAgrees = "The second opinion agrees.";

// components/polls/debate-record.tsx
export const titleByAuthor = "{title} · {author}";
export const theRecordOfTheDebate = "The record of the debate";
export const draft = "Draft";
export const aDraftChanges =
  "A draft can still change; version 1 is published when the last votes are counted.";
export const versionNumber = "Version {number}";
export const alsoAsJsonAndCsv = "{draft}, {when}. Download as <json>JSON</json> or <csv>CSV</csv>.";
export const openFrom = "{whoCouldVote} Open from {when}. {end}";
export const recordShowsItAtTheClose =
  "The record shows the result once the poll has closed. Until then, you see it <link>at the poll</link> after you vote.";
export const theStrongestPointOfTheSmaller =
  "The strongest point of the smaller side, {side}, is <link>the comment the other side respects most</link>.";
export const whatTheseFiguresCannotSay = "What these figures cannot say";
export const howEveryFigureIsMade = "How every figure is calculated";
export const toCiteThis = "Cite this record";
export const inVersion = "version {number}";
export const draftCited = "draft";
export const questionTheRecordOfTheDebate =
  "“{question}” The record of the debate on “{title}”, {draft}, {when}. {address}";
export const sha256 = "SHA-256 {digest}";
export const whereReadersArgued = "Where readers argued";
export const theAuthorAtTheClose = "The author’s closing statement";
export const eachSidesReply = "Each side’s reply";
export const nameForSide = "{name}, for {side}";
export const howItWasModerated = "How it was moderated";
export const canBeRead =
  "{readable, plural, one {1 comment is} other {{readable} comments are}} on display. Moderators removed {removed, plural, one {1 comment} other {{removed} comments}}; {withdrawn, plural, =0 {none was} one {1 was} other {{withdrawn} were}} withdrawn by {withdrawn, plural, one {its author} other {their authors}}. <link>The public log</link> lists {decisions, plural, one {1 decision} other {{decisions} decisions}}.";

// components/polls/guess-gap.tsx
export const howWellReadersGuessed = "How well readers guessed";
export const youGuessedWhichIs = " You guessed {share}, {gap}.";
export const halfOfReadersGuessedOrMore =
  " The typical guess of more than {guesses} readers was {share}, {gap}.";
export const fewerThanFiveHaveGuessed = " What others guessed is shown once ten have guessed.";
export const shareChoseLabel = "{share} chose “{label}”.{own}{everyone}";

// components/polls/movement.tsx
export const whoMoved = "Who moved";
export const tooFewMoved =
  "Fewer than ten people are known to have changed their vote, so there are no figures.";
export const soManyMoved = "At least {moved} people changed sides; some changed back.";
export const noSideGained = "Each side gained about as many as it lost.";
export const howSureThisIs = "How sure this is";
export const unlikelyToBeChance = "Unlikely to be chance.";
export const thisCouldBeChance = "This could be chance.";
export const methodAndP = "{method}: {p} at most.";
export const whoMovedWhereIsNotShown =
  "How many moved from which side to which is not shown, because together with the other figures it would reveal single votes. <link>How this is calculated</link>";

// components/polls/opinion-chart.tsx
export const opinionOverTime = "Opinion over time";
export const firstVotesOfNewcomers = "First-time votes";
export const firstSwitches = "People changing their vote for the first time";
export const eachColumnHoldsAtLeastTen =
  "{total} Each column covers at least nine people on each side. What happened at the time need not be the cause. <link>How this is calculated</link>";
export const shownOnceTenPeople = "Shown from the day after nine people on each side have voted.";
export const days = "Days";
export const people = "People";

// components/polls/quoted-comment.tsx
export const aFormerMember = "A former member";

// components/polls/side-columns.tsx
export const onlyCommentsWhoseAuthors = "Showing only comments whose authors made their vote public.";
export const moreOf = "More of “{side}”";
export const chooseASide = "Choose a side";
export const sideBySide = "Side by side";
export const inReplyTo = "In reply to {name}";
export const thereIsNothingFurther = "There is nothing more here.";
export const nobodyHasShownThisVote = "Nobody has commented with this vote shown yet.";

// components/polls/side-reply-form.tsx
export const yourReplyIsPending =
  "Your reply is pending: only editors and moderators can read it until one of them approves it.";
export const yourReplyIsInTheRecord =
  "Your reply is in the record. If you change it, it has to be approved again.";
export const yourReplyIs =
  "Your reply is not in the record. The decision in your inbox says why, and how to appeal.";
export const theLastWordForIsYours = "You have the last word for “{side}”";
export const yourSidesReply = "Your side’s reply, for the record";
export const yourCommentWasFound =
  "Your comment was chosen as its best case. Your reply appears under your name once an editor or a moderator has approved it.";
export const changeIt = "Change reply";
export const addToTheRecord = "Add to the record";
export const withdrawReply = "Withdraw reply";

// domain/polls/debate/queries.ts
export const thePollOpened = "The poll opened";
export const anEditorPutAComment = "An editor picked a comment as the best case for “{side}”";
export const theArticleWasRevisedRevision = "The article was revised (revision {number})";
export const thePollWasRewordedVersion = "The poll was reworded (version {version})";

// domain/polls/record/record.ts
export const everySignedInReader =
  "Every signed-in reader had one vote, and could change or withdraw it until the close.";
export const votersChoseThemselves =
  "Voters chose themselves: the figures are about them, and do not represent anyone else. That is why there is no margin of error.";
export const oneAccountIsOneVote =
  "One account is one vote; whether two accounts belong to one person, the site cannot tell.";
export const countsMovedInSteps =
  "Counts moved in steps of many votes, so that single ones are hard to work out; up to eight of the last votes may be missing from them.";
export const figuresInStepsCaveat =
  "The figures for who moved, and for opinion over time, move in steps, so that single votes are hard to work out.";
export const thatOpinionMovedAfterSomething =
  "That opinion moved after something was said does not mean it moved because of it.";
export const votersWereConfirmedBefore =
  "Only members whose account was confirmed before the poll opened could vote.";
export const ballotsWereDetached =
  "Votes were stored without names and could not be changed, so nobody can have changed sides.";
export const thePollWasRewordedWhile =
  "The poll was reworded while it was open; votes for earlier wordings were kept (version {version}).";
export const asOf = "as of";
export const movedThereAtLeast = "changed their mind here, at least";
export const movedAtLeast = "changed sides, at least";
export const gainedAtLeast = "net gain, at least";
export const fromToTo = "{from} to {to}";
export const changedByTheirOwnWord = "said what changed their mind";

// domain/polls/replies/commands.ts
export const youCannotWriteWhile = "You cannot write while you are suspended.";
export const thereIsNoSuchSide = "This poll has no such side.";
export const sidesReplyOnceThePoll = "A side can reply once the poll has closed.";
export const aSidesReplyIsWritten = "Only the author of a side’s best case can write its reply.";
export const thereIsNoReplyOfYours = "You have not written a reply here.";
export const editorsAndModeratorsReview = "Only editors and moderators can review replies.";
export const thereIsNoSuchReply = "Reply not found.";
export const youCannotReviewYourOwn = "You cannot review your own reply.";
export const thisReplyHasChangedSince = "This reply has changed since you read it. Please read it again.";
export const thisReplyIs = "This reply is not in the record of the debate.";
export const theTextOfTheSidesReply = "The text of the side’s reply, in version {revision}.";

// domain/polls/reasons
export const editorsAndModeratorsTakeDown = "Only editors and moderators can remove quoted reasons.";
export const thereIsNoSuchReason = "This reason is not quoted any more.";
export const thisReasonIsNotQuoted = "This reason is no longer quoted.";
export const theWordsOfTheReason = "The words of the reason as they were quoted.";
export const reasonQuoted = "reason, quoted";
export const reasonRemoved = "reason, removed";

// domain/polls/replies/reply.ts
export const replyPending = "reply, pending";
export const replyInTheRecord = "reply, in the record";
export const replyLeftOut = "reply, left out";

// domain/polls/statistics/two-proportions.ts
export const eachGroupNeedsAtLeast = "Each group must have at least {groupSize} to be compared.";
export const tooFewCasesToTell = "Too few cases to rule out chance.";

// components/polls/opinion-chart.tsx, where the rows do not add up
export const figuresAreRounded = "Shares are rounded, so a row may add up to 99% or 101%.";

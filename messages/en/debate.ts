// components/polls/best-cases.tsx
export const theBestCaseForEachSide = "The best case for each side";
export const ofVotes = "{side} · {share} of votes";
export const chosenBy = "Chosen by {chosenBy}.";
export const nobodyWhoShowsThisVote =
  "Nobody who shows this vote has yet been respected by at least three of the other side.";
export const theOrderOfTheSidesChanges =
  "The order of the sides changes by the hour. <link>How these are chosen</link>";

// components/polls/both-sides.tsx
export const valuedByBothSides = "Valued by both sides";
export const leftOutBecauseFewerThanReaders =
  "Left out, because fewer than {sideVoters} readers voted for it: {leftOut}.";
export const theWholeDiscussion = "The whole discussion in this order";
export const howThisIsMade = "How this is made";
export const aSecondOpinion = "A second opinion";
export const whatStandsOutMost = "What stands out most by it stands above already.";
export const ofWhatStandsOutMost = "Of what stands out most by it, this does not stand above:";
export const fromTheReactionsOfMore =
  "From the reactions of more than {reactors, number} readers, without asking who voted what: a method of Community Notes looks for the divide by itself, and for what is respected across it. {count} <link>How this is made</link>";
export const tooFewSides = "Too few sides: it takes two with enough voters to say what both of them value.";
export const tooFewReactionsYet =
  "Too few reactions yet: a comment needs at least {sideReactions} from each side to be marked.";
export const noCommentIsValuedByBoth =
  "No comment is valued by both sides yet; some have reactions enough from each.";
export const theSecondOpinionAgrees = "The second opinion agrees.";

// components/polls/debate-record.tsx
export const titleByAuthor = "{title}, by {author}";
export const theRecordOfTheDebate = "The record of the debate";
export const draft = "Draft";
export const versionNumber = "Version {number}";
export const alsoAsJsonAndCsv = "{draft}, {when}. Also as <json>JSON</json> and <csv>CSV</csv>.";
export const openFrom = "{whoCouldVote} Open from {when}. {end}";
export const answerOrJustBeShown = "Answer, or just be shown";
export const theStrongestPointOfTheSmaller =
  "The strongest point of the smaller side, {side}, is <link>the case that the other side respects most</link>.";
export const whatTheseFiguresCannotSay = "What these figures cannot say";
export const howEveryFigureIsMade = "How every figure is made";
export const toCiteThis = "To cite this";
export const inVersion = "version {number}";
export const draftCited = "draft";
export const questionTheRecordOfTheDebate =
  "“{question}” The record of the debate on “{title}”, {draft}, {when}. {address}";
export const sha256 = "SHA-256 {digest}";
export const theAuthorAtTheClose = "The author, at the close";
export const eachSidesReply = "Each side’s reply";
export const nameForSide = "{name}, for {side}";
export const howItWasKept = "How it was kept";
export const canBeRead =
  "{readable, plural, one {1 comment} other {{readable} comments}} can be read. Moderators took {removed, plural, one {1 comment} other {{removed} comments}} down, authors withdrew {withdrawn}; {decisions, plural, one {1 decision} other {{decisions} decisions}} in <link>the public log</link>.";

// components/polls/guess-gap.tsx
export const whatWeThoughtOfEachOther = "What we thought of each other";
export const youGuessedWhichIs = " You guessed {share}, which is {gap}.";
export const halfOfReadersGuessedOrMore =
  " Half of more than {guesses} readers guessed about {share} or more, which is {gap}.";
export const fewerThanFiveHaveGuessed = " What others guessed is shown once ten have.";
export const shareChoseLabel = "{share} chose “{label}”.{own}{everyone}";

// components/polls/movement.tsx
export const whoMoved = "Who moved";
export const tooFewMoved = "Fewer than ten people are known to have changed their vote, so nothing is shown.";
export const soManyMoved =
  "At least {moved} people changed their vote between the sides; some came back to where they began.";
export const noSideGained = "As many came to each side as left it, or nearly.";
export const asManyOneWay = "Could it be chance that more went this way? {method}: {p} at most.";
export const whoWentWhereIsNotTold =
  "How many went from which side to which is not shown: with the other figures it would give single votes away. <link>How this is made</link>";

// components/polls/opinion-chart.tsx
export const opinionOverTime = "Opinion over time";
export const firstVotesOfNewcomers = "First votes of newcomers";
export const firstSwitches = "First switches";
export const eachColumnHoldsAtLeastTen =
  "{total} Each column holds at least nine people of every side; what happened beside it need not have caused it. <link>How this is made</link>";
export const shownOnceTenPeople = "Shown once nine people of every side are in it, from the day after.";
export const days = "Days";
export const people = "People";

// components/polls/quoted-comment.tsx
export const aFormerMember = "A former member";

// components/polls/side-columns.tsx
export const onlyCommentsWhoseAuthors =
  "Only comments whose authors chose to show their vote with them stand here, each as it was when it was written.";
export const moreOf = "More of “{side}”";
export const whichSideToRead = "Which side to read";
export const sideBySide = "Side by side";
export const inAnswerTo = "In answer to {name}";
export const thereIsNothingFurther = "There is nothing further here.";
export const nobodyHasShownThisVote = "Nobody has shown this vote with a comment yet.";

// components/polls/side-reply-form.tsx
export const yourReplyWaitsForAnEditor =
  "Your reply waits for an editor or a moderator. Nobody else reads it until then.";
export const yourReplyStandsInTheRecord =
  "Your reply stands in the record. If you change it, it waits to be looked at again.";
export const yourReplyIs =
  "Your reply is not in the record. The decision in your inbox says why, and how to appeal.";
export const theLastWordForIsYours = "The last word for “{side}” is yours";
export const yourSidesReply = "Your side’s reply, for the record";
export const yourCommentWasFound =
  "Your comment was found to be its best case. Your name stands with what you write; an editor or a moderator looks at it first.";
export const changeIt = "Change it";
export const putItIntoTheRecord = "Put it into the record";
export const takeItBack = "Take it back";

// domain/polls/debate/queries.ts
export const thePollOpened = "The poll opened";
export const anEditorPutAComment = "An editor put a comment before readers, as the best case for “{side}”";
export const theArticleWasRevisedRevision = "The article was revised (revision {number})";
export const thePollWasRewordedVersion = "The poll was reworded (version {version})";

// domain/polls/record/record.ts
export const everySignedInReader =
  "Every signed-in reader, one vote each, which they could change or withdraw until the close.";
export const votersChoseThemselves =
  "Voters chose themselves: the figures are about them, and a sample of nobody else. There is no margin of error, for nothing was sampled.";
export const oneAccountIsOneVote =
  "One account is one vote; whether two accounts belong to one person, the site cannot tell.";
export const countsMovedInSteps =
  "Counts moved in steps of many votes, so that single ones are hard to work out; up to eight that came last are not in them.";
export const figuresInStepsCaveat =
  "Who moved is told in steps, and opinion over time in steps of many, so that single votes are hard to work out.";
export const thatOpinionMovedAfterSomething =
  "That opinion moved after something was said does not mean that it moved because of it.";
export const ballotsWereDetached =
  "Ballots were detached: votes could not be changed, so nobody can have switched.";
export const thePollWasRewordedWhile =
  "The poll was reworded while it was open; votes for earlier wordings were kept (version {version}).";
export const asOf = "as of";
export const movedAtLeast = "changed their vote between the sides, at least";
export const gainedAtLeast = "more came than left, at least";
export const fromToTo = "{from} to {to}";
export const changedByTheirOwnWord = "changed, by their own word";

// domain/polls/replies/commands.ts
export const youCannotWriteWhile = "You cannot write while you are suspended.";
export const thereIsNoSuchSide = "There is no such side.";
export const sidesReplyOnceThePoll = "Sides reply once the poll is closed.";
export const aSidesReplyIsWritten = "A side's reply is written by the author of its best case.";
export const thereIsNoReplyOfYours = "There is no reply of yours here.";
export const editorsAndModeratorsLook = "Editors and moderators look at replies.";
export const thereIsNoSuchReply = "There is no such reply.";
export const somebodyElseLooksAtYourOwn = "Somebody else looks at your own reply.";
export const thisReplyHasChangedSince = "This reply has changed since you read it. Please look at it again.";
export const thisReplyIs = "This reply is not in the record of the debate.";
export const theTextOfTheSidesReply = "The text of the side's reply, in its version {revision}.";

// domain/polls/replies/reply.ts
export const replyWaiting = "reply, waiting";
export const replyInTheRecord = "reply, in the record";
export const replyLeftOut = "reply, left out";

// domain/polls/statistics/two-proportions.ts
export const eachGroupNeedsAtLeast = "Each group needs at least {groupSize} to be compared.";
export const tooFewCasesToTell = "Too few cases to tell a difference from chance.";

// components/polls/opinion-chart.tsx, where the rows do not add up
export const figuresAreRounded = "Each share is rounded by itself, so a row may make 99% or 101%.";

// components/polls/guess-form.tsx
export const whatShareInPerCent = "What share, in per cent, do you think chose “{label}”?";
export const leaveItEmptyIfYouWould = "Leave it empty if you would rather not guess.";
export const showTheResult = "Show the result";

// components/polls/mind-change-fields.tsx
export const whichOfThese = "Which of these?";
export const nameSaid = "{name}: “{excerpt}”";
export const orAnotherCommentsAddress = "Or the address of another comment";

// components/polls/mind-change-form.tsx
export const didSomethingMoveYouCloser = "Did something move you closer?";
export const whatChangedYourMind = "What changed your mind?";
export const yourVoteStays = "Your vote stays as it is.";
export const yourFirstChangeOfVoteCounts =
  "Your first change of vote counts, a day from now and if it still stands then. The comment gets a quiet mark, its author an honour; neither learns who you are.";
export const theCommentsAddress = "The comment’s address";
export const itsTimeIsTheLink = "Or press “This changed my mind” beside the comment.";
export const voteFirstThenSay =
  "Vote first. When an argument then changes your vote, you can say here which one it was.";
export const onlyVotersSay = "Only readers who voted here can say what changed their mind.";
export const signInToSayWhatChanged = "<link>Sign in</link> to say that this comment changed your mind.";
export const orThePassageOfTheArticle = "Or the passage of the article";
export const why = "Why?";
export const atLeast50Characters = "At least 50 characters: what did it show you that you had not seen?";
export const myReasonMayBeQuoted = "My reason may be quoted in the record of the debate";
export const withoutAName =
  "Without a name. You can take it back at any time; later versions of the record leave it out.";
export const itMovedMeCloser = "It moved me closer";
export const thisChangedMyMind = "This changed my mind";
export const youHaveSaidWhatChanged = "Thank you. You have said what changed your mind.";
export const takeItBack = "Take it back";

// components/polls/poll-administration.tsx
export const thatIsDone = "That is done.";
export const theAuthorsClosingStatement = "The author’s closing statement";
export const theLastWord = "The last word";
export const inMarkdownAsInAComment =
  "In Markdown, as in a comment. Readers see it beside the result once the poll is closed, and in the record.";
export const saveTheStatement = "Save the statement";
export const eachSidesReply = "<link>Each side’s reply</link>: what waits to stand in the record.";
export const onWhen = " on {when}";
export const closedAClosedPollStaysClosed = "Closed{closesAt}; a closed poll stays closed.";
export const whenItCloses = "When it closes";
export const closingTimeUtc = "Closing time (UTC)";
export const resultsWaitForIt = "Results wait for it.";
export const emptyItStaysOpen = "Empty: it stays open.";
export const saveTheClosingTime = "Save the closing time";
export const closeThePollNow = "Close the poll now";
export const closeForGood =
  "Close it for good: nobody can vote or change a vote any more, and the result is shown to everyone. This cannot be undone.";
export const theBestCaseForEachSide = "The best case for each side";
export const theOtherSideChooses =
  "The other side chooses it. A comment you pin stands before that, labelled as chosen by an editor or a moderator; its author must show that side.";
export const forTheCommentsAddress = "For “{label}”: the comment’s address";
export const itsTimeIsTheLinkOrEmpty = "Its time is the link: copy that. Empty: nothing is pinned.";
export const saveThePinFor = "Save the pin for “{label}”";

// components/polls/poll-card.tsx
export const changeMyVote = "Change my vote";
export const vote = "Vote";
export const youChangedYourVote =
  "You changed your vote. <link>Say what changed your mind</link>, here or in the menu of the comment that did it.";
export const justShowMe = "Just show me";
export const withdrawMyVote = "Withdraw my vote";
export const theAuthorAtTheClose = "The author, at the close";
export const yourVote = "Your vote: {label}";
export const youHaveVoted = "You have voted; nobody can look up what.";

// components/polls/poll-island.tsx
export const yourVoteIsIn = "Your vote is in. It is counted together with others before any figure moves.";
export const thankYouForSaying = "Thank you. What you said counts a day from now, without your name.";
export const yourVoteIsWithdrawn = "Your vote is withdrawn.";

// components/polls/poll-links.tsx
export const howOpinionMoved = "How opinion moved";
export const moreAboutThisPoll = "More about this poll";
export const yourVoteHere = "Your vote";
export const readTheRecord = "Read the record of the debate";
export const manageThePoll = "Manage the poll";

// components/polls/poll-notes.tsx
export const signInToVote = "<link>Sign in</link> to vote, or to see what you voted.";
export const thisIsVersionOfTheQuestion =
  "This is version {version} of the question; votes given to an earlier wording were kept.";
export const eachSidesReplyHere = "Each side’s reply: what waits to stand in the record";
export const howFiguresAreMadeAndHow = "<link>How figures are made</link> and how your vote stays secret.";

// components/polls/poll-wording-form.tsx
export const whatItAsks = "What it asks";
export const onceSomebodyHasVoted =
  "This is version {version}. Once somebody has voted, other words are a new version: votes are kept, readers are told, and the earlier words stay on record. Publishing the article’s file again sets the words that stand there.";
export const theQuestion = "The question";
export const answerNth = "Answer {nth}";
export const answerItsLabel = "Answer {nth}: its label";
export const answerItsSentence = "Answer {nth}: its sentence";
export const saveTheseWords = "Save these words";

// components/polls/reasons-given.tsx
export const whatChangedMinds = "What changed minds";
export const readersSaidWhatMadeThemChange =
  "{changedMinds, plural, one {One reader} other {{changedMinds} readers}} said what made them change their vote.";
export const movedAReaderCloser = "Moved a reader closer: ";
export const changedAReadersVote = "Changed a reader’s vote: ";
export const thisComment = "this comment";
export const sharesAreRounded = "Each share is rounded by itself, so together they make {sum}%.";
export const howThisIsCounted = "How this is counted";

// components/polls/reply-review.tsx
export const waitsToBeLooked = "waits to be looked at";
export const standsInTheRecord = "stands in the record";
export const wasLeftOutOfTheRecord = "was left out of the record";
export const noSideHasReplied = "No side has replied. Each may, once the poll is closed.";
export const forLabel = "For “{label}”";
export const aFormerMember = "A former member";
export const authorItState = "{author}. It {state}.";
export const aCheckSays = "A check says: {reason}";
export const itIsYourOwn = "It is your own: somebody else looks at it.";
export const letItIntoTheRecord = "Let it into the record";
export const theRuleItGoesAgainst = "The rule it goes against";
export const toItsAuthor = "To its author, if more should be said";
export const leaveItOut = "Leave it out";

// components/polls/result-bar.tsx
export const answer = "Answer";
export const share = "Share";
export const votes = "Votes";

// components/polls/sentences.ts
export const inUtc = "{when} UTC";
export const thisPollOpensOn = "This poll opens on {when}.";
export const whatOthersSaidIsShownOnce =
  "What others said is shown once you have answered, so that you answer for yourself.";
export const oneGuessFirst = "One guess first: what did the others say? Then the result is shown.";
export const resultsAreShownToEveryone =
  "Results are shown to everyone, the author included, when the poll closes{closesAt}.";
export const fewerThanVotesWereCounted =
  "Fewer than {fewestShown} votes were counted, so no figure is shown.";
export const theFirstFiguresAppear =
  "The first figures appear once {crowd} votes are in, within five minutes of the last of them.";
export const newAccountsWait =
  "Towards this a vote counts once its account is a day old, and each member once a day.";
export const fromThenOnFewer = "From {when} on, {crowd} votes are enough.";
export const atTheCloseFewer = "At the close, {crowd} votes are enough.";
export const newAccountsWaitAtTheClose =
  "Votes from new accounts wait a day, so figures may still come until {when}.";
export const closedOn = "Closed on {when}.";
export const openUntil = "Open until {when}.";
export const amongSignedInReadersWhoChose =
  "Among {total} signed-in readers who chose to vote; not a sample of anyone else.";
export const countsMovedInSteps =
  "Figures move in steps of many votes, and up to {uncounted} last ones are left out. Votes from new accounts wait a day: the last step comes by {when}.";
export const countsMoveInSteps =
  "Figures move once {crowd} more votes have come or changed, within five minutes of the last of them.";
export const someAreLeftOut = "Up to {uncounted} votes that come last can be left out of the result.";
export const justRight = "just right";
export const pointsTooHigh = "{points, plural, one {{points} point} other {{points} points}} too high";
export const pointsTooLow = "{points, plural, one {{points} point} other {{points} points}} too low";

// domain/polls/commands.ts
export const onlyMembersCanAskToSee = "Only members can ask to see results.";
export const youCannotVoteWhile = "You cannot vote while you are suspended; your earlier votes stand.";
export const thereIsNoPoll = "There is no poll here.";
export const thatIsNotAnOption = "That is not an option of this poll.";
export const chooseOneOfTheOptions = "Choose one of the options.";
export const notOpenYet = "This poll is not open yet.";
export const closedResultStands = "This poll is closed; the result stands.";
export const voteFirst = "Vote first; then say what changed your mind.";
export const voteNotChangedSayCloser =
  "Your vote has not changed. If something moved you closer, say that instead.";
export const voteNotChanged = "Your vote has not changed.";
export const thatCommentCannotBeRead = "That comment cannot be read in this discussion.";
export const thatCommentIsYourOwn = "That comment is your own.";
export const youHaveSaidThisAlready = "You have said this already; only the first switch counts.";
export const youHaveHonouredThisAuthor =
  "You have honoured this author three times, which is as often as one member can.";
export const inADetachedPollNobodyCan =
  "In a detached poll nobody can find a vote again, so it cannot be changed or explained.";

// domain/polls/consent.ts
export const yourVoteIsSecret =
  "Your vote is secret. It is stored with your account so that you can change or withdraw it, and nobody else can look it up. ";
export const itIsCountedWithAtLeast =
  "It is counted with at least four others before any figure moves, and shown with a comment only if you say so there.";
export const thisPollIsDetached =
  "This poll is detached: that you voted is kept apart from what you voted, so nobody can ever join the two. ";
export const thePriceIsThatYouCannot =
  "The price is that you cannot change, withdraw or look up your vote, nor show it with a comment.";

// domain/polls/invariants.ts
export const aPollsTallyIsTheNumber = "a poll's tally is the number of its votes, option by option";
export const theLastChangeOfEveryMember = "the last change of every member is the vote they hold";
export const aBatchCountsTheMembersWhose = "a batch counts the members whose vote differs from the last one";
export const noDetachedPollHasCrossed =
  "no detached poll has crossed off more members than it counts ballots";
export const noPublishedCountIsOfFewer = "no published count is of fewer than five votes";
export const whereNobodyMoved = "where nobody moved, the published counts are the tally";
export const aCommentsBatchCountsTheMembers =
  "a comment's batch counts the members whose reaction differs from the last one";
export const aCommentsMarkCountsThePublished =
  "a comment's mark counts the published mind-changes that name it";
export const noBucketOfOpinionOverTime =
  "no bucket of opinion over time has a side of fewer than nine people";

// domain/polls/schema.ts
export const thatIsNotTheAddress = "That is not the address of a comment here.";
export const pleaseSayWhy = "Please say why.";
export const aReasonHasAtMostCharacters = "A reason has at most {reasonMost} characters.";
export const pleaseSayWhyInAtLeast = "Please say why in at least {reasonLeast} characters.";
export const whichPassageWasIt = "Which passage was it?";
export const aPassageHasAtMostCharacters = "A passage has at most {passageMost} characters.";
export const sayWhichCommentOrWhichPassage = "Say which comment or which passage it was.";
export const aChangeOfMindNames = "A change of mind names the comment that caused it, and says why.";
export const aGuessIsANumber = "A guess is a number from 0 to 100.";
export const atLeast0 = "At least 0.";
export const atMost100 = "At most 100.";
export const pleaseWriteSomething = "Please write something.";
export const aReplyHasAtMost2000 = "A reply has at most 2000 characters.";

// domain/polls/administration/commands.ts
export const onlyEditorsCloseAPoll = "Only editors close a poll.";
export const notOpen = "This poll is not open.";
export const onlyEditorsSayWhenAPoll = "Only editors say when a poll closes.";
export const closedStaysSo = "This poll is closed, and stays so.";
export const aPollThatHidesItsResults = "A poll that hides its results until it closes needs a closing time.";
export const aPollClosesLater = "A poll closes later than now, and later than it opens.";
export const thisMomentIsPast = "This moment is past, or before the poll opens.";
export const onlyEditorsWriteAClosing = "Only editors write a closing statement.";
export const onlyEditorsRewordAPoll = "Only editors reword a poll.";
export const closedWordsStand = "This poll is closed; its words stand as they were voted on.";
export const onlyEditorsAndModeratorsPin =
  "Only editors and this discussion’s moderators pin a comment as a side’s best case.";
export const somebodyElsePinsYours =
  "This comment is your own: somebody else decides whether it is the best case.";
export const whoArguesForWhatIsHidden =
  "Who argues for what is hidden from you yet, so you cannot pin a comment for a side.";
export const thatCommentDoesNotShow = "That comment does not show this side here.";
export const notOnThisSide = "Not on this side.";

// domain/polls/administration/queries.ts
export const onlyEditorsRunAPoll = "Only editors run a poll.";

// domain/polls/administration/schema.ts
export const itIsEmpty = "It is empty.";
export const aClosingStatementHasAtMost = "A closing statement has at most 2000 characters.";
export const aClosingTimeLooksLike2027 = "A closing time looks like 2027-01-31T18:00 (UTC).";
export const theIsEmpty = "The {name} is empty.";
export const theHasAtMostCharacters = "The {name} has at most {most} characters.";

// components/polls/stances-hidden-notice.tsx
export const toThePoll = "To the poll";

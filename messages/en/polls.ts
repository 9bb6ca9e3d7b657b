// components/polls/guess-form.tsx
export const whatShareInPerCent = "What percentage do you think chose “{label}”?";
export const leaveItEmptyIfYouWould = "Optional: leave it empty to skip the guess.";
export const showTheResult = "Show the result";

// components/polls/mind-change-fields.tsx
export const whichOfThese = "Which of these?";
export const nameSaid = "{name}: “{excerpt}”";
export const orAnotherCommentsAddress = "Or a link to another comment";
export const theCommentsAddress = "Link to the comment";
export const toGetTheLink = "To get it, press “Link” below the comment, <link>in the discussion</link>.";
export const theWordsOfTheArticle = "These words of the article";
export const alsoOneOfThese = "A comment, too?";
export const orThePassageOfTheArticle = "Or a passage of the article";
export const why = "Why?";
export const reasonHint =
  "At least {least, number} characters: what did you see that you had not seen before?";
export const myReasonMayBeQuoted = "You may quote my reason in the record of the debate";
export const withoutAName =
  "Without your name. You can withdraw it at any time; later versions of the record leave it out.";

// components/polls/mind-change-form.tsx
export const didSomethingMoveYouCloser = "Did something bring you closer to the other side?";
export const whatChangedYourMind = "What changed your mind?";
export const yourVoteStays = "This does not change your vote.";
export const yourFirstChangeOfVoteCounts =
  "After a day, unless you have changed back, the comment is marked and we tell its author that it changed a vote. We never say whose.";
export const voteFirstThenSay =
  "Vote first. When an argument then changes your vote, you can say here which one it was.";
export const onlyVotersSay = "Only readers who voted here can say what changed their mind.";
export const signInToSayWhatChanged = "<link>Sign in</link> to say that this changed your mind.";
export const send = "Send";
export const youHaveSaidWhatChanged = "Thank you. You have said what changed your mind.";
export const undoWhatYouSaid = "Undo";

// components/polls/poll-administration.tsx
export const saved = "Saved.";
export const theAuthorsClosingStatement = "The author’s closing statement";
export const closingStatement = "Closing statement";
export const inMarkdownAsInAComment =
  "Markdown, as in comments. Readers see it next to the result once the poll is closed, and in the record.";
export const saveTheStatement = "Save statement";
export const eachSidesReply = "<link>Each side’s reply</link>: review what is to go into the record.";
export const onWhen = " on {when}";
export const closedAClosedPollStaysClosed = "Closed{closesAt}. A closed poll cannot be reopened.";
export const whenItCloses = "When it closes";
export const closingTimeUtc = "Closing time (UTC)";
export const resultsWaitForIt = "The result is shown at this time.";
export const emptyItStaysOpen = "Leave empty to keep the poll open.";
export const saveTheClosingTime = "Save closing time";
export const closeThePollNow = "Close the poll now";
export const closeForGood =
  "Close it for good: nobody can vote or change a vote any more. Everyone sees the result if at least {fewestShown} votes were counted; with fewer, there is no result. This cannot be undone.";
export const theBestCaseForEachSide = "The best case for each side";
export const theOtherSideChooses =
  "Readers of the other side choose it. If you pin a comment, it comes first, labelled as chosen by an editor or a moderator. Its author must show a vote for that side.";
export const forTheCommentsAddress = "Link to a comment for “{label}”";
export const toGetTheLinkOrLeaveEmpty =
  "To get it, press “Link” below the comment. Leave empty to pin nothing.";
export const saveThePinFor = "Pin for “{label}”";

// components/polls/poll-card.tsx
export const changeMyVote = "Change my vote";
export const vote = "Vote";
export const youChangedYourVote = "<link>Say what changed your mind</link>";
export const showWithoutVoting = "Show the result without voting";
export const showAuthorsVotes = "Show authors’ votes without voting";
export const suspendedFromVoting =
  "You cannot vote while you are suspended. <link>Read the decision, or appeal</link>";
export const withdrawMyVote = "Withdraw my vote";
export const theAuthorAtTheClose = "The author’s closing statement";
export const yourVote = "Your vote: {label}";
export const youGuessed = "You guessed {share} for “{label}”: {gap}.";
export const showWithoutVotingNeedsAccount = "Show the result without voting (needs an account)";
export const youHaveVoted = "You have voted. Nobody can look up how.";

// components/polls/poll-island.tsx
export const thePollDidNotLoad = "The poll did not load. <link>Open it on its own page</link>";
export const yourVoteIsIn = "Thank you. Your vote is in.";
export const yourVoteIsChanged = "Your vote is changed.";
export const yourVoteIsUnchanged = "Your vote is unchanged. To change it, choose another answer first.";
export const thankYouForSaying = "Thank you. It counts after a day, without your name.";
export const yourVoteIsWithdrawn = "Your vote is withdrawn.";

// components/polls/poll-links.tsx
export const howOpinionMoved = "How opinion moved";
export const votedAlready = "Voted already? <link>Your vote</link>";
export const whatYouSaidChanged = "Your reason for changing your vote";
export const readTheRecord = "Read the record of the debate";
export const manageThePoll = "Manage the poll";
export const editTheArticle = "Edit the article";
export const opinionWillAppear = "How opinion moves over time appears here together with the result.";

// components/polls/poll-notes.tsx
export const signInToVote = "<link>Sign in</link> to vote or to see your vote.";
export const signInToSeeYourVote = "<link>Sign in</link> to see your vote.";
export const thisIsVersionOfTheQuestion =
  "This is version {version} of the question. Votes for earlier wordings still count.";
export const eachSidesReplyHere = "Review each side’s reply for the record, and quoted reasons";
export const howFiguresAreMadeAndHow =
  "<link>How figures are calculated</link> and how your vote stays secret.";
export const confirmYourAddressToVote = "<link>Confirm your e-mail address</link> to vote.";

// components/polls/poll-wording-form.tsx
export const wording = "Wording";
export const onceSomebodyHasVoted =
  "This is version {version}. Once somebody has voted, a change makes a new version: votes still count, readers are told, and the earlier wording stays on record. If you publish the article’s file again, its wording comes back.";
export const theQuestion = "The question";
export const answerNth = "Answer {nth}";
export const answerItsLabel = "Answer {nth}: text";
export const answerItsSentence = "Answer {nth}: explanation";
export const saveWording = "Save wording";

// components/polls/reasons-given.tsx
export const whatChangedMinds = "What changed minds";
export const readersSaidWhatMadeThemChange =
  "{changedMinds, plural, one {One reader} other {{changedMinds} readers}} said what changed their vote.";
export const movedAReaderCloser = "Brought a reader closer: ";
export const changedAReadersVote = "Changed a reader’s vote: ";
export const thisComment = "this comment";
export const howThisIsCounted = "How this is counted";

// domain/polls/percent.ts
export const sharesAreRounded = "Shares are rounded, so they add up to {sum}%.";

// components/polls/reply-review.tsx
export const isPending = "is pending";
export const isInTheRecord = "is in the record";
export const wasLeftOutOfTheRecord = "was left out of the record";
export const noSideHasReplied =
  "No side has replied yet. Once the poll has closed, the author of each side’s best case can.";
export const forLabel = "For “{label}”";
export const aFormerMember = "A former member";
export const authorItState = "{author}. It {state}.";
export const aCheckSays = "Flagged by a check: {reason}";
export const itIsYourOwn = "This is your own reply, so somebody else has to review it.";
export const addToTheRecord = "Add to the record";
export const ruleItBreaks = "Rule";
export const toItsAuthor = "Message to the author (optional)";
export const leaveOut = "Leave out";

// components/polls/reason-review.tsx
export const quotedReasons = "Quoted reasons";
export const nobodyKnowsWhose =
  "Nobody can see whose a reason is, so nobody is told when you remove it. It still counts, and the log names the rule.";
export const theCommentItNames = "The comment it names";
export const noteForTheLog = "Explanation in the log (optional)";
export const removeThisReason = "Remove this reason";
export const removeTheReason = "Remove";

// components/polls/hidden-result.tsx
export const whenFiguresAppear = "When figures appear";

// components/polls/consent-note.tsx
export const howYourVoteIsKept = "How your vote is kept";

// components/polls/result-bar.tsx
export const aboutTheseFigures = "About these figures";
export const votersChoseToVote =
  "Only signed-in readers can vote, and only those who wanted to did. The figures say nothing about anyone else.";
export const answer = "Answer";
export const share = "Share";
export const votes = "Votes";

// components/polls/sentences.ts
export const inUtc = "{when} UTC";
export const thisPollOpensOn = "This poll opens on {when}.";
export const shownAfterYouVote = "You see the result after you vote.";
export const oneGuessFirst = "First guess: how did others vote? Then you see the result.";
export const resultsAreShownToEveryone =
  "Everyone sees the result when the poll closes{closesAt}, the author included.";
export const fewerThanVotesWereCounted =
  "Fewer than {fewestShown} votes were counted, so there is no result.";
export const noResultYet = "No result yet: it appears once {crowd} votes are in.";
export const newAccountsWait =
  "Votes from accounts less than a day old do not count towards the {crowd}, and each member counts once a day.";
export const fromThenOnFewer = "From {when} on, {crowd} votes are enough.";
export const atTheCloseFewer = "At the close, {crowd} votes are enough.";
export const newAccountsWaitAtTheClose =
  "Votes from new accounts are added a day later, so a result may still appear until {when}.";
export const closedOn = "Closed on {when}.";
export const openUntil = "Open until {when}.";
export const readersVoted = "{total} readers voted; not a representative poll.";
export const countsMovedInSteps =
  "Figures are updated in steps, so up to {uncounted} of the last votes are left out. Votes from new accounts are added a day later, the last by {when}.";
export const figuresMoveOnce = "The figures are updated once {crowd} more votes have been cast or changed.";
export const someAreLeftOut = "Up to {uncounted} of the last votes may be left out of the result.";
export const justRight = "exactly right";
export const pointsTooHigh = "{points, plural, one {{points} point} other {{points} points}} too high";
export const pointsTooLow = "{points, plural, one {{points} point} other {{points} points}} too low";

// domain/polls/commands.ts
export const signInToSeeTheResult = "Please sign in to see the result without voting.";
export const youCannotVoteWhile = "You cannot vote while you are suspended. Your earlier votes still count.";
export const thereIsNoPoll = "This article has no poll.";
export const thatIsNotAnOption = "That is not one of the answers.";
export const chooseOneOfTheOptions = "Please choose an answer.";
export const onlyConfirmedBefore =
  "Only members whose account was confirmed before this poll opened can vote in it.";
export const notOpenYet = "This poll is not open yet.";
export const resultIsFinal = "This poll has closed; the result is final.";
export const voteFirst = "Vote first; then you can say what changed your mind.";
export const voteNotChangedSayCloser =
  "Your vote has not changed. If something brought you closer, say that instead.";
export const voteNotChanged = "Your vote has not changed.";
export const notInThisDiscussion = "That comment is not in this discussion.";
export const thatCommentIsYourOwn = "That is your own comment.";
export const youHaveSaidThisAlready = "You have already said this; only your first change of vote counts.";
export const creditedTooOften = "You can credit the same author at most three times.";
export const inADetachedPollNobodyCan =
  "This poll stores votes without names, so yours cannot be changed or explained.";

// domain/polls/consent.ts
export const yourVoteIsSecret =
  "Your vote is secret. It is stored with your account so that you can change or withdraw it, and nobody else can look it up. ";
export const itIsCountedWithAtLeast =
  "It is counted with at least four others before any figure moves, and shown with a comment only if you say so there.";
export const thisPollIsDetached =
  "Your vote is stored without your name, so nobody can ever connect the two. ";
export const thePriceIsThatYouCannot =
  "That also means you cannot change, withdraw or look up your vote, or show it with a comment.";
export const nobodyElseCanLookItUp =
  "Your vote is secret: nobody else can look it up. You can change or withdraw it.";
export const itEntersTheFiguresTogether =
  " It is stored with your account. It enters the published figures together with at least four others. A comment shows it only if you say so there.";

// domain/polls/invariants.ts
export const aPollsTallyIsTheNumber = "a poll’s tally is the number of its votes, option by option";
export const theLastChangeOfEveryMember = "the last change of every member is the vote they hold";
export const aBatchCountsTheMembersWhose = "a batch counts the members whose vote differs from the last one";
export const noDetachedPollHasCrossed =
  "no detached poll has crossed off more members than it counts ballots";
export const noPublishedCountIsOfFewer = "no published count is of fewer than five votes";
export const whereNobodyMoved = "where nobody moved, the published counts are the tally";
export const aCommentsBatchCountsTheMembers =
  "a comment’s batch counts the members whose reaction differs from the last one";
export const aCommentsMarkCountsThePublished =
  "a comment’s mark counts the published mind-changes that name it";
export const noBucketOfOpinionOverTime =
  "no bucket of opinion over time has a side of fewer than nine people";

// domain/polls/schema.ts
export const thatIsNotTheAddress = "That is not a link to a comment here.";
export const pleaseSayWhy = "Please say why.";
export const aReasonHasAtMostCharacters = "A reason can have at most {reasonMost} characters.";
export const pleaseSayWhyInAtLeast = "Please say why in at least {reasonLeast} characters.";
export const whichPassageWasIt = "Which passage was it?";
export const aPassageHasAtMostCharacters = "A passage can have at most {passageMost} characters.";
export const sayWhichCommentOrWhichPassage = "Please say which comment or passage it was.";
export const aChangeOfMindNames = "Name the comment that changed your mind, and say why.";
export const aGuessIsANumber = "A guess must be a number from 0 to 100.";
export const atLeast0 = "At least 0.";
export const atMost100 = "At most 100.";
export const pleaseWriteSomething = "Please write something.";
export const sideReplyTooLong = "A reply can have at most {limit, number} characters.";

// domain/polls/shown-words.ts
export const thatPassageIsNotInTheArticle =
  "This passage is not in the article. Please copy it from the text.";
export const thisReasonWouldWait =
  "A moderator would have to approve this before it can be quoted. If you clear the box below, your reason counts and stays private.";

// domain/polls/administration/commands.ts
export const onlyEditorsCloseAPoll = "Only editors can close a poll.";
export const notOpen = "This poll is not open.";
export const onlyEditorsSayWhenAPoll = "Only editors can set a poll’s closing time.";
export const cannotBeReopened = "This poll has closed and cannot be reopened.";
export const aPollThatHidesItsResults = "A poll that hides its results until it closes needs a closing time.";
export const aPollClosesLater = "The closing time must be in the future and after the opening time.";
export const thisTimeHasPassed = "This time has passed, or is before the poll opens.";
export const onlyEditorsWriteAClosing = "Only editors can write a closing statement.";
export const onlyEditorsRewordAPoll = "Only editors can reword a poll.";
export const wordingCanNoLongerChange = "This poll has closed, so its wording can no longer change.";
export const youCannotSeeTheSides = "You cannot see the sides yet, so you cannot pin a comment for one.";
export const thatCommentDoesNotShow = "That comment does not show a vote for this side.";
export const onlyEditorsAndModeratorsPin =
  "Only editors and this discussion’s moderators can pin a comment for a side.";
export const youCannotPinYourOwn = "You cannot pin your own comment.";
export const notOnThisSide = "Not on this side.";

// domain/polls/administration/queries.ts
export const onlyEditorsManageAPoll = "Only editors can manage a poll.";

// domain/polls/administration/schema.ts
export const itIsEmpty = "This is empty.";
export const closingStatementTooLong = "A closing statement can have at most {limit, number} characters.";
export const aClosingTimeLooksLike2027 = "A closing time must look like 2027-01-31T18:00 (UTC).";
export const theIsEmpty = "The {name} is empty.";
export const theHasAtMostCharacters = "The {name} can have at most {most} characters.";

// components/polls/stances-hidden-notice.tsx
export const toThePoll = "To the poll";

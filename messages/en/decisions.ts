// components/moderation/answer-form.tsx
export const somebody = "Somebody";
export const appealed = "appealed";
export const yourAnswerWithReasons = "Your answer, with reasons";
export const theAppealIsRight = "The appeal is right: take it back";
export const theDecisionStands = "The decision stands";
export const anotherModeratorAnswersThis =
  "Another moderator answers this: not the one who decided, and nobody their own.";

// components/moderation/decisions-about-me.tsx
export const youAppealedWait = "You appealed; another moderator will answer.";
export const youAppealedAndWereRight = "You appealed, and were right.";
export const youAppealedInVain = "You appealed; the decision stands.";
export const nothingWasDecidedAbout = "Nothing was decided about you.";
export const underArticle = " under “{article}”";
export const untilWhen = ", until {when}";
export const thisHasBeenTakenBack = " This has been taken back.";
export const earlier = "Earlier";

// components/moderation/sanction-dialog.tsx
export const ban = "Ban";
export const suspend = "Suspend";

// components/moderation/sanction-form.tsx
export const warn = "Warn";
export const seeTheirCommentsFirst = "See their comments first";
export const theyWillRead = "They will read: “{kind}”";
export const itRestsOn = "It rests on";
export const forWord = "For";
export const daysDays = "{days, plural, one {a day} other {{days} days}}";
export const untilItIsLifted = "until it is lifted";
export const theirComments = "Their comments";
export const stayAsTheyAre = "stay as they are";
export const ofTheLastSevenDaysCome = "of the last seven days come down";
export const allComeDown = "all come down";
export const banThisMember =
  "They are signed out everywhere and cannot come back until the ban is lifted. Comments that come down with it leave the discussion at once.";
export const inYourWords = "In your words";

// components/moderation/statement.tsx
export const yourCommentCanBeRead = "Your comment can be read";
export const yourCommentIsBack = "Your comment is back";
export const yourCommentWasTakenDown = "Your comment was taken down";
export const yourCommentWaits = "Your comment waits";
export const aDecisionWasTakenBack = "A decision was taken back";
export const yourThreadIsClosedToReplies = "Your thread is closed to replies";
export const yourThreadIsOpenAgain = "Your thread is open again";
export const theDiscussionIsSlowed = "The discussion is slowed";
export const aMessageFromTheModerators = "A message from the moderators";
export const aWordFromTheModerators = "A word from the moderators";
export const yourCommentsAreLookedAtFirst = "Your comments are looked at first";
export const youAreSuspended = "You are suspended";
export const yourAccountIsClosed = "Your account is closed";
export const yourProfileWasReset = "Your name or bio was taken down";
export const yourProfileStands = "Your name and bio stand";
export const aRestrictionIsLifted = "A restriction is lifted";
export const yourSidesReply = "Your side’s reply stands in the record";
export const yourSidesReplyIsBack = "Your side’s reply is back in the record";
export const yourSidesReplyWasLeftOut = "Your side’s reply was left out of the record";
export const aReaderReportedIt = "A reader reported it; a moderator looked at it and decided.";
export const somebodyGaveNotice =
  "Somebody gave notice that it is illegal; a moderator looked at it and decided.";
export const anAutomaticCheckAsked =
  "An automatic check asked for a look; a moderator decided. No machine decides here.";
export const aModeratorCameUpon = "A moderator came upon it and decided.";
export const thisDecisionHasBeenTaken = "This decision has been taken back.";
export const whenAndByWhom = "When, and by whom";
export const aModerator = "a moderator";
export const byRole = "an {by}";
export const whenByBy = "{when}, by {by}";
export const whatItMeans = "What it means";
export const untilWhen2 = "Until {when}.";
export const theRule = "The rule";
export const whatTheySay = "What they say";
export const why = "Why";
export const whatItIsAbout = "What it is about";
export const howItCameAbout = "How it came about";
export const whatYouCanDo = "What you can do";
export const yourComment = "Your comment";
export const whereItStands = "Where it stands";
export const appeal = "Appeal";
export const whatWasOverlooked = "What was overlooked?";
export const inYourOwnWords =
  "In your own words. Another moderator answers, with reasons. You can do this for {appealDays} days.";
export const yourAppeal = "Your appeal";
export const anotherModeratorWillAnswer = "Another moderator will answer.";
export const youWereRight = "You were right; the decision is taken back.";
export const theDecisionStandsSentence = "The decision stands.";

// domain/moderation/appeals/commands.ts
export const noSuchDecisionAboutYou = "There is no such decision about you.";
export const thisDecisionCannotBeAppealed = "This decision cannot be appealed, or not any more.";
export const thisDecisionHasBeenTaken2 = "This decision has been taken back already.";
export const youHaveAppealedThisDecision = "You have appealed this decision already.";
export const onlyModeratorsAnswerAppeals = "Only moderators answer appeals.";
export const thereIsNoSuchAppeal = "There is no such appeal.";
export const thisAppealHasBeenAnswered = "This appeal has been answered meanwhile.";

// domain/moderation/appeals/schema.ts
export const pleaseKeepToCharacters = "Please keep to {wordsLimit} characters.";
export const pleaseSayInYourOwnWords = "Please say in your own words what was overlooked.";
export const anAppealIsAnsweredWithReasons = "An appeal is answered with reasons.";

// domain/moderation/decisions/bulk.ts
export const onlyModeratorsDecideAbout = "Only moderators decide about comments.";

// domain/moderation/decisions/commands.ts
export const thisCommentIsNotThere = "This comment is not there.";
export const aCommentThatIsCannot = "A comment that is {state} cannot be {action}.";
export const thisMeanwhile = "{who} {action} this meanwhile.";
export const itsAuthorHasChangedTheText = "Its author has changed the text since. Please look again.";
export const somebodyElseHasToDecideAbout = "Somebody else has to decide about your own comment.";
export const onlyAnAdminDecidesAbout = "Only an admin decides about an admin's comment.";

// domain/moderation/decisions/decision.ts
export const approved = "approved";
export const rejected = "rejected";
export const held = "held";
export const restored = "restored";
export const closed = "closed";
export const reopened = "reopened";
export const slowed = "slowed";
export const warned = "warned";
export const suspended = "suspended";
export const banned = "banned";
export const lifted = "lifted";
export const resetTheProfileOf = "took down the name or bio of";
export const letTheProfileStandOf = "let stand the name and bio of";
export const tookBackTheLastDecisionAbout = "took back the last decision about";
export const wroteTo = "wrote to";
export const askedToSeeFirst = "asked to see first";
export const youCanAppeal =
  "You can appeal: another moderator, never the one who decided, will look at it and answer with reasons. ";
export const youMayAlsoTurn =
  "You may also turn to a court, or to an out-of-court dispute body where you live.";

// domain/moderation/decisions/discussions.ts
export const onlyModeratorsSteerDiscussions = "Only moderators steer discussions.";
export const noSuchArticle = "There is no such article.";
export const nothingWouldChange = "Nothing would change.";
export const thisDiscussionTakesNoMore = "This discussion takes no more comments. It can still be read.";
export const commentsInThisDiscussion = "Comments in this discussion wait longer, or for a moderator.";
export const untilClosesAt = ", until {closesAt}";
export const moderatedSBetweenComments =
  "{commentsState}, {moderation}-moderated, {slowSeconds} s between comments{closesAt}";

// domain/moderation/decisions/reasons.ts
export const nameTheRuleItGoesAgainst = "Please name the house rule it goes against.";
export const pleaseChooseARule = "Please choose a rule.";
export const thisCommentIsNotShownWhile = "This comment is not shown while moderators look at it again.";
export const thisCommentIsNotShown = "This comment is not shown.";
export const theTextOfTheComment = "The text of the comment in “{title}”, in its version {revision}.";

// domain/moderation/decisions/schema.ts
export const anExplanationMayHaveCharacters = "An explanation may have {explanationLimit} characters.";
export const aClosingDayIsWrittenAs =
  "A closing time is written as 2027-01-31T18:00, in UTC, or as a day: 2027-01-31.";
export const thatMomentIsPast =
  "That moment is past. To close the discussion now, choose closed; to let it stay open, leave the closing time empty.";
export const chooseAtLeastOneComment = "Choose at least one comment.";
export const atMost500CommentsAtOnce = "At most 500 comments at once.";

// domain/moderation/decisions/scope.ts
export const youModerateOtherArticles = "You moderate other articles than this one.";

// domain/moderation/decisions/statements.ts
export const theDeskIsForModerators = "The desk is for moderators.";

// domain/moderation/decisions/threads.ts
export const onlyModeratorsCloseThreads = "Only moderators close threads.";
export const thisThreadIsClosedAlready = "This thread is closed already.";
export const thisThreadIsOpen = "This thread is open.";
export const thisThreadTakesNoMoreReplies = "This thread takes no more replies.";
export const nameTheRuleItRestsOn = "Please name the house rule it rests on.";
export const theCourseOfTheDiscussion = "The course of the discussion.";

// domain/moderation/decisions/undo.ts
export const onlyModeratorsUndoDecisions = "Only moderators undo decisions.";
export const noSuchDecisionAboutAComment = "There is no such decision about a comment.";
export const changedSinceThatDecision =
  "Its author has changed the text since that decision. Please read it, and decide about it as it is now.";
export const somethingElseHasHappened = "Something else has happened to this comment since.";

// domain/moderation/profiles/commands.ts
export const thisProfileHasChanged = "This profile has changed since you read it. Please look again.";
export const thereIsNothingToTakeDown =
  "There is nothing to take down: the name is the handle already, or the bio is empty.";
export const noSuchDecisionAboutAProfile = "There is no such decision about a name or bio.";
export const somebodyElseDecidesAboutThisProfile =
  "Somebody else decides about this profile: nobody about their own, and only an admin about an admin's.";
export const sayWhatComesDown = "Please say what comes down: the name, the bio, or both.";
export const yourNameAndBioAreNotShown =
  "Your name and what you say about yourself are not shown; your handle stands in their place.";
export const yourNameIsNotShown = "Your name is not shown; your handle stands in its place.";
export const yourBioIsNotShown = "What you say about yourself is not shown.";
export const yourNameAndWhatYouSay = "Your name here and what you say about yourself.";

// domain/moderation/sanctions/commands.ts
export const onlyModeratorsDoThis = "Only moderators do this.";
export const nobodySanctionsThemselves = "Nobody sanctions themselves.";
export const onlyHigherStandingRoleFirst =
  "Only somebody of higher standing does this; an admin's role is changed first.";
export const thereIsNoSuchSanction = "There is no such sanction.";
export const onlyHigherStandingNotThemselves =
  "Only somebody of higher standing does this, and nobody for themselves.";
export const thisHasBeenLiftedAlready = "This has been lifted already.";
export const thisIsAMessageToYourself = "This is a message to yourself.";
export const onlyModeratorsWriteNotes = "Only moderators write notes.";
export const noSuchMember = "There is no such member, or not any more.";
export const thisMemberIsBannedAlready = "This member is banned already.";
export const thisIsInForceAlready = "This is in force already. Lift it first to change it.";
export const whatYouWroteHere = "What you wrote here, as the decisions about your comments say.";

// domain/moderation/sanctions/sanction.ts
export const aWordOfWarning = "A word of warning. Nothing is restricted.";
export const yourCommentsWaitForAModerator = "Your comments wait for a moderator before they appear.";
export const youCanRead = "You can read, export what is yours and appeal; you cannot write, react or report.";
export const thisAccountIsClosed =
  "This account is closed. You can sign in to read the decisions about you, to appeal, and to take a copy of your data.";

// domain/moderation/sanctions/schema.ts
export const aMessageNeedsAWord = "A message needs a word.";
export const messageTooLong = "A message may have 2,000 characters.";
export const aNoteNeedsAWord = "A note needs a word.";
export const noteTooLong = "A note may have 2,000 characters.";

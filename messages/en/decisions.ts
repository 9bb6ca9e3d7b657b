// components/moderation/answer-form.tsx
export const somebody = "Somebody";
export const appealed = "appealed";
export const yourAnswerWithReasons = "Your answer, with reasons";
export const upholdTheAppeal = "Uphold the appeal and reverse the decision";
export const rejectTheAppeal = "Reject the appeal";
export const anotherModeratorAnswersThis =
  "Another moderator has to answer this: never the one who decided, nor the one it is about.";

// components/moderation/decisions-about-me.tsx
export const youAppealedAnAnswerWillCome = "You appealed; another moderator will answer.";
export const youAppealedAndItWasReversed = "You appealed, and the decision was reversed.";
export const readTheReasonsOrAppeal = "Read the reasons, or appeal";
export const youAppealedTheDecisionStands = "You appealed; the decision stands.";
export const nothingWasDecidedAbout = "There are no decisions about you.";
export const underArticle = " under “{article}”";
export const untilWhen = " until {when}";
export const thisHasBeenReversed = " This decision has been reversed.";
export const earlier = "Older";

// components/moderation/sanction-dialog.tsx
export const ban = "Ban";
export const suspend = "Suspend";

// components/moderation/sanction-form.tsx
export const warn = "Warn";
export const seeTheirCommentsFirst = "See their comments first";
export const theyWillRead = "They will read: “{kind}”";
export const rule = "Rule";
export const forHowLong = "For how long";
export const daysDays = "{days, plural, one {1 day} other {{days} days}}";
export const untilItIsLifted = "until it is lifted";
export const theirComments = "Their comments";
export const stay = "stay";
export const ofTheLastSevenDaysAreRemoved = "of the last seven days are removed";
export const allAreRemoved = "are all removed";
export const banThisMember =
  "They are signed out everywhere and cannot come back until the ban is lifted. Comments removed with the ban leave the discussion at once.";
export const explanation = "Explanation";

// components/moderation/statement.tsx
export const yourCommentWasApproved = "Your comment was approved";
export const yourCommentIsBack = "Your comment is back";
export const yourCommentWasRemoved = "Your comment was removed";
export const yourCommentIsPending = "Your comment is pending";
export const aDecisionAboutYouWasReversed = "A decision about you was reversed";
export const aDecisionOnYourComment = "A decision about your comment was reversed";
export const whatWasReversed = "What was reversed";
export const decisionsAboutYourComments = "Decisions about your comments";
export const allDecisionsAboutYou = "All moderation decisions about you";
export const yourThreadIsClosedToReplies = "Your thread is closed to replies";
export const yourThreadIsOpenAgain = "Your thread is open again";
export const theDiscussionIsSlowed = "The discussion is in slow mode";
export const aMessageFromTheModerators = "A message from the moderators";
export const aWarningFromTheModerators = "A warning from the moderators";
export const yourCommentsNeedApproval = "Your comments need approval";
export const youAreSuspended = "You are suspended";
export const yourAccountIsClosed = "Your account is closed";
export const aRestrictionIsLifted = "A restriction was lifted";
export const yourSidesReply = "Your side’s reply is in the record";
export const yourProfileWasReset = "Your name or bio was removed";
export const yourProfileIsFine = "Your name and bio are fine";
export const yourSidesReplyIsBack = "Your side’s reply is back in the record";
export const yourSidesReplyWasLeftOut = "Your side’s reply was left out of the record";
export const aReaderReportedIt = "A reader reported it; a moderator reviewed it and decided.";
export const somebodyReportedItAsIllegal =
  "Somebody reported it as illegal; a moderator reviewed it and decided.";
export const anAutomaticCheckFlaggedIt =
  "An automatic check flagged it; a moderator decided. No machine decides here.";
export const aModeratorNoticedIt = "A moderator noticed it; nobody reported it.";
export const thisDecisionIsReversed = "This decision has been reversed.";
export const whenAndByWhom = "Decided";
export const aModerator = "a moderator";
export const byRole = "an {by}";
export const whenByBy = "{when}, by {by}";
export const whatItMeans = "What it means";
export const untilWhen2 = "Until {when}.";
export const theRule = "The rule";
export const message = "Message";
export const why = "Why";
export const whatItIsAbout = "About";
export const howItCameAbout = "How we learnt of it";
export const yourRights = "Your rights";
export const yourComment = "Your comment";
export const seeItInTheDiscussion = "See it in the discussion";
export const appeal = "Appeal";
export const whyChangeTheDecision = "Why should we change this decision?";
export const inYourOwnWords =
  "In your own words. Another moderator will answer, with reasons. You can appeal until {until}.";
export const yourAppeal = "Your appeal";
export const anotherModeratorWillAnswer =
  "Thank you. Another moderator will read your appeal. The answer will appear here and in your inbox.";
export const yourAppealWasUpheld = "Your appeal was upheld; the decision has been reversed.";
export const theDecisionStandsSentence = "The decision stands.";

// domain/moderation/appeals/commands.ts
export const noSuchDecisionAboutYou = "Decision not found.";
export const thisDecisionCannotBeAppealed =
  "This decision cannot be appealed, or the time to do so has passed.";
export const thisDecisionIsAlreadyReversed = "This decision has already been reversed.";
export const youHaveAppealedThisDecision = "You have already appealed this decision.";
export const onlyModeratorsAnswerAppeals = "Only moderators can answer appeals.";
export const thereIsNoSuchAppeal = "Appeal not found.";
export const thisAppealHasBeenAnswered = "This appeal has been answered in the meantime.";

// domain/moderation/appeals/schema.ts
export const pleaseKeepToCharacters = "Please use at most {wordsLimit} characters.";
export const pleaseSayInYourOwnWords = "Please say in your own words why this decision should be changed.";
export const anAppealIsAnsweredWithReasons = "Please give your reasons.";

// domain/moderation/decisions/bulk.ts
export const onlyModeratorsDecideAbout = "Only moderators can decide about comments.";

// domain/moderation/decisions/commands.ts
export const thisCommentIsNotThere = "Comment not found.";
export const aCommentThatIsCannot = "A comment that is {state} cannot be {action}.";
export const thisMeanwhile = "{who} {action} this in the meantime.";
export const itsAuthorHasChangedTheText = "The author has edited this since. Please read it again.";
export const somebodyElseHasToDecideAbout = "You cannot decide about your own comment.";
export const onlyAnAdminDecidesAbout = "Only an admin can decide about an admin’s comment.";

// domain/moderation/decisions/decision.ts
export const approved = "approved";
export const rejected = "removed";
export const held = "held";
export const restored = "restored";
export const closed = "closed";
export const reopened = "reopened";
export const slowed = "slowed";
export const warned = "warned";
export const suspended = "suspended";
export const banned = "banned";
export const lifted = "lifted";
export const reversedTheLastDecisionAbout = "reversed the last decision about";
export const removedTheNameOrBioOf = "removed the name or bio of";
export const approvedTheNameAndBioOf = "approved the name and bio of";
export const wroteTo = "wrote to";
export const requiredApprovalFor = "required approval for";
export const youCanAppeal =
  "You can appeal: another moderator, never the one who decided, will review it and answer with reasons. ";
export const youMayAlsoTurn =
  "You can also go to court, or to an out-of-court dispute settlement body where you live.";

// domain/moderation/decisions/discussions.ts
export const onlyModeratorsChangeSettings = "Only moderators can change a discussion’s settings.";
export const noSuchArticle = "Article not found.";
export const nothingWouldChange = "These are already the settings.";
export const thisDiscussionTakesNoMore = "This discussion no longer takes comments. You can still read it.";
export const commentsInThisDiscussion =
  "Comments in this discussion are limited to a slower pace, or need approval.";
export const untilClosesAt = ", until {closesAt}";
export const moderatedSBetweenComments =
  "{commentsState}, {moderation}-moderated, {slowSeconds} s between comments{closesAt}";
export const thatTimeHasPassed =
  "That time has passed. To close the discussion now, choose “closed”; to keep it open, leave the closing time empty.";

// domain/moderation/decisions/reasons.ts
export const chooseTheRuleItBreaks = "Please choose the house rule it breaks.";
export const pleaseChooseARule = "Please choose a rule.";
export const thisCommentIsNotShownWhile = "This comment is hidden while moderators review it.";
export const thisCommentIsNotShown = "This comment is hidden.";
export const theTextOfTheComment = "The text of the comment on “{title}”, in version {revision}.";

// domain/moderation/decisions/schema.ts
export const anExplanationMayHaveCharacters =
  "An explanation can have at most {explanationLimit} characters.";
export const aClosingDayIsWrittenAs =
  "A closing time must look like 2027-01-31T18:00 (UTC), or be a date: 2027-01-31.";
export const chooseAtLeastOneComment = "Choose at least one comment.";
export const tooManyCommentsAtOnce = "You can decide about at most {limit, number} comments at once.";

// domain/moderation/decisions/scope.ts
export const youModerateOtherArticles = "You do not moderate this article.";

// domain/moderation/decisions/statements.ts
export const theDeskIsForModerators = "Only moderators can see this.";

// domain/moderation/decisions/threads.ts
export const onlyModeratorsCloseThreads = "Only moderators can close threads.";
export const thisThreadIsClosedAlready = "This thread is already closed.";
export const thisThreadIsOpen = "This thread is already open.";
export const thisThreadTakesNoMoreReplies = "This thread no longer takes replies.";
export const chooseTheRuleItIsBasedOn = "Please choose the house rule this is based on.";
export const theCourseOfTheDiscussion = "The course of the discussion.";

// domain/moderation/decisions/undo.ts
export const onlyModeratorsUndoDecisions = "Only moderators can undo decisions.";
export const noSuchDecisionAboutAComment = "Decision not found.";
export const changedSinceThatDecision =
  "The author has edited this since that decision. Please read it and decide about the new version.";
export const changedSinceSoNotUndone = "This comment has changed since, so the decision cannot be undone.";

// domain/moderation/profiles/commands.ts
export const thisProfileHasChanged = "This profile has changed since you read it. Please look again.";
export const thereIsNothingToRemove =
  "There is nothing to remove: the name is already the username, or the bio is empty.";
export const noSuchDecisionAboutAProfile = "Decision not found.";
export const somebodyElseDecidesAboutThisProfile =
  "You cannot decide about this profile. Nobody decides about their own, and only an admin about an admin’s.";
export const chooseWhatToRemove = "Please choose what to remove: the name, the bio, or both.";
export const yourNameAndBioAreNotShown = "Your name and bio are not shown. Your username is shown instead.";
export const yourNameIsNotShown = "Your name is not shown. Your username is shown instead.";
export const yourBioIsNotShown = "Your bio is not shown.";
export const yourNameAndWhatYouSay = "Your name on this site and your bio.";

// domain/moderation/sanctions/commands.ts
export const onlyModeratorsDoThis = "Only moderators can do this.";
export const youCannotSanctionYourself = "You cannot sanction yourself.";
export const onlyHigherStandingRoleFirst =
  "You can only sanction members with a lower role than yours. To sanction an admin, change their role first.";
export const thereIsNoSuchSanction = "Sanction not found.";
export const onlyHigherStandingNotThemselves =
  "Only someone with a higher role can do this, and never for themselves.";
export const thisHasBeenLiftedAlready = "This has already been lifted.";
export const thisIsAMessageToYourself = "You cannot write a message to yourself.";
export const onlyModeratorsWriteNotes = "Only moderators can write notes.";
export const noSuchMember = "Member not found.";
export const thisMemberIsBannedAlready = "This member is already banned.";
export const thisIsInForceAlready = "This is already in force. Lift it first to change it.";
export const whatYouWroteHere = "What you wrote on this site.";

// domain/moderation/sanctions/sanction.ts
export const aWarning = "A warning. Nothing is restricted.";
export const yourCommentsNeedApprovalFirst = "A moderator has to approve your comments before they appear.";
export const youCanRead =
  "You can read, download your data and appeal; you cannot write, vote, react or report.";
export const thisAccountIsClosed =
  "This account is closed. You can sign in to read the decisions about you, to appeal, and to download your data.";

// domain/moderation/sanctions/schema.ts
export const writeAMessageFirst = "Write a message first.";
export const messageTooLong = "A message can have at most {limit, number} characters.";
export const writeANoteFirst = "Write a note first.";
export const noteTooLong = "A note can have at most {limit, number} characters.";

// components/moderation/rule-options.tsx
export const chooseARule = "Choose a rule";

// components/moderation/rules-list.tsx
export const thisIsVersion =
  "This is version {version}. <link>The rules in force</link> are version {current}.";
export const moderatorsActOnThese =
  "Moderators act on these and on nothing else. Every decision names its rule, says why, and can be appealed.";
export const ofWhen = "of {when}";
export const allVersions = "All versions: {map}";
export const versionVersionAt = "Version {version}{at}. {count}";
export const logOfModeration = "Log of moderation";

// components/moderation/settings-forms.tsx
export const adminsChangeThis = "Admins change this; moderators read it and try the checks.";
export const whatWaits = "What waits";
export const checks = "Checks";
export const theyReadEachComment =
  "They read each comment before it is posted, in this order. None decides: they hold for a person, or mark.";
export const watchedWords = "Watched words";
export const houseRules = "House rules";
export const comments = "Comments";
export const appearAtOnceAndAreLooked = "appear at once and are looked at afterwards";
export const waitForAModerator = "wait for a moderator";
export const aNewcomersCommentsWaitUntil = "A newcomer's comments wait until so many stand";
export const zeroTheyDoNotWait = "0: they do not wait.";
export const commentsWithALinkWaitUntil = "Comments with a link wait until so many of the author's stand";
export const everyCommentWithALink = "Every comment with a link";
export const appears = "appears";
export const waits = "waits";
export const moreLinksThanThisWait = "More links than this wait";
export const secondsBetweenTwoComments = "Seconds between two comments of one member";
export const zeroAsFastAsTheyLike = "0: as fast as they like, within reason.";
export const discussionsCloseAfterSoMany = "Discussions close after so many days";
export const zeroNever = "0: never.";
export const theLogOfModeration = "The log of moderation, without names";
export const isPublic = "is public";
export const isForModerators = "is for moderators";
export const keepTheseSettings = "Keep these settings";
export const switchedOff = " (switched off)";
export const tryItOnThePast = "Try it on the past";
export const whatItHoldsNow = "What it holds now";
export const undoWhatItDid = "Undo what it did";
export const switchOn = "Switch on";
export const switchOff = "Switch off";
export const thereAreEntries =
  "There are {entries} entries: too many for a page. They are replaced from a file, with “moot words”.";
export const refusedTheAuthorIsTold = "Refused: the author is told which word";
export const heldForAModerator = "Held for a moderator";
export const markedForModerators = "Marked for moderators";
export const wordsAndPhrases =
  "Words and phrases as they are, one a line. Case, accents and look-alike letters make no difference.";
export const keepTheseWords = "Keep these words";
export const oneRuleAfterTheOther = "One rule after the other";
export const threeLinesEach =
  "Three lines each: a key that stays the same, a title, a sentence; an empty line between two. Decisions go on naming the version they were taken under.";
export const publishVersion = "Publish version {version}";

// components/moderation/trial-result.tsx
export const refused = "refused";
export const held = "held";
export const marked = "marked";
export const and = " and ";
export const wordsAndPhrasesToTry = "Words and phrases to try, one a line";
export const leftEmptyTheListsInForce = "Left empty, the lists in force are tried.";
export const tryThem = "Try them";
export const hereTheyAre = "; here they are.";
export const ofTheLastCommentsNothing =
  "{caught} of the last {tried, number} comments{count} Nothing has been changed.";
export const wouldHaveBeen = "Would have been {effect}: {reason}";
export const isInState = "is {state}";
export const itWouldHaveHeldNone = "It would have held none";
export const itWouldHave = "It would have {parts}";

// components/moderation/undo-check-form.tsx
export const waitsBecauseOfIt = "waits because of it, and will appear";
export const waitsForAnotherReason = "waits for another reason too, and goes on waiting";
export const wasRejectedByAModeratorAfter = "was rejected by a moderator after it had held it";
export const standsAsItIs = "stands as it is; only its remark goes";
export const waitBecauseOfIt = "wait because of it, and will appear";
export const waitForAnotherReason = "wait for another reason too, and go on waiting";
export const wereRejectedByAModerator = "were rejected by a moderator after it had held them";
export const standAsTheyAre = "stand as they are; only its remark goes";
export const lookBackAtEverything =
  "Look back <link>at everything</link>, <link2>at seven days</link2>, <link3>at one day</link3>.";
export const onlyOneOfTheReasons = "Only one of the reasons it gave";
export const itDidNothing = "It did nothing that is not undone.";
export const theNewestOfMore = ", the newest; there are more, which can follow afterwards";
export const itPointedAtComments =
  "It pointed at {count, plural, one {one comment} other {{count} comments}}{more}:";
export const bringBackTheThatWereRejected = "Bring back the {rejected} that were rejected, too";

// domain/moderation/checks/burst.ts
export const aBurstOfOnePattern = "A burst of one pattern";
export const severalNewAccountsThatSay =
  "Several new accounts that say the same or link to the same place within an hour belong together.";
export const otherNewAccountsWrote =
  "{accounts} other new accounts wrote the same, or linked to the same place, within an hour.";

// domain/moderation/checks/checks.ts
export const theSitesExternalCheck = "The site's external check";

// domain/moderation/checks/imitation.ts
export const aNameLikeOne = "A name like one of the staff";
export const aNameThatCanBeMistaken =
  "A name that can be mistaken for a moderator's lends words a weight that is not theirs.";
export const theAuthorsNameCanBeMistaken = "The author's name can be mistaken for one of the staff.";

// domain/moderation/checks/links-held.ts
export const links = "Links";
export const manyLinksInOneComment =
  "Many links in one comment are a reference list or an advertisement; a person can tell which.";
export const commentsWithLinksWait = "Comments with links wait for a moderator.";
export const linksInOneComment = "{links} links in one comment.";

// domain/moderation/checks/may-speak.ts
export const notForThisRole = "Not for this role";
export const aSiteMayLetOnlySome = "A site may let only some of its members comment, for a while or always.";
export const onlySomeMembersComment =
  "Only some members comment on this site just now. You can read, vote and react.";

// domain/moderation/checks/mostly-links.ts
export const mostlyLinks = "Mostly links";
export const anAddressWithoutAWord = "An address without a word of one's own is rarely an argument.";
export const hardlyAnyWordsBesideTheLink = "Hardly any words beside the link.";

// domain/moderation/checks/new-on-hot-thread.ts
export const aNewAccountOnAHot = "A new account on a hot thread";
export const accountsMadeForOneQuarrel = "Accounts made for one quarrel arrive while it is hot.";
export const anAccountOfLess =
  "An account of less than a day, in a discussion with {articleLastHour} comments in the last hour.";

// domain/moderation/checks/newcomer-with-links.ts
export const aNewcomersLink = "A newcomer's link";
export const mostAdvertisingComes =
  "Most advertising comes as the first comment of a new account, with a link.";
export const aLinkInOne = "A link in one of a newcomer's first comments.";

// domain/moderation/checks/newcomer.ts
export const aNewcomer = "A newcomer";
export const whereTheSiteAsks =
  "Where the site asks for it, a person welcomes each new voice before it is heard.";
export const fewerThanOfThisMembersComments =
  "Fewer than {holdNewcomersUntil} of this member's comments stand.";

// domain/moderation/checks/not-empty.ts
export const saysNothing = "Says nothing";
export const aCommentOfBlanks =
  "A comment of blanks, punctuation or invisible characters cannot be answered.";
export const thereAreNoWords = "There are no words in this comment yet.";

// domain/moderation/checks/not-flooding.ts
export const tooManyAtOnce = "Too many at once";
export const oneVoiceMustNotFill = "One voice must not fill a discussion by speed alone.";
export const thatWasQuick = "That was quick. Please wait a minute before the next comment.";
export const moreThanCommentsInTenMinutes = "More than {tenMinutes} comments in ten minutes.";

// domain/moderation/checks/not-repeated.ts
export const postedBefore = "Posted before";
export const theSameTextTwice = "The same text twice is a double click or a campaign.";
export const youHaveAlreadyPostedExactly = "You have already posted exactly this here.";
export const theSameTextAsInOther = "The same text as in {count} other discussions within a day.";

// domain/moderation/checks/not-shouting.ts
export const allCapitals = "All capitals";
export const capitalsThroughoutReadAs = "Capitals throughout read as shouting.";
export const writtenMostlyInCapitals = "Written mostly in capitals.";

// domain/moderation/checks/premoderated.ts
export const everyCommentWaits = "Every comment waits";
export const theSiteTheArticle =
  "The site, the article or a moderator asked to see comments before they appear.";
export const commentsOnThisSiteWait = "Comments on this site wait for a moderator.";
export const commentsOnThisArticleWait = "Comments on this article wait for a moderator.";
export const aModeratorAskedToSee = "A moderator asked to see this member's comments first.";

// domain/moderation/checks/queries.ts
export const theDeskIsForModerators = "The desk is for moderators.";

// domain/moderation/checks/recent-rejections.ts
export const oftenRejectedLately = "Often rejected lately";
export const aMemberSeveralOfWhoseComments =
  "A member several of whose comments were just taken down is likely to need another look.";
export const ofThisMembersLastComments = "{rejected} of this member's last {count} comments were rejected.";

// domain/moderation/checks/slow-mode.ts
export const slowMode = "Slow mode";
export const aHeatedDiscussionCoolsWhen =
  "A heated discussion cools when everybody has time to read before answering.";
export const thisDiscussionIsInSlowMode = "This discussion is in slow mode. You can post again in {wait}.";
export const secondsSeconds = "{seconds} seconds";
export const secondsMinutes = "{seconds} minutes";

// domain/moderation/checks/unbroken.ts
export const veryLongWithoutABreak = "Very long without a break";
export const aWordOfHundredsOfLetters =
  "A word of hundreds of letters or a wall of text is hard to read, and sometimes meant to be.";
export const aWordOfMoreThanCharacters = "A word of more than {word} characters.";
export const moreThanCharactersWithout = "More than {wall} characters without a paragraph.";

// domain/moderation/checks/watched-words.ts
export const theSiteKeepsListsOfWords =
  "The site keeps lists of words and phrases that it refuses, holds or marks.";
export const thisSiteDoesNotTakeComments = "This site does not take comments with “{entry}”.";
export const containsTheWatched = "Contains the watched “{entry}”.";

// domain/moderation/rules/rules.ts
export const againstTheLaw = "Against the law";
export const whatTheLawForbidsToPublish =
  "What the law forbids to publish comes down, and may be passed on where the law asks for it.";
export const argueWithTheArgument = "Argue with the argument";
export const answerWhatSomebodyWrote =
  "Answer what somebody wrote, not what they are. Insults, mockery and threats come down.";
export const nobodyIsLess = "Nobody is less";
export const noContemptForPeopleBecause =
  "No contempt for people because of origin, faith, sex, orientation, disability or age.";
export const leavePrivateWhatIsPrivate = "Leave private what is private";
export const noAddressesNumbers =
  "No addresses, numbers, medical matters or other people's messages that were not theirs to be made public.";
export const noAdvertising = "No advertising";
export const noSellingNoCampaigns =
  "No selling, no campaigns, no links that are there to be followed rather than to show where something is said.";
export const stayWithTheQuestion = "Stay with the question";
export const theArticleAsksSomething =
  "The article asks something. What has nothing to do with it belongs elsewhere.";
export const beWhoYouSay = "Be who you say you are";
export const noPretendingToBeSomebody =
  "No pretending to be somebody else, and no second account to agree with the first.";
export const leaveRoomForOthers = "Leave room for others";
export const noFloodingNoRepeating = "No flooding, no repeating, no text that is there to be in the way.";

// domain/moderation/rules/schema.ts
export const aKeyHas2To30 = "A key has 2 to 30 small letters and hyphens.";
export const aRuleNeedsATitle = "A rule needs a title.";
export const aTitleMayHave80Characters = "A title may have 80 characters.";
export const aRuleNeedsASentence = "A rule needs a sentence.";
export const aRuleMayHave400Characters = "A rule may have 400 characters.";
export const aSiteNeedsAtLeastOne = "A site needs at least one rule.";
export const aSiteMayHaveRules = "A site may have {mostRules} rules.";
export const everyRuleNeedsAKey = "Every rule needs a key of its own.";

// domain/moderation/checks/raid-mode.ts
export const raidMode = "Raid mode";
export const newcomersWaitInARaid =
  "While moderators have raid mode on, comments by members who are new here wait for them.";
export const heldInRaidMode = "The site is in raid mode, and this member is new here.";

// domain/moderation/settings/commands.ts
export const onlyAdminsChangeHowTheSite = "Only admins change how the site moderates.";
export const theseWordsCannotBeTaken = "These words cannot be taken.";
export const somebodyHasChangedTheRules =
  "Somebody has changed the rules meanwhile. Please look at them again.";

// domain/moderation/checks/external/external.ts
export const theSitesExternalCheckDid = "The site's external check did not answer.";
export const theSitesExternalCheckAsked = "The site's external check asked for a look.";

// domain/moderation/checks/undoing/commands.ts
export const onlyModeratorsUndoWhatACheck = "Only moderators undo what a check did.";

// domain/moderation/checks/words/schema.ts
export const thisListIsTooLong = "This list is too long.";
export const aListMayHaveLines = "A list may have {linesLimit} lines.";
export const anEntryMayHaveCharacters = "An entry may have {entryLimit} characters.";

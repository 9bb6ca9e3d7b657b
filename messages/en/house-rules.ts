// components/moderation/rule-options.tsx
export const chooseARule = "Choose a rule";

// components/moderation/rules-list.tsx
export const thisIsVersion =
  "This is version {version}. <link>The current rules</link> are version {current}.";
export const moderatorsActOnThese =
  "Moderators act on these rules and nothing else. Every decision names its rule, gives reasons and can be appealed.";
export const ofWhen = "of {when}";
export const allVersions = "All versions: {map}";
export const versionVersionAt = "Version {version}{at}. {count}";
export const logOfModeration = "Moderation log";

// components/moderation/settings-forms.tsx
export const adminsChangeThis = "Only admins can change this. Moderators can read it and test the checks.";
export const heldComments = "Held comments";
export const checks = "Checks";
export const theyReadEachComment =
  "They read each comment before it is posted, in this order. They can hold a comment for a moderator or flag it; only watched words and limits refuse one at once.";
export const watchedWords = "Watched words";
export const houseRules = "House rules";
export const comments = "New comments";
export const appearAtOnceAndAreLooked = "appear at once and are reviewed afterwards";
export const needApprovalFirst = "need approval first";
export const holdNewcomersUntil = "Hold a newcomer’s comments until they have this many approved";
export const zeroNeverHold = "0: never hold them.";
export const holdLinksUntil = "Hold comments with a link until their author has this many approved";
export const everyCommentWithALink = "Comments with a link";
export const appear = "appear";
export const alwaysNeedApproval = "always need approval";
export const holdMoreLinksThan = "Hold comments with more links than this";
export const secondsBetweenTwoComments = "Seconds between two comments by one member";
export const zeroNoPause = "0: no pause.";
export const moderatorsAreToldAfter = "Notify moderators when a queue has waited this many hours";
export const discussionsCloseAfterSoMany = "Close discussions after this many days";
export const zeroNever = "0: never.";
export const theLogOfModeration = "The moderation log, without names";
export const isPublic = "is public";
export const isForModerators = "is for moderators only";
export const saveSettings = "Save settings";
export const testOnPastComments = "Test on past comments";
export const whatItHoldsNow = "Comments it holds now";
export const undoItsHoldsAndFlags = "Undo its holds and flags";
export const switchOn = "Switch on";
export const switchOff = "Switch off";
export const thereAreEntries =
  "There are {entries} entries, too many for this page. Replace them from a file with “moot words”.";
export const refuseTheAuthorSeesIt = "Refuse: the author sees which word it was";
export const holdForAModerator = "Hold for a moderator";
export const flagForModerators = "Flag for moderators";
export const wordsAndPhrases =
  "One word or phrase per line. Upper and lower case, accents and look-alike letters are treated the same.";
export const saveLists = "Save lists";
export const editTheRules = "Edit the {count} house rules";
export const on = "On";
export const off = "Off";
export const checkDidNothing = "Nothing in {days} days";
export const checkDid = "{held} held, {flagged} flagged in {days} days";
export const checkDidMuch = "{count} or more held or flagged in {days} days";

// components/moderation/rules-editor.tsx
export const eachChangeIsAVersion =
  "These are <link>the house rules</link>, version {version}. Each change publishes a new version; past decisions keep the one they were based on.";
export const addARule = "Add a rule";
export const editRule = "Edit";
/** As it is read aloud: which rule it is about. */
export const ofThisRule = "{deed}: {title}";
export const moveUp = "Move up";
export const moveDown = "Move down";
export const removeRule = "Remove “{title}”";
export const pastDecisionsKeepIt = "Remove it from the rules. Past decisions keep it.";
export const removeThisRule = "Remove this rule";

// components/moderation/rule-form.tsx
export const preview = "Preview";
export const keyOfARule = "Short name";
export const keyOfARuleHint =
  "Lowercase letters and hyphens, such as no-ads. Decisions refer to it, so it never changes.";
export const titleOfARule = "Title";
export const sentenceOfARule = "What it asks, in a sentence";
export const cancelEditing = "Cancel";
export const publishVersion = "Publish version {version}";

// components/moderation/trial-result.tsx
export const refused = "refused";
export const held = "held";
export const flagged = "flagged";
export const and = " and ";
export const wordsAndPhrasesToTry = "Words and phrases to test, one per line";
export const leftEmptyTheListsInForce = "Leave empty to test the current lists.";
export const test = "Test";
export const hereTheyAre = "; here they are.";
export const ofTheLastCommentsNothing =
  "{caught} of the last {tried, number} comments{count} Nothing has been changed.";
export const wouldHaveBeen = "Would have been {effect}: {reason}";
export const isInState = "is {state}";
export const itWouldHaveHeldNone = "It would have held none";
export const itWouldHave = "It would have {parts}";

// components/moderation/undo-check-form.tsx
export const isPendingBecauseOfIt = "is pending because of it, and will appear";
export const isPendingForAnotherReason = "is pending for another reason too, and stays pending";
export const wasRejectedByAModeratorAfter = "was held by it, then removed by a moderator";
export const staysVisible = "stays visible; the flag is removed";
export const arePendingBecauseOfIt = "are pending because of it, and will appear";
export const arePendingForAnotherReason = "are pending for another reason too, and stay pending";
export const wereRejectedByAModerator = "were held by it, then removed by a moderator";
export const stayVisible = "stay visible; the flag is removed";
export const period = "Period: <link>all</link>, <link2>last seven days</link2>, <link3>last day</link3>.";
export const onlyOneOfTheReasons = "Only one of its reasons";
export const nothingLeftToUndo = "Nothing left to undo.";
export const theNewestOfMore = ", the newest; you can do the others afterwards";
export const itFlaggedComments =
  "It flagged {count, plural, one {1 comment} other {{count} comments}}{more}:";
export const restoreTheRejected = "Also restore the {rejected} that were removed";

// domain/moderation/checks/burst.ts
export const newAccountsSameText = "New accounts, same text";
export const severalNewAccountsThatSay =
  "New accounts that post the same text or link within an hour usually belong together.";
export const otherNewAccountsWrote =
  "{accounts} other new accounts posted the same text or link within an hour.";

// domain/moderation/checks/checks.ts
export const theSitesExternalCheck = "The site’s external check";

// domain/moderation/checks/imitation.ts
export const aNameLikeOne = "A name like a staff member’s";
export const aNameThatCanBeMistaken =
  "A name that looks like a moderator’s gives a comment authority it does not have.";
export const theAuthorsNameCanBeMistaken = "The author’s name looks like a staff member’s.";

// domain/moderation/checks/links-held.ts
export const links = "Links";
export const manyLinksInOneComment =
  "Many links in one comment make a reference list or an advertisement; a person can tell which.";
export const commentsWithLinksNeedApproval = "Comments with links need approval.";
export const linksInOneComment = "{links} links in one comment.";

// domain/moderation/checks/may-speak.ts
export const notForThisRole = "Role may not post";
export const aSiteMayLetOnlySome = "A site can let only some of its members comment, for a while or always.";
export const onlySomeMembersComment =
  "Only some members can comment on this site at the moment. You can read, vote and react.";

// domain/moderation/checks/mostly-links.ts
export const mostlyLinks = "Mostly links";
export const anAddressWithoutAWord = "A link without a word of one’s own is rarely an argument.";
export const hardlyAnyWordsBesideTheLink = "Hardly any text besides the link.";

// domain/moderation/checks/new-on-hot-thread.ts
export const aNewAccountOnAHot = "A new account in a heated discussion";
export const accountsMadeForOneQuarrel = "Accounts created for one quarrel arrive while it is hot.";
export const anAccountOfLess =
  "The account is less than a day old, and this discussion had {articleLastHour} comments in the last hour.";

// domain/moderation/checks/newcomer-with-links.ts
export const aNewcomersLink = "A newcomer’s link";
export const mostAdvertisingComes = "Most advertising arrives as a new account’s first comment, with a link.";
export const aLinkInOne = "A link in one of a newcomer’s first comments.";

// domain/moderation/checks/newcomer.ts
export const aNewcomer = "A newcomer";
export const whereTheSiteAsks =
  "If the site asks for it, a moderator reads each new member’s first comments.";
export const fewerThanOfThisMembersComments =
  "This member has fewer than {holdNewcomersUntil} approved comments.";

// domain/moderation/checks/not-empty.ts
export const noText = "Empty";
export const aCommentOfBlanks = "Nobody can answer a comment of spaces, punctuation or invisible characters.";
export const thereAreNoWords = "There is no text in this comment yet.";

// domain/moderation/checks/not-flooding.ts
export const tooManyAtOnce = "Too many at once";
export const nobodyFillsADiscussion = "Nobody should fill a discussion by speed alone.";
export const postingVeryFast = "You are posting very fast. Please wait a minute before your next comment.";
export const moreThanCommentsInTenMinutes = "More than {tenMinutes} comments in ten minutes.";

// domain/moderation/checks/not-repeated.ts
export const postedBefore = "Duplicate";
export const theSameTextTwice = "The same text twice is a double click or a campaign.";
export const youHaveAlreadyPostedExactly = "You have already posted this comment here.";
export const theSameTextAsInOther = "The same text as in {count} other discussions within a day.";

// domain/moderation/checks/not-shouting.ts
export const allCapitals = "All capitals";
export const capitalsThroughoutReadAs = "All capitals read as shouting.";
export const writtenMostlyInCapitals = "Written mostly in capitals.";

// domain/moderation/checks/premoderated.ts
export const approvalRequired = "Approval required";
export const theSiteTheArticle =
  "The site, the article or a moderator requires approval before comments appear.";
export const commentsOnThisSiteNeedApproval = "Comments on this site need approval.";
export const commentsOnThisArticleNeedApproval = "Comments on this article need approval.";
export const aModeratorRequiredApproval = "A moderator has required approval for this member’s comments.";

// domain/moderation/checks/queries.ts
export const theDeskIsForModerators = "Only moderators can see this.";

// domain/moderation/checks/recent-rejections.ts
export const oftenRejectedLately = "Often removed recently";
export const aMemberSeveralOfWhoseComments =
  "A member who has just had several comments removed is likely to need another look.";
export const ofThisMembersLastComments = "{rejected} of this member’s last {count} comments were removed.";

// domain/moderation/checks/slow-mode.ts
export const slowMode = "Slow mode";
export const aHeatedDiscussionCoolsWhen =
  "A heated discussion cools when everyone has time to read before replying.";
export const thisDiscussionIsInSlowMode = "This discussion is in slow mode. You can post again in {wait}.";
export const secondsSeconds = "{seconds, plural, one {1 second} other {{seconds} seconds}}";
export const secondsMinutes = "{seconds, plural, one {1 minute} other {{seconds} minutes}}";

// domain/moderation/checks/unbroken.ts
export const veryLongWithoutABreak = "Very long without a break";
export const aWordOfHundredsOfLetters =
  "A word of hundreds of letters or a wall of text is hard to read, sometimes on purpose.";
export const aWordOfMoreThanCharacters = "A word of more than {word} characters.";
export const moreThanCharactersWithout = "More than {wall} characters without a paragraph.";

// domain/moderation/checks/watched-words.ts
export const theSiteKeepsListsOfWords =
  "The site keeps lists of words and phrases that it refuses, holds or flags.";
export const thisSiteDoesNotAcceptThat = "This site does not accept comments with “{entry}”.";
export const containsTheWatched = "Contains the watched word or phrase “{entry}”.";

// domain/moderation/rules/rules.ts
export const againstTheLaw = "Against the law";
export const whatTheLawForbidsToPublish =
  "Illegal content is removed, and may be passed on to the authorities where the law requires it.";
export const personalAttacks = "Personal attacks";
export const answerWhatSomebodyWrote =
  "Respond to what people write, not to who they are. Insults, mockery and threats are removed.";
export const hatredOrContempt = "Hatred or contempt";
export const noContemptForPeopleBecause =
  "No contempt for people because of their origin, faith, sex, orientation, disability or age.";
export const privateInformation = "Private information";
export const noAddressesNumbers =
  "No addresses, phone numbers, medical details or private messages of other people.";
export const advertising = "Advertising";
export const noSellingNoCampaigns =
  "No selling, no campaigns, no links posted to attract clicks rather than to back up a point.";
export const offTopic = "Off topic";
export const theArticleAsksSomething = "Each article asks a question. Anything unrelated belongs elsewhere.";
export const falseIdentities = "False identities";
export const noPretendingToBeSomebody =
  "No pretending to be somebody else, and no second account to agree with the first.";
export const spamAndNoise = "Spam and noise";
export const noFloodingNoRepeating = "No flooding, no repeating, no text posted to get in the way.";

// domain/moderation/rules/commands.ts
export const thereIsNoSuchRule = "Rule not found.";
export const reportsOfIllegalContentNeedIt =
  "Reports of illegal content need this rule. You can change its wording.";
export const somebodyHasChangedTheRules =
  "Somebody else has changed the rules in the meantime. Please look at them again.";

// domain/moderation/rules/schema.ts
export const aKeyHas2To30 = "A key must be 2 to 30 lowercase letters and hyphens.";
export const aRuleNeedsATitle = "A rule needs a title.";
export const ruleTitleTooLong = "A title can have at most {limit, number} characters.";
export const aRuleNeedsASentence = "A rule needs a sentence.";
export const ruleTooLong = "A rule can have at most {limit, number} characters.";
export const aSiteNeedsAtLeastOne = "A site needs at least one rule.";
export const aSiteMayHaveRules = "A site can have at most {mostRules} rules.";
export const everyRuleNeedsAKey = "Every rule needs its own key.";

// domain/moderation/checks/raid-mode.ts
export const raidMode = "Raid mode";
export const newMembersNeedApproval = "While raid mode is on, comments by new members need approval.";
export const heldInRaidMode = "The site is in raid mode, and this member is new here.";

// domain/moderation/settings/commands.ts
export const onlyAdminsChangeHowTheSite = "Only admins can change the moderation settings.";
export const theseListsCouldNotBeSaved = "These lists could not be saved.";

// domain/moderation/checks/external/external.ts
export const theSitesExternalCheckDid = "The site’s external check did not answer.";
export const theSitesExternalCheckFlagged = "The site’s external check flagged it.";

// domain/moderation/checks/undoing/commands.ts
export const onlyModeratorsUndoWhatACheck = "Only moderators can undo what a check did.";

// domain/moderation/checks/words/schema.ts
export const thisListIsTooLong = "This list is too long.";
export const aListMayHaveLines = "A list can have at most {linesLimit} lines.";
export const anEntryMayHaveCharacters = "An entry can have at most {entryLimit} characters.";

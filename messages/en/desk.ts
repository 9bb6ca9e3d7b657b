// components/moderation/article-moderators.tsx
export const whoModeratesIt = "Who moderates it";
export const andForThisDiscussionAlone = ", and for this discussion alone:";
export const theModeratorsOfTheSite = "The moderators of the site{count}";
export const dismiss = "Dismiss";
export const dismissName = "Dismiss {name}";
export const makeSomebodyModerator = "Make somebody moderator of this discussion";
export const theySeeItsQueue =
  "They see its queue and its log, decide about its comments and steer it; not about people, and not elsewhere.";
export const handle = "handle";
export const appoint = "Appoint";

// components/moderation/articles-at-the-desk.tsx
export const thereAreNoArticles = "There are no articles yet.";
export const commentsWaitForAModerator = "comments wait for a moderator";
export const slowMode = "slow mode";
export const moderatorsOfItsOwn =
  "{moderators, plural, one {one moderator of its own} other {{moderators} moderators of its own}}";
export const whatWaitsInIt = "what waits in it";
export const whatIsNew = "what is new in it";

// components/moderation/bulk-form.tsx
export const approve = "Approve";
export const reject = "Reject";
export const hold = "Hold";
export const restore = "Restore";
export const thereIsNothingToDecideAbout = "There is nothing to decide about here.";
export const allThatMatchIn = "All that match in {queue}.";
export const everything = "everything";
export const ofTheLastSevenDays =
  "Of {member}: {days}, <link>the last seven days</link>, <link2>the last day</link2>";
export const countComments = "{count, plural, one {One comment} other {{count} comments}}";
export const theNewestOfMore = ", the newest; there are more, which can follow afterwards";
export const forRejectingOrHolding = "For rejecting or holding: the rule they go against";
export const toTheirAuthors = "To their authors, if more should be said";

// components/moderation/comment-context.tsx
export const onItsOwnPage = "On its own page";
export const canBeReadByEveryone = "can be read by everyone";
export const waitsForAModerator = "waits for a moderator";
export const wasRejected = "was rejected";
export const wasWithdrawnByItsAuthor = "was withdrawn by its author";
export const versionRevision = "version {revision}";
export const closedToReplies = "closed to replies";
export const somebodyWhoHasLeft = "somebody who has left";
export const answersName = "Answers {name}";
export const earlierVersions = "{count, plural, one {One earlier version} other {{count} earlier versions}}";
export const versionRevisionFirst = "Version {revision}";

// components/moderation/decide-form.tsx
export const rejectOrHold = "Reject or hold…";
export const itGoesAgainst = "It goes against";
export const toTheAuthor = "To the author, if more should be said";

// components/moderation/desk-item.tsx
export const somebodyWhoHasLeftFirst = "Somebody who has left";
export const aCommentBy = "A comment by {name}";
export const isLookingAtThis = "{by} is looking at this.";
export const undo = "Undo";
export const somebodyElseDecidesAbout = "Somebody else decides about this one.";
export const aboutName = "About {name}";
export const select = "Select";

// components/moderation/desk.tsx
export const pleaseChooseTheHouseRule = "Please choose the house rule it goes against.";
export const jNextAApprove =
  "<kbd>j</kbd> next, <kbd>a</kbd> approve, <kbd>r</kbd> reject, <kbd>u</kbd> undo,";
export const allKeys = "all keys";
export const decideAboutThoseSelected = "Decide about those selected";
export const decideAboutAllThatMatchTogether = "Decide about all that match together";
export const onToTheNext = "On to the next";
export const more = "More";
export const lookAgain = "Look again";
export const decideAboutTogether = "Decide about {picked} together";
export const thatWasTheLast = "{all, plural, one {That was the only one} other {That was the last of {all}}}";

// components/moderation/keys-help.tsx
export const nextPrevious = "next, previous";
export const approveLeaveStanding = "approve, leave standing, restore";
export const rejectThenTheNumber = "reject: then the number of a rule";
export const holdThenTheNumber = "hold: then the number of a rule";
export const selectToDecideAboutSeveral = "select, to decide about several";
export const suspendBanItsAuthor = "suspend, ban its author";
export const seeItInItsThread = "see it in its thread";
export const neverMind = "never mind";
export const thisHelp = "this help";
export const keys = "Keys";

// components/moderation/previous-decision.tsx
export const byAuthor = " by {author}";
export const lastAboutAComment = "Last, about <link>a comment{author}</link>: {rules}";

// components/moderation/member-at-the-desk.tsx
export const warn = "Warn";
export const seeCommentsBeforeTheyAppear = "See comments before they appear";
export const suspend = "Suspend";
export const ban = "Ban";
export const publicPage = "Public page";
export const decisionsAboutThem = "decisions about them";
export const decideAboutTheirComments = "decide about their comments together";
export const whatHappenedSoFar = "What happened so far";
export const tellTheOtherModerators = "Tell the other moderators";
export const aNote = "A note; the member never sees it";
export const keepTheNote = "Keep the note";
export const doSomething = "Do something";
export const writeToThem = "Write to them";
export const theyReadItInTheirInbox = "They read it in their inbox; nothing is restricted";
export const send = "Send";
export const untilWhen = "until {when}";
export const takenBack = "taken back";
export const sanctionLine = "{when}: {by} {kind} them{until}{liftedAt}. “{reason}”";
export const bringBackTheCommentsItTook = "Bring back the comments it took down";
export const takeItBack = "Take it back";
export const liftIt = "Lift it";

// components/moderation/member-card.tsx
export const warned = "warned";
export const watched = "watched";
export const suspended = "suspended";
export const banned = "banned";
export const hereSince = "here since";
export const stand = "stand";
export const rejectedSoFar = "rejected";
export const waitingNow = "waiting";
export const countEarlier = "{count} earlier";
export const orMore = "{enough} or more";

// components/moderation/queue-filters.tsx
export const searchAndNarrowDown = "Search and narrow down {value}";
export const wordsInTheText = "Words in the text";
export const member = "Member";
export const article = "Article";
export const itsAddress = "its-address";
export const heldBy = "Held by";
export const anyCheck = "any check";
export const reportedAs = "Reported as";
export const anything = "anything";
export const hasWaited = "Has waited";
export const anyTime = "any time";
export const anHourOrMore = "an hour or more";
export const aDayOrMore = "a day or more";
export const aWeekOrMore = "a week or more";
export const show = "Show";

// components/moderation/refused-form.tsx
export const whatYouWrote = "What you wrote";
export const itWasNotSent =
  "It was not sent. What it was about is no longer in this list; you can copy it from here.";

// components/moderation/queue-tabs.tsx
export const queues = "Queues";

// components/moderation/sentences.ts
export const reported = "Reported";
export const waiting = "Waiting";
export const newWord = "New";
export const appeals = "Appeals";
export const approved = "Approved";
export const rejected = "Rejected";
export const nothingIsReported = "Nothing is reported. Thank you.";
export const nothingWaits = "Nothing waits.";
export const youHaveSeenEverything = "You have seen everything that was posted.";
export const nobodyAsksForAnotherLook = "Nobody asks for another look.";
export const nothingHasBeenApproved = "Nothing has been approved yet.";
export const nothingHasBeenRejected = "Nothing has been rejected yet.";
export const leaveStanding = "Leave standing";
export const dismissReports = "Dismiss reports";
export const upholdReports = "Uphold reports";
export const somebody = "Somebody";
export const you = "You";
export const tookTheLastDecisionBack = "took the last decision back";
export const didThis = "{action} this";

// components/moderation/signals.tsx
export const noticeUnderTheLaw = "(notice under the law: {law})";
export const reportedBy = "reported by {by}";
export const aboutVersion = "about version {revision}";
export const heldIt = "held it";
export const markedIt = "marked it";

// components/moderation/steer-form.tsx
export const commentsAre = "Comments are";
export const open = "open";
export const closedAsTheDiscussionIsOver = "closed, as the discussion is over";
export const lockedByTheModerators = "locked by the moderators";
export const newComments = "New comments";
export const appearAsEverywhereOnTheSite = "appear as everywhere on the site";
export const waitForAModerator = "wait for a moderator";
export const slowModeBetween = "Slow mode: between two comments of one member";
export const noPause = "no pause";
export const aMinute = "a minute";
export const fiveMinutes = "five minutes";
export const aQuarterOfAnHour = "a quarter of an hour";
export const anHour = "an hour";
export const slowSecondsSeconds = "{slowSeconds} seconds";
export const itClosesByItselfOnUtc = "It closes by itself on (UTC)";
export const ifThisMakesItStricter = "If this makes it stricter: the rule it rests on";
export const whyInYourWords = "Why, in your words";
export const changeIt = "Change it";

// components/moderation/pin-form.tsx
export const pinAsTheBestCase = "Pin as the best case for “{label}”";
export const takeThePinOff = "Unpin it";

// components/moderation/thread-form.tsx
export const openTheThread = "Open the thread";
export const closeTheThread = "Close the thread";

// components/moderation/lock-form.tsx
export const itRestsOn = "It rests on";
export const takeRepliesAgain = "Take replies again";
export const takeNoMoreReplies = "Take no more replies";

// components/moderation/use-claims.ts
export const whatOthersDecideCannot = "What others decide cannot be seen just now.";

// domain/moderation/invariants.ts
export const theLogOfDecisions =
  "the log of decisions is an unbroken chain: every row fits the one before it";
export const aQueuesCountIsTheNumber = "a queue's count is the number of its items";
export const whatIsHeldOrRejected = "what is held or rejected is in that queue, and nothing else is";
export const whatIsNewOrApprovedCan = "what is new or approved can be read";
export const aCommentsOpenReportsAreCounted =
  "a comment's open reports are counted, and it is in the queue while there are any";
export const anAppealWaitsInTheQueue = "an appeal waits in the queue until it is answered";
export const aCommentThatCanBeRead = "a comment that can be read has no tombstone";
export const whatWasDecidedStands = "what was decided about a comment stands until something else is decided";
export const everyRestrictionInTheLog =
  "every restriction in the log names its ground and the way to have it looked at again";

// domain/moderation/moderators/commands.ts
export const moderatesTheWholeSiteAlready = "{name} moderates the whole site already.";
export const doesNotModerateThisArticle = "{name} does not moderate this article.";
export const onlyAnAdminAppointsModerators = "Only an admin appoints moderators.";
export const noSuchArticle = "There is no such article.";
export const thereIsNoMember = "There is no member of that handle.";

// domain/moderation/moderators/queries.ts
export const theDeskIsForModerators = "The desk is for moderators.";

// domain/moderation/queue/cursor.ts
export const thisPageMarkerDoesNotBelong =
  "This page marker does not belong to this list. Please begin again from its first page.";

// domain/moderation/queue/schema.ts
export const thatIsNotAHandle = "That is not a handle.";

// domain/moderation/queue/one-item.ts
export const thereIsNoSuchCommentAtTheDesk = "There is no such comment in the discussions you moderate.";

// domain/moderation/raid/commands.ts
export const onlyModeratorsSwitchRaidMode = "Only moderators of the site switch raid mode on and off.";
export const signUpIsClosedUntil = "Sign-up is closed until {until}. You can read on; please come back then.";

// components/moderation/raid-form.tsx
export const raidMode = "Raid mode";
export const raidModeOn =
  "Raid mode is on until {until} (switched on by @{by}). Comments by new members wait for you.";
export const raidModeOnAndSignUpClosed =
  "Raid mode is on until {until} (switched on by @{by}). Comments by new members wait for you, and nobody can sign up.";
export const endRaidMode = "End raid mode";
export const whatRaidModeDoes =
  "When many new accounts come at once to disturb: for some hours, comments by readers with fewer than {count} approved comments wait for you. Everybody else writes as before.";
export const forHowLong = "For how long";
export const hoursLong = "{hours, plural, one {# hour} other {# hours}}";
export const closeSignUpToo = "Close sign-up as well";
export const startRaidMode = "Start raid mode";

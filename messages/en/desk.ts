// components/moderation/article-moderators.tsx
export const whoModeratesIt = "Moderators";
export const andForThisDiscussionAlone = ", and for this discussion only:";
export const theModeratorsOfTheSite = "The moderators of the site{count}";
export const removeModerator = "Remove";
export const removeName = "Remove {name}";
export const addAModerator = "Add a moderator for this discussion";
export const theySeeItsQueue =
  "They see its queue and log, decide about its comments and change its settings. They cannot sanction members, and have no say in other discussions.";
export const handle = "username";
export const addThisModerator = "Add";

// components/moderation/articles-at-the-desk.tsx
export const commentsAreState =
  "{comments, select, open {comments open} closed {comments closed} other {comments locked}}";
export const thereAreNoArticles = "There are no articles yet.";
export const commentsNeedApproval = "comments need approval";
export const slowMode = "slow mode";
export const moderatorsOfItsOwn =
  "{moderators, plural, one {1 moderator of its own} other {{moderators} moderators of its own}}";
export const seePendingComments = "see pending comments";
export const seeNewComments = "see new comments";

// components/moderation/bulk-form.tsx
export const approve = "Approve";
export const reject = "Remove";
export const hold = "Hold";
export const restore = "Restore";
export const thereIsNothingToDecideAbout = "There is nothing to decide about here.";
export const allThatMatchIn = "All matches in {queue}.";
export const everything = "everything";
export const ofTheLastSevenDays =
  "Of {member}: {days}, <link>the last seven days</link>, <link2>the last day</link2>";
export const countComments = "{count, plural, one {1 comment} other {{count} comments}}";
export const theNewestOfMore = ", the newest; you can do the others afterwards";
export const forRejectingOrHolding = "Rule (to remove or hold)";
export const toTheirAuthors = "Message to the authors (optional)";

// components/moderation/comment-context.tsx
export const onItsOwnPage = "Open on its own page";
export const isPublic = "public";
export const isPending = "pending";
export const wasRejected = "removed";
export const wasWithdrawnByItsAuthor = "withdrawn by the author";
export const versionRevision = "version {revision}";
export const closedToReplies = "closed to replies";
export const aFormerMember = "a former member";
export const answersName = "In reply to {name}";
export const earlierVersions = "{count, plural, one {1 earlier version} other {{count} earlier versions}}";
export const versionRevisionFirst = "Version {revision}";

// components/moderation/decide-form.tsx
export const rejectOrHold = "Remove or hold…";
export const ruleItBreaks = "Rule";
export const toTheAuthor = "Message to the author (optional)";
export const pleaseChooseTheHouseRule = "Please choose the house rule it breaks.";

// components/moderation/desk-item.tsx
export const aFormerMemberFirst = "A former member";
export const aCommentBy = "A comment by {name}";
export const isLookingAtThis = "{by} is looking at this.";
export const undo = "Undo";
export const somebodyElseDecidesAbout = "Somebody else has to decide about this one.";
export const aboutName = "About {name}";
export const select = "Select";

// components/moderation/desk.tsx
export const jNextAApprove =
  "<kbd>j</kbd> next, <kbd>a</kbd> approve, <kbd>r</kbd> remove, <kbd>u</kbd> undo,";
export const allKeys = "all shortcuts";
export const decideAboutTheSelected = "Decide about the selected comments";
export const decideAboutAllListed = "Decide about everything listed here at once";
export const nextPage = "Next page";
export const more = "More";
export const refresh = "Refresh";
export const decideAboutSelected = "Decide about {picked} together";
export const thatWasTheLast = "{all, plural, one {That was the only one} other {That was the last of {all}}}";

// components/moderation/keys-help.tsx
export const nextPrevious = "next, previous";
export const approveKeepRestore = "approve, restore";
export const rejectThenTheNumber = "remove, then the number of a rule";
export const holdThenTheNumber = "hold, then the number of a rule";
export const selectToDecideAboutSeveral = "select, to decide about several";
export const suspendBanItsAuthor = "suspend, ban the author";
export const seeItInItsThread = "open it in its thread";
export const cancel = "cancel";
export const undoKey = "undo";
export const searchKey = "search";
export const thisHelp = "this list";
export const keys = "Keyboard shortcuts";

// components/moderation/previous-decision.tsx
export const byAuthor = " by {author}";
export const lastAboutAComment = "Your last decision was on <link>a comment{author}</link>. {rules}";

// components/moderation/profile-form.tsx
export const theBioIsEmpty = "No bio.";
export const removeTheName = "Remove the name";
export const usernameIsShownInstead = "@{handle} is shown instead. They can choose another name.";
export const removeTheBio = "Remove the bio";
export const toTheMember = "Explanation for the member";
export const removeProfile = "Remove";
export const keepProfile = "Approve";
export const removed = "Removed";
export const restoreProfile = "Restore";
export const somebodyNotSignedIn = "Somebody who was not signed in";
export const itReadThen = "When it was reported, it read:";

// components/moderation/member-at-the-desk.tsx
export const nameAndBio = "Name and bio";
export const warn = "Warn";
export const requireApproval = "Require approval";
export const suspend = "Suspend";
export const ban = "Ban";
export const publicPage = "Public profile";
export const decisionsAboutThem = "decisions about them";
export const decideAboutTheirComments = "decide about their comments together";
export const sanctions = "Sanctions";
export const notesForModerators = "Notes for moderators";
export const aNote = "New note; the member never sees it";
export const saveNote = "Save note";
export const actions = "Actions";
export const sendAMessage = "Send a message";
export const theyReadItInTheirInbox = "Message, to their inbox; nothing is restricted";
export const send = "Send";
export const untilWhen = "until {when}";
export const reversed = "reversed";
export const lifted = "lifted";
export const aFormerModerator = "a former moderator";
export const sanctionLine = "{when}: {kind} by {by}{until}{liftedAt}. “{reason}”";
export const restoreTheCommentsItRemoved = "Restore the comments it removed";
export const reverseWarning = "Reverse warning";
export const liftIt = "Lift";

// components/moderation/member-card.tsx
export const warned = "warned";
export const approvalRequired = "approval required";
export const suspended = "suspended";
export const banned = "banned";
export const joined = "joined";
export const approvedSoFar = "approved";
export const rejectedSoFar = "removed";
export const pendingNow = "pending";
export const countEarlier = "{count} earlier";
export const orMore = "{enough} or more";

// components/moderation/queue-filters.tsx
export const searchAndFilter = "Search and filter {value}";
export const itStaysInTheOtherQueues =
  "This search stays on when you change the queue. <link>Clear it</link>";
export const wordsInTheText = "Words in the comment";
export const member = "Member";
export const article = "Article";
export const itsAddress = "its-address";
export const heldBy = "Held by";
export const anyCheck = "any check";
export const reportedAs = "Reported as";
export const anyReason = "any reason";
export const pendingFor = "Pending for";
export const anyTime = "any time";
export const anHourOrMore = "an hour or more";
export const aDayOrMore = "a day or more";
export const aWeekOrMore = "a week or more";
export const show = "Show";

// components/moderation/refused-form.tsx
export const yourText = "Your text";
export const itWasNotSent =
  "It was not sent, because the item is no longer in this list. You can copy your text from here.";

// components/moderation/queue-tabs.tsx
export const queues = "Queues";

// components/moderation/sentences.ts
export const reported = "Reported";
export const pending = "Pending";
export const newWord = "New";
export const appeals = "Appeals";
export const approved = "Approved";
export const rejected = "Removed";
export const nothingIsReported = "No reports. Thank you.";
export const nothingIsPending = "Nothing is pending.";
export const youHaveSeenEverything = "No new comments. You have seen them all.";
export const noAppeals = "No appeals.";
export const nothingHasBeenApproved = "No comment has been approved yet.";
export const nothingHasBeenRejected = "No comment has been removed yet.";
export const dismissReports = "Dismiss reports";
export const upholdReports = "Uphold reports";
export const somebody = "Somebody";
export const you = "You";
export const reversedTheApproval = "reversed the approval";
export const reversedTheHold = "reversed the hold";
export const reversedTheRemoval = "reversed the removal";
export const reversedTheLastDecision = "reversed the last decision";
export const didThis = "{action} this";

// components/moderation/signals.tsx
export const reportedAsIllegal = "(reported as illegal: {law})";
export const reportedBy = "reported by {by}";
export const aboutVersion = "about version {revision}";
export const heldIt = "held it";
export const flaggedIt = "flagged it";

// components/moderation/steer-form.tsx
export const commentsAre = "Comments are";
export const open = "open";
export const closedAsTheDiscussionIsOver = "closed: the discussion is over";
export const lockedByTheModerators = "locked by the moderators";
export const newComments = "New comments";
export const followTheSitesSettings = "follow the site’s settings";
export const needApproval = "need approval";
export const slowModeBetween = "Slow mode: pause between one member’s comments";
export const off = "off";
export const aMinute = "1 minute";
export const fiveMinutes = "5 minutes";
export const fifteenMinutes = "15 minutes";
export const anHour = "1 hour";
export const slowSecondsSeconds = "{slowSeconds} seconds";
export const itClosesByItselfOnUtc = "Closing time (UTC, optional)";
export const ruleWhenStricter = "Rule (needed when you make the discussion stricter)";
export const explanation = "Explanation";
export const saveSettings = "Save settings";

// components/moderation/pin-form.tsx
export const pinAsTheBestCase = "Pin as the best case for “{label}”";
export const unpin = "Unpin";

// components/moderation/thread-form.tsx
export const openTheThread = "Open the thread";
export const closeTheThread = "Close the thread";

// components/moderation/lock-form.tsx
export const rule = "Rule";
export const allowRepliesAgain = "Allow replies again";
export const closeToReplies = "Close to replies";

// components/moderation/use-claims.ts
export const othersDecisionsNotShown = "Other moderators’ decisions cannot be shown at the moment.";

// domain/moderation/invariants.ts
export const theLogOfDecisions =
  "the log of decisions is an unbroken chain: every row fits the one before it";
export const aQueuesCountIsTheNumber = "a queue’s count is the number of its items";
export const whatIsHeldOrRejected = "what is held or removed is in that queue, and nothing else is";
export const whatIsNewOrApprovedCan = "what is new or approved can be read";
export const aCommentsOpenReportsAreCounted =
  "a comment’s open reports are counted, and it is in the queue while there are any";
export const anAppealWaitsInTheQueue = "an appeal waits in the queue until it is answered";
export const aCommentThatCanBeRead = "a comment that can be read has no tombstone";
export const whatWasDecidedStands = "what was decided about a comment stands until something else is decided";
export const everyRestrictionInTheLog =
  "every restriction in the log names its ground and the way to have it looked at again";

// domain/moderation/moderators/commands.ts
export const moderatesTheWholeSiteAlready = "{name} already moderates the whole site.";
export const doesNotModerateThisArticle = "{name} does not moderate this article.";
export const onlyAnAdminAppointsModerators = "Only an admin can add or remove moderators.";
export const noSuchArticle = "Article not found.";
export const thereIsNoMember = "There is no member with that username.";

// domain/moderation/moderators/queries.ts
export const theDeskIsForModerators = "Only moderators can see this.";

// domain/moderation/queue/commands.ts
export const anotherModeratorLooksAtThis =
  "Another moderator has to review this: nobody decides about their own words or decisions, and only an admin about an admin’s.";

// domain/moderation/queue/cursor.ts
export const thisPageMarkerDoesNotBelong =
  "This page does not belong to this list. Please start again from the first page.";

// domain/moderation/queue/schema.ts
export const thatIsNotAHandle = "That is not a valid username.";

// domain/moderation/queue/one-item.ts
export const commentNotFound = "Comment not found in the discussions you moderate.";

// domain/moderation/raid/commands.ts
export const onlyModeratorsSwitchRaidMode = "Only moderators of the site can switch raid mode on and off.";

// domain/moderation/raid/queries.ts
export const signUpIsClosedUntil =
  "Sign-up is closed until {until}. You can still read everything; please come back then.";

// components/moderation/raid-form.tsx
export const raidMode = "Raid mode";
export const raidModeOn =
  "Raid mode is on until {until} (switched on by @{by}). Comments by members with few approved comments need approval.";
export const raidModeOnAndSignUpClosed =
  "Raid mode is on until {until} (switched on by @{by}). Comments by new members need approval, and nobody can sign up.";
export const endRaidMode = "End raid mode";
export const whatRaidModeDoes =
  "Use this when many new accounts arrive to cause disruption. For the time you choose, every comment by a member with fewer than {count} approved comments needs approval. Nothing changes for everyone else.";
export const forHowLong = "For how long";
export const hoursLong = "{hours, plural, one {# hour} other {# hours}}";
export const closeSignUpToo = "Close sign-up as well";
export const startRaidMode = "Start raid mode";

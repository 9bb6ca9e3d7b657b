// components/comments/ancestors.tsx
export const inReplyTo = "In reply to";
export const commentsBetween = "{count, plural, one {1 comment between} other {{count} comments between}}";

// components/comments/characters-left.tsx
export const charactersTooMany = "{left} characters over the limit";
export const charactersLeft = "{left} characters left";

// components/comments/comment-actions.tsx
export const reply = "Reply";
export const replyTo = "Reply to {name}";
export const respectWhom = "{respect}: {name}";
export const linkTo = "Link to {name}’s comment";
export const moreAbout = "More … about {name}’s comment";
export const link = "Link";
export const moreActions = "More …";
export const closedToReplies = "Closed to replies";
export const theCommentOf = "{name}’s comment";

// components/comments/live/viewer-state.ts
export const whatRespectMeans = "A good argument, whether or not you agree with it";

// components/comments/comment-in-context.tsx
export const theCommentAndItsReplies = "The comment and its replies";
export const seeTheFullDiscussion = "See the full discussion";

// components/comments/comment-meta.tsx
export const hasSinceChanged = "vote changed since";
export const edited = "edited";
export const pinned = "Pinned";
export const bestCase = "Best case";
export const valuedByBothSides = "Valued by both sides";
export const changedMinds = "Changed {changedMinds, plural, one {1 mind} other {{changedMinds} minds}}";
export const pendingApproval = "Pending approval";

// components/comments/discussion.tsx
export const discussion = "Discussion";
export const thisDiscussionIsClosed = "This discussion is closed. You can still read it.";
export const addToTheDiscussion = "Add to the discussion";

// components/comments/edit-form.tsx
export const currentVersion = "Current version";
export const yourWords = "Edit your comment";
export const editsArePublicAndChecked =
  "Anyone can see the earlier versions. Your edit is checked like a new comment: a moderator may have to approve it before others see the comment again.";
export const signInAndComeBack = "Sign in to continue";
export const save = "Save";
export const cancel = "Cancel";

// components/comments/history-list.tsx
export const postedOrEdited = "{number, plural, one {Posted} other {Edited}}";

// components/comments/labels.ts
export const best = "Best";
export const newest = "Newest";
export const oldest = "Oldest";
export const mostReplied = "Most replies";
export const editor = "Editor";
export const moderator = "Moderator";
export const admin = "Admin";
export const countReplies = "{count, plural, one {1 reply} other {{count, number} replies}}";
export const countComments = "{count, plural, one {1 comment} other {{count, number} comments}}";
export const showMoreReplies =
  "{count, plural, one {Show 1 more reply} other {Show {count, number} more replies}}";
export const showCount = "Show {count}";
export const respectCount = "Respect {count, number}";
export const respect = "Respect";
export const aFormerMember = "A former member";
export const foldedReplies =
  "{count, plural, =1 {{name}’s reply} other {{name} and {others, plural, one {{others} more reply} other {{others} more replies}}}}";
export const withdrawnByItsAuthor = "Withdrawn by its author";
export const removed = "Removed";
export const removedByAnAdmin = "Removed by an admin";
export const removedByAModerator = "Removed by a moderator";
export const showMoreComments = "Show more comments";
export const noRepliesYet = "No comments yet. What did the article miss?";

// components/comments/mention-list.tsx
export const peopleInThisDiscussion = "People in this discussion";

// components/comments/more-actions.tsx
export const moreToDoWithThisComment = "More actions for this comment";
export const unconvincedUnconvinced = "Not convinced{unconvinced}";
export const removeMyReaction = "Remove my reaction";
export const thisChangedMyMind = "This changed my mind";
export const report = "Report";
export const history = "History";
export const ifItIsYours = "If it is yours: <link>Edit or withdraw</link>";
export const itsAuthorMayEdit = "The author can edit it for {editMinutes} minutes";
export const forItsAuthor = "For its author";
export const yoursYouCanRestoreIt = "Yours? You can restore it for {editMinutes} minutes";
export const ifYouModerateHere = "If you moderate here: <link>Moderate</link>";
export const itsModeratorsMayDecide = "For moderators: approve, hold, remove, close to replies";

// components/comments/more-replies.tsx
export const continueThisThread = "Continue this thread →";

// components/comments/own-comment.tsx
export const textIsRemovedRepliesStay =
  "Your text is removed; the replies stay. You can restore it for a while.";
export const withdrawComment = "Withdraw comment";
export const youWithdrewThisComment = "You withdrew this comment. You can restore it.";
export const restoreComment = "Restore";
export const thisCommentShowsWhatYouVoted =
  "This comment shows how you voted. If you hide your vote, nobody sees it here any more.";
export const hideMyVote = "Hide my vote";

// components/comments/pagination.tsx
export const pages = "Pages";
export const nextPage = "Next page";
export const firstPage = "First page";

// components/comments/parent-comment.tsx
export const theyReplyTo = "In reply to";

// components/comments/preview-box.tsx
export const previewHeading = "Preview";

// components/comments/problem-notice.tsx
export const youAreNotSigned =
  "You are not signed in, so this was not posted. Your text is saved in this browser.";

// components/comments/reply-form.tsx
export const signInAndPostIt = "Sign in and post it";
export const yourReply = "Your reply";
export const yourReplyTo = "Your reply to {name}";
export const yourComment = "Your comment";
export const toQuoteSelect = "To quote, select words in the comment and press “Quote in a reply”.";
export const markdownEmphasisQuote = "Markdown: *emphasis*, > quote, - list, `code`, [words](address).";
export const showMyVoteWithThisComment = "Show my vote with this comment: {vote}";
export const onlyThisCommentWillShow =
  "Everyone can see it here, and only here. Your vote stays secret everywhere else, and you can hide it again.";
export const theCommentSaysSo = "If you change your vote later, the comment says so.";
export const theCommentDoesNotSaySo =
  "If you change your vote later, the comment does not say so: with two answers, that would give away the new one.";
export const post = "Post";
export const youWillBeAskedToSign = "You will be asked to sign in first. Your text is kept.";
export const weMailYouWhenSomebodyAnswers = "We e-mail you when somebody replies. <link>Change</link>";
export const yourFirstCommentHere = "Welcome! This is your first comment here. Use Preview before you post.";

// components/comments/replying-line.tsx
export const replyingTo = "replying to {name}{peek}";

// components/comments/replying-to.tsx
export const quoteIt = "Quote";

// components/comments/side-links.tsx
export const readSideBySide = "Read side by side";
export const onceVotesAreShown = "(once votes are shown)";
export const hideAuthorsVotes = "Hide authors’ votes";

// components/comments/sort-links.tsx
export const orderOfTheComments = "Sort comments";

// components/comments/writing-buttons.tsx
export const preview = "Preview";
export const close = "Close";

// domain/comments/comments-of-member.ts
export const anUnpublishedArticle = "an unpublished article";

// domain/comments/post.ts
export const noSuchArticle = "Article not found.";
export const noSuchCommentToAnswer = "The comment you are replying to is not in this discussion.";
export const noSuchCommentHere = "Comment not found in this discussion.";
export const thisArticleHasNoPoll = "This article has no poll, so there is no vote to show.";
export const pollStoresVotesWithoutNames =
  "This poll stores votes without names, so a comment cannot show a vote.";
export const youHaveNotVoted =
  "You have not voted in this poll, so there is no vote to show. Vote first, or clear the box.";
export const youChangedYourVote =
  "Your vote changed while you sent this, so it was not posted. Please post it again.";
export const youSentManyAtOnce =
  "You sent several comments at once, and this one was not posted. Please post it again.";

// domain/comments/cursor.ts
export const thisPageMarkerDoesNotBelong =
  "This page does not belong to this list. Please start again from the first page.";

// domain/comments/edit.ts
export const noSuchComment = "Comment not found.";
export const onlyItsAuthorCanEdit = "Only the author can edit a comment.";
export const withdrawnNotEdited = "You withdrew this comment, so it cannot be edited.";
export const removedNotEdited = "This comment was removed, so it cannot be edited.";
export const aCommentCanBeEdited =
  "You can edit a comment for {editMinutes} minutes, so that replies still fit what they answer.";
export const thisCommentWasChangedElsewhere =
  "This comment was changed elsewhere after you opened it. Both versions are below; yours is not lost.";

// domain/comments/history.ts
export const goneWithItsVersions = "This comment and its earlier versions are gone.";

// domain/comments/invariants.ts
export const aCommentsRepliesAreTheListed = "a comment’s replies are the listed comments below it";
export const aRootCountsItsWholeThread =
  "the first comment of a thread counts the whole thread, and no other comment does";
export const anArticleCountsTheComments = "an article counts the comments that can be read";
export const anArticleCountsItsListed = "an article counts its listed threads";
export const aCommentsReactionsAreCounted = "a comment’s reactions are counted";
export const aCommentsRankFollows = "a comment’s rank follows from its reactions";
export const aCommentCountsTheReports = "a comment counts its open reports";
export const aReplyIsOneStepBelow = "a reply is one step below its parent, in the same thread and article";
export const aCommentShowsTheText = "a comment shows the text of its current revision";
export const aVisibleCommentIsListed = "a visible comment is listed, and one that is gone says why";

// domain/comments/policy.ts
export const thisDiscussionIsLocked = "A moderator has locked this discussion. You can still read it.";
export const withdrawnNoReplies = "The author withdrew this comment, so you can no longer reply to it.";
export const removedNoReplies = "This comment was removed, so you can no longer reply to it.";
export const pendingNoReplies = "This comment is pending approval. You can reply to it once it is approved.";
export const thisThreadIsClosedToReplies =
  "A moderator has closed this thread to replies. You can still read it.";
export const untilUntil = " until {until}";
export const confirmYourAddressFirst =
  "Please confirm your e-mail address first: use the link or the code in the e-mail we sent, or ask for another on your account page.";
export const yourAccountIsSuspended =
  "Your account is suspended{until}. You cannot write, vote, react or report, but you can read and appeal.";

// domain/comments/react.ts
export const thisIsYourOwnComment = "You cannot react to your own comment.";
export const goneNoReaction = "This comment is gone, so you cannot react to it.";
export const justChangedTryAgain = "This comment has just changed. Please try again.";

// domain/comments/schema.ts
export const writeSomethingFirst = "Write something first.";
export const aCommentHasAtMostCharacters =
  "A comment can have at most {commentLimit, number} characters. Your text is kept; please shorten it and try again.";
export const nothingOfThisWouldBeSeen = "This would be invisible to readers. Write something first.";
export const thisIsNotTheId = "This is not a comment id.";
export const aTimeLooksLike = "A time must look like 2027-01-31T18:00:00Z.";
export const aReactionIsRespectOrUnconvinced = "A reaction must be `respect` or `unconvinced`.";
export const sortByOneOf = "Sort by one of {sorts}.";
export const aSideIsNamed = "Name a side by its answer’s key, like `yes`.";
export const askForOneSide =
  "Ask for one side of the whole discussion or for the replies to one comment, not both.";

// domain/comments/sides.ts
export const thereIsNoPoll = "This article has no poll, so it has no sides.";
export const thisPollHasNoSuchAnswer = "This poll has no such answer.";
export const sidesAfterYourVote = "You see who takes which side after you vote.";
export const sidesAfterClose = "Everyone sees who takes which side when the poll closes.";
export const sidesOnceOpen = "You can read by side once the poll is open.";

// domain/comments/withdraw.ts
export const justChangedLookAgain = "This comment has just changed. Please look again.";
export const onlyItsAuthorCanHide = "Only the author can hide the vote on a comment.";
export const onlyItsAuthorCanWithdraw = "Only the author can withdraw a comment.";
export const youHaveWithdrawnThisComment = "You have already withdrawn this comment.";
export const removedNotWithdrawn = "This comment was removed, so there is nothing to withdraw.";
export const onlyItsAuthorCanBring = "Only the author can restore a withdrawn comment.";
export const thisCommentIsNotWithdrawn = "This comment is not withdrawn.";
export const aWithdrawalCanBeUndone = "You can restore a withdrawn comment for {editMinutes} minutes.";

// components/comments/live/action-menu.tsx
export const edit = "Edit";
export const withdraw = "Withdraw";
export const hideMyVoteHere = "Hide my vote here";
export const openOnItsOwnPage = "Open on its own page";

// components/comments/live/moderator-items.tsx
export const openInModeration = "Open in moderation";
export const closeToReplies = "Close to replies…";
export const allowRepliesAgain = "Allow replies again";
export const pinAsBestCase = "Pin as the best case for “{label}”";

// components/comments/live/moderating.tsx
export const moderateThisComment = "Moderate this comment";
export const undo = "Undo";
export const isLookingAtThis = "{by} is looking at this.";

// components/comments/live/use-moderating.ts
export const changedSinceYouLoadedIt =
  "This comment has changed since you loaded the page. Please look again before you decide.";
export const pleaseChooseTheHouseRule = "Please choose the rule it breaks.";
export const pinnedAsTheBestCase = "Pinned as the best case for “{label}”.";
export const undone = "Undone.";

// components/comments/live/clipboard.ts
export const copied = "Copied";
export const theLinkToThisComment = "Link copied.";

// components/comments/live/closed-state.ts
export const thisDiscussionIsOpenAgain = "This discussion is open again.";
export const readTheDecision = "Read the decision";

// components/comments/live/finishing.ts
export const signedInAndRespected = "You are signed in, and your respect counts.";

// components/comments/live/keyboard-shortcuts.ts
export const newCommentsNotLoaded = "New comments could not be loaded.";

// components/comments/live/next-discussion.ts
export const youAreUpToDate = "You are up to date.";

// components/comments/live/live-updates.ts
export const manyNewComments = "There are many new comments. Reload the page to see them.";
export const newCount = "{count} new";
export const newBefore = "{count} new ";
export const newWord = "New";
export const changed = "Changed";
export const justNow = "just now";

// components/comments/live/new-replies-pill.ts
export const newReplies = "{count, plural, one {1 new reply} other {{count} new replies}}";
export const newComments = "{count, plural, one {1 new comment} other {{count} new comments}}";

// components/comments/live/own-comment.ts
export const savedPendingApproval =
  "Saved. Only you can see your comment until a moderator approves the edit.";
export const savedEverybodyCanSee = "Saved. Anyone can see the earlier version.";
export const withdrawnItsRepliesStay = "Withdrawn. Its replies stay.";
export const yourCommentIsBack = "Your comment is back.";
export const yourVoteIsNoLongerShown = "Your vote is no longer shown with this comment.";

// components/comments/live/pending-item.tsx
export const sending = "Sending …";
export const notSentYet = "Not sent yet";
export const tryNow = "Try now";
export const cancelAndEdit = "Cancel and edit";

// components/comments/live/posting.tsx
export const notSentYetItIsKept =
  "Not sent yet. It is saved here and sent as soon as the connection is back.";
export const thankYou =
  "Thank you. Your comment is pending: only you can see it until a moderator approves it.";
export const posted = "Posted.";
export const postedThankYouForYourFirst = "Posted. Thank you for your first comment here.";
export const you = "You";
export const noLongerTakesComments = "This discussion no longer takes comments.";

// components/comments/live/shortcuts-dialog.tsx
export const theNextComment = "next comment";
export const theCommentBefore = "previous comment";
export const theNextOneThatIsNew = "next comment that is new to you";
export const commentThisOneRepliesTo = "comment this one replies to";
export const moreRepliesHere = "show more replies here, or more comments";
export const replyToTheComment = "reply to the selected comment";
export const foldOrUnfoldTheBranch = "fold or unfold this branch";
export const search = "Search";
export const theseKeys = "this list";
export const keys = "Keyboard shortcuts";
export const useTheseKeys = "Use keyboard shortcuts";

// components/comments/live/unread.ts
export const moreThanNewSinceYourLastVisit = "More than {count} new since your last visit";
export const newSinceYourLastVisit = "{count} new since your last visit";

// components/comments/live/following.ts
export const follow = "Follow";
export const followingIt = "Following";
export const mute = "Mute";
export const mutedIt = "Muted";
export const youFollowThisNow = "You now follow this discussion.";
export const youMutedThisNow = "Discussion muted. You get no more notices about it.";
export const thatHasEnded = "Done. You get the usual notices again.";
export const stopFollowing = "Stop following";
export const youFollowThisThread = "You now follow this thread.";
export const youMutedThisThread = "Thread muted. You get no more notices about it.";
export const youMutedWhom = "{name} is muted. They are not told.";
export const youHearWhom = "{name} is no longer muted.";
export const undoIt = "Undo";

// components/comments/live/muted.ts
export const commentsBySomebodyYouMuted =
  "{count, plural, one {1 comment} other {{count} comments}} by somebody you muted";

// components/comments/live/following-items.tsx
export const followThisThread = "Follow this thread";
export const stopFollowingThisThread = "Stop following this thread";
export const muteThisThread = "Mute this thread";
export const stopMutingThisThread = "Stop muting this thread";
export const muteWhom = "Mute {name}";
export const stopMutingWhom = "Stop muting {name}";
export const followOrMute = "Follow or mute";

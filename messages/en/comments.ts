// components/comments/ancestors.tsx
export const whatItAnswers = "What it answers";
export const commentsBetween = "{count, plural, one {1 comment between} other {{count} comments between}}";

// components/comments/characters-left.tsx
export const charactersTooMany = "{left} characters too many";
export const charactersLeft = "{left} characters left";

// components/comments/comment-actions.tsx
export const reply = "Reply";
export const replyTo = "Reply to {name}";
export const respectWhom = "{respect}: {name}";
export const linkTo = "Link to the comment of {name}";
export const moreAbout = "More … about the comment of {name}";
export const link = "Link";
export const moreActions = "More …";
export const closedToReplies = "Closed to replies";

// components/comments/comment-in-context.tsx
export const seeTheFullDiscussion = "See the full discussion";

// components/comments/comment-meta.tsx
export const hasSinceChanged = "has since changed";
export const edited = "edited";
export const pinned = "Pinned";
export const valuedByBothSides = "Valued by both sides";
export const changedMinds = "Changed {changedMinds, plural, one {1 mind} other {{changedMinds} minds}}";
export const waitsForAModerator = "Waits for a moderator";

// components/comments/discussion.tsx
export const discussion = "Discussion";
export const thisDiscussionIsClosed = "This discussion is closed. It can still be read.";
export const addToTheDiscussion = "Add to the discussion";

// components/comments/edit-form.tsx
export const asItStandsNow = "As it stands now";
export const yourWords = "Your words";
export const everybodyCanSee = "Everybody can see that it was edited, and what.";
export const save = "Save";

// components/comments/history-list.tsx
export const postedOrEdited = "{number, plural, one {Posted} other {Edited}}";

// components/comments/labels.ts
export const best = "Best";
export const newest = "Newest";
export const oldest = "Oldest";
export const mostReplied = "Most replied";
export const editor = "Editor";
export const moderator = "Moderator";
export const admin = "Admin";
export const countReplies = "{count, plural, one {1 reply} other {{count, number} replies}}";
export const showMoreReplies =
  "{count, plural, one {Show 1 more reply} other {Show {count, number} more replies}}";
export const showCount = "Show {count}";
export const respectCount = "Respect {count, number}";
export const respect = "Respect";
export const aFormerMember = "A former member";
export const foldedReplies =
  "{count, plural, =1 {{name}’s reply} other {{name} and {others, plural, one {{others} more reply} other {{others} more replies}}}}";
export const withdrawnByItsAuthor = "Withdrawn by its author";
export const takenDown = "Taken down";
export const takenDownByAnAdmin = "Taken down by an admin";
export const takenDownByAModerator = "Taken down by a moderator";
export const showMoreComments = "Show more comments";
export const noRepliesYet = "No replies yet. What did the article miss?";

// components/comments/mention-list.tsx
export const peopleInThisDiscussion = "People in this discussion";

// components/comments/more-actions.tsx
export const moreToDoWithThisComment = "More to do with this comment";
export const unconvincedUnconvinced = "Unconvinced{unconvinced}";
export const takeMyReactionBack = "Take my reaction back";
export const thisChangedMyMind = "This changed my mind";
export const report = "Report";
export const history = "History";
export const editOrWithdraw = "Edit or withdraw";
export const itsAuthorMayEdit = "Its author may edit it for {editMinutes} minutes";
export const forItsAuthor = "For its author";
export const yoursItCanBeBroughtBack = "Yours? It can be brought back for {editMinutes} minutes";

// components/comments/more-replies.tsx
export const continueThisThread = "Continue this thread →";

// components/comments/own-comment.tsx
export const yourWordsGo =
  "Your words go, their place stays, and so do the replies. You can bring it back for a while.";
export const withdrawIt = "Withdraw it";
export const youWithdrewThisComment = "You withdrew this comment. It can stand again as it did.";
export const bringItBack = "Bring it back";
export const thisCommentShowsWhatYouVoted =
  "This comment shows what you voted. Hidden, nobody reads it here any more.";
export const hideMyVote = "Hide my vote";

// components/comments/pagination.tsx
export const pages = "Pages";
export const nextPage = "Next page";
export const firstPage = "First page";

// components/comments/parent-comment.tsx
export const whatTheyAnswer = "What they answer";

// components/comments/preview-box.tsx
export const howItWillBeRead = "How it will be read";

// components/comments/problem-notice.tsx
export const youAreNotSigned =
  "You are not signed in any more, or not yet. What you wrote is kept in this browser. <link>Sign in and come back to it</link>";

// components/comments/reply-form.tsx
export const yourReply = "Your reply";
export const yourReplyTo = "Your reply to {name}";
export const yourComment = "Your comment";
export const markdownEmphasisQuote = "Markdown: *emphasis*, > quote, - list, `code`, [words](address).";
export const showMyVoteWithThisComment = "Show my vote with this comment: {vote}";
export const onlyThisCommentWillShow =
  "Only this comment will show it, to everyone. If you change your vote later, it says that your vote has changed; in a poll of two answers it does not, for that would tell your new one. You can hide it again. Your vote stays secret otherwise.";
export const post = "Post";
export const youWillBeAskedToSign = "You will be asked to sign in, and your words are kept.";
export const yourFirstCommentHere =
  "Your first comment here, and welcome: look at how it will be read before you post it.";

// components/comments/replying-line.tsx
export const replyingTo = "replying to {name}{peek}";

// components/comments/replying-to.tsx
export const quoteIt = "Quote it";

// components/comments/side-links.tsx
export const readSideBySide = "Read side by side";
export const hideWhoTakesWhichSide = "Hide who takes which side";

// components/comments/sort-links.tsx
export const orderOfTheComments = "Order of the comments";

// components/comments/writing-buttons.tsx
export const preview = "Preview";
export const close = "Close";

// domain/comments/post.ts
export const noSuchArticle = "There is no such article.";
export const noSuchCommentToAnswer = "There is no such comment in this discussion to answer.";
export const noSuchCommentHere = "There is no such comment in this discussion.";
export const thisArticleHasNoPoll = "This article has no poll, so there is no vote to show.";
export const thisPollKeepsVotesApart =
  "This poll keeps votes apart from names, so a vote cannot be shown with a comment.";
export const youHaveNotVoted =
  "You have not voted in this poll, so there is no vote to show. Vote first, or leave the box empty.";
export const youSentManyAtOnce =
  "You sent several comments at once, and this one was not posted. Please post it again.";
export const justChangedTryAgain = "This comment has just been changed. Please try again.";

// domain/comments/cursor.ts
export const thisPageMarkerDoesNotBelong =
  "This page marker does not belong to this list. Please begin again from its first page.";

// domain/comments/edit.ts
export const noSuchComment = "There is no such comment.";
export const onlyItsAuthorCanEdit = "Only its author can edit a comment.";
export const withdrawnNotEdited = "You withdrew this comment, so it cannot be edited.";
export const takenDownNotEdited = "This comment was taken down, so it cannot be edited.";
export const aCommentCanBeEdited =
  "A comment can be edited for {editMinutes} minutes, so that replies keep what they answer.";
export const thisCommentWasChangedElsewhere =
  "This comment was changed elsewhere since you opened it. Here is its present text; yours is kept.";

// domain/comments/history.ts
export const goneWithItsTexts = "This comment is not there any more, and neither are its earlier texts.";

// domain/comments/invariants.ts
export const aCommentsRepliesAreTheListed = "a comment's replies are the listed comments below it";
export const aRootCountsItsWholeThread = "a root counts its whole thread, and nothing else does";
export const anArticleCountsTheComments = "an article counts the comments that can be read";
export const anArticleCountsItsListed = "an article counts its listed roots";
export const aCommentsReactionsAreCounted = "a comment's reactions are counted";
export const aCommentsRankFollows = "a comment's rank follows from its reactions";
export const aCommentCountsTheReports = "a comment counts the reports nobody has decided";
export const aReplyIsOneStepBelow = "a reply is one step below its parent, in the same thread and article";
export const aCommentShowsTheText = "a comment shows the text of its present revision";
export const aVisibleCommentIsListed = "a visible comment is listed, and an absent one says why";

// domain/comments/policy.ts
export const thisDiscussionIsLocked = "This discussion is locked by a moderator. It can still be read.";
export const withdrawnNotAnswered =
  "This comment was withdrawn by its author, so it cannot be answered any more.";
export const takenDownNotAnswered = "This comment was taken down, so it cannot be answered any more.";
export const thisCommentWaitsForAModerator =
  "This comment waits for a moderator. It can be answered once one has seen it.";
export const thisThreadIsClosedToReplies =
  "This thread is closed to replies by a moderator. It can still be read.";
export const untilUntil = " until {until}";
export const yourAccountIsSuspended =
  "Your account is suspended{until}, so it cannot write, react or report. You can read, and appeal.";

// domain/comments/react.ts
export const thisIsYourOwnComment = "This is your own comment. Others say what they think of it.";
export const goneNoReaction = "This comment is not there any more, so nobody can react to it.";

// domain/comments/schema.ts
export const writeSomethingFirst = "Write something first.";
export const aCommentHasAtMostCharacters =
  "A comment has at most {commentLimit, number} characters. Yours is kept; shorten it and try again.";
export const nothingOfThisWouldBeSeen = "Nothing of this would be seen. Write something first.";
export const thisIsNotTheId = "This is not the id of a comment.";
export const aMomentIsWrittenAs = "A moment is written as 2027-01-31T18:00:00Z.";
export const aReactionIsRespectOrUnconvinced = "A reaction is `respect` or `unconvinced`.";
export const sortByOneOf = "Sort by one of {sorts}.";
export const aSideIsNamed = "A side is named by an answer's key, like `yes`.";
export const askForOneSide =
  "Ask for one side of the whole discussion, or for the replies to one comment, not for both.";

// domain/comments/sides.ts
export const thereIsNoPoll = "There is no poll here, and so no side to read.";
export const thisPollHasNoSuchAnswer = "This poll has no such answer.";
export const sidesAfterYourVote =
  "Who argues for what is shown once you have answered the poll, or asked to be shown the result.";
export const sidesAfterClose =
  "Who argues for what is shown to everyone when the poll closes, and to nobody before.";
export const sidesOnceOpen = "Who argues for what is shown once the poll is open.";

// domain/comments/withdraw.ts
export const justChangedLookAgain = "This comment has just been changed. Please look again.";
export const onlyItsAuthorCanHide = "Only its author can hide a stance.";
export const onlyItsAuthorCanWithdraw = "Only its author can withdraw a comment.";
export const youHaveWithdrawnThisComment = "You have withdrawn this comment already.";
export const takenDownNotWithdrawn = "This comment was taken down, so there is nothing to withdraw.";
export const onlyItsAuthorCanBring = "Only its author can bring a withdrawn comment back.";
export const thisCommentIsNotWithdrawn = "This comment is not withdrawn.";
export const aWithdrawalCanBeUndone = "A withdrawal can be undone for {editMinutes} minutes.";

// components/comments/live/action-menu.tsx
export const edit = "Edit";
export const withdraw = "Withdraw";
export const hideMyVoteHere = "Hide my vote here";
export const openOnItsOwnPage = "Open on its own page";
export const openInModeration = "Open in moderation";

// components/comments/live/clipboard.ts
export const copied = "Copied";
export const theLinkToThisComment = "The link to this comment is copied.";

// components/comments/live/closed-state.ts
export const thisDiscussionIsOpenAgain = "This discussion is open again.";

// components/comments/live/keyboard-shortcuts.ts
export const whatIsNewHereCannot = "What is new here cannot be told just now.";
export const youAreUpToDate = "You are up to date.";

// components/comments/live/live-updates.ts
export const muchHasHappenedHere = "Much has happened here. Load the page again to see it.";
export const newCount = "{count} new";
export const newBefore = "{count} new ";
export const newWord = "New";
export const changed = "Changed";
export const justNow = "just now";

// components/comments/live/new-replies-pill.ts
export const newReplies = "{count, plural, one {1 new reply} other {{count} new replies}}";
export const newComments = "{count, plural, one {1 new comment} other {{count} new comments}}";

// components/comments/live/own-comment.ts
export const savedAModeratorReadsItAgain = "Saved. A moderator reads it again before everyone can.";
export const savedEverybodyCanSee = "Saved. Everybody can see what it said before.";
export const withdrawnItsRepliesStay = "Withdrawn. Its replies stay.";
export const itStandsAgain = "It stands again.";
export const yourVoteIsNoLongerShown = "Your vote is no longer shown with this comment.";

// components/comments/live/pending-item.tsx
export const sending = "Sending …";
export const notSentYet = "Not sent yet";
export const tryNow = "Try now";
export const takeItBackAndEdit = "Take it back and edit";

// components/comments/live/posting.tsx
export const notSentYetItIsKept = "Not sent yet. It is kept here and goes out as soon as we can be reached.";
export const thankYou = "Thank you. A moderator reads it before everyone can; until then only you see it.";
export const posted = "Posted.";
export const postedThankYouForYourFirst = "Posted. Thank you for your first comment here.";
export const you = "You";
export const itCanBeWrittenHereNo = "It can be written here no more.";

// components/comments/live/shortcuts-dialog.tsx
export const theNextComment = "the next comment";
export const theCommentBefore = "the comment before";
export const theNextOneThatIsNew = "the next one that is new to you";
export const whatThisOneAnswers = "what this one answers";
export const moreRepliesHere = "more replies here, else more comments";
export const replyToTheComment = "reply to the comment you are at";
export const foldOrUnfoldTheBranch = "fold or unfold the branch you are in";
export const theseKeys = "these keys";
export const keys = "Keys";
export const useTheseKeys = "Use these keys";

// components/comments/live/unread.ts
export const moreThanNewSinceYourLastVisit = "More than {count} new since your last visit";
export const newSinceYourLastVisit = "{count} new since your last visit";

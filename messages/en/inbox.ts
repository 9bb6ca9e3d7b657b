// components/members/inbox-list.tsx
export const nothingYet = "Nothing yet. Replies to your comments will appear here.";
export const thatWasAll = "No more notices.";
export const iHaveReadThese = "Mark all as read";
export const earlier = "Older";
export const markAsRead = "Mark as read";
export const unread = "Unread:";

// components/members/new-notices.tsx
export const newNotices = "New notices. Show them.";

// domain/inbox/notice.ts
export const thankYouForLookingOut = ". Thank you for your report.";
export const somebody = "Somebody";
export const underTitle = " under “{title}”";
export const repliedToYou = "{who} replied to you{where}.";
export const mentionedYou = "{who} mentioned you{where}.";
export const quotedYou = "{who} quoted you{where}.";
export const wroteWhereYouFollow = "{who} wrote in a discussion you follow{where}.";
export const articleIsNew = "New article: “{title}”.";
export const somethingNewWhereYouFollow = "A new article, by an author or with a tag you follow.";
export const articleWasCorrected = "The article “{title}” was corrected.";
export const pollWasReworded = "The poll{where} was reworded.";
export const pollClosesSoon = "The poll{where} closes within a day, and you have not voted.";
export const pollHasClosed = "The poll{where} has closed. See the result.";
export const anAppealWaits = "An appeal{where} needs an answer.";
export const aQueueWaits = "The queue “{queue}” has been waiting too long.";
export const somebodyJoinedByYourInvitation = "Somebody joined with your invitation.";
export const queueReported = "Reported";
export const queueHeld = "Pending";
export const queueAppeals = "Appeals";
export const somebodyChangedTheirVote = "Somebody changed their vote because of your comment{where}.";
export const aModeratorLookedAtTheComment = "A moderator reviewed the comment you reported{where}{action}";
export const aModeratorLookedAtTheProfile = "A moderator reviewed the name or bio you reported{action}";
export const aModeratorTookDownYourProfile = "A moderator removed your name or bio. The decision says why.";
export const anotherModeratorAnswered = "Another moderator answered your appeal{where}.";
export const aSidesReplyForTheRecord = "A side’s reply for the record of the debate{where} needs approval.";
export const yourCommentWasLooked = "Your comment{where} was approved. Everyone can read it now.";
export const yourCommentIsBack = "Your comment{where} is back.";
export const aModeratorTookYourComment = "A moderator removed your comment{where}. The decision says why.";
export const yourCommentWaitsForAModerator = "Your comment{where} is pending approval.";
export const threadClosed = "The thread of your comment{where} is closed to replies.";
export const threadOpenAgain = "The thread of your comment{where} is open again.";
export const aModeratorWrote = "A moderator wrote to you.";
export const aModeratorHasAWord = "A moderator has given you a warning.";
export const youCannotWriteForAWhile = "You are suspended. The decision says why and until when.";
export const youCanWriteAgain = "You can write again.";
export const aDecisionOnYourComment = "A decision about your comment{where} was reversed.";
export const aDecisionAboutYou = "A decision about you{where} was reversed.";
export const yourCommentsNeedApproval = "A moderator has to approve your comments before they appear.";
export const yourNameAndBioAreFine = "A moderator reviewed your name and bio, and approved them.";
export const aModeratorMadeADecisionAbout = "A moderator made a decision about you{where}.";
export const yourSidesReplyWasLooked =
  "Your side’s reply{where} was approved and is in the record of the debate.";
export const yourSidesReplyIsBack = "Your side’s reply{where} is back in the record of the debate.";
export const yourSidesReply =
  "Your side’s reply{where} is not in the record of the debate. The decision says why.";
export const andTookItDown = " and removed it. Thank you.";
export const andTheDecisionWasReversed = ". Their decision has since been reversed.";
export const andLeftItStanding = " and approved it. Thank you for your report.";

// domain/inbox/groups.ts
export const repliesToYourComment = "{count, number} replies to your comment, by {who}.";
export const newCommentsHere = "{count, number} new comments, by {who}.";
export const andOthers = "{names} and others";

// app/inbox/page.tsx
export const whatComesByMail = "E-mail settings";

// components/members/inbox-filters.tsx
export const everything = "All";
export const toYou = "To you";
export const whatYouFollow = "Following";
export const moderation = "Moderation";
export const forStaff = "Staff";
export const whichKind = "Kind of notice";
export const whatIsShown = "What is shown";

// components/members/inbox-list.tsx
export const nothingYet = "Nothing yet. Replies to you will be told here.";
export const thatWasAll = "That was all.";
export const iHaveReadThese = "I have read these";
export const markAsRead = "Mark as read";
export const earlier = "Earlier";
export const unread = "Unread:";

// domain/inbox/notice.ts
export const thankYouForLookingOut = ". Thank you for looking out.";
export const somebody = "Somebody";
export const underTitle = " under “{title}”";
export const repliedToYou = "{who} replied to you{where}.";
export const mentionedYou = "{who} mentioned you{where}.";
export const somebodyChangedTheirVote =
  "Somebody changed their vote, and named your comment{where} as the reason.";
export const aModeratorLookedAtTheComment = "A moderator looked at the comment you reported{where}{action}";
export const anotherModeratorAnswered = "Another moderator answered your appeal{where}.";
export const aSidesReplyForTheRecord =
  "A side’s reply for the record of the debate{where} waits to be looked at.";
export const yourCommentWasLooked = "Your comment{where} was looked at and can now be read by everyone.";
export const yourCommentIsBack = "Your comment{where} is back.";
export const aModeratorTookYourComment = "A moderator took your comment{where} down, and says why.";
export const yourCommentWaitsForAModerator = "Your comment{where} waits for a moderator.";
export const threadClosed = "The thread of your comment{where} is closed to replies.";
export const threadOpenAgain = "The thread of your comment{where} is open again.";
export const aModeratorWrote = "A moderator wrote to you.";
export const aModeratorHasAWord = "A moderator has a word with you.";
export const youCannotWriteForAWhile = "You cannot write for a while. The decision says why and until when.";
export const youCanWriteAgain = "You can write again.";
export const aModeratorMadeADecisionAbout = "A moderator made a decision about you{where}.";
export const yourSidesReplyWasLooked =
  "Your side’s reply{where} was looked at and stands in the record of the debate.";
export const yourSidesReplyIsBack = "Your side’s reply{where} is back in the record of the debate.";
export const yourSidesReply =
  "Your side’s reply{where} is not in the record of the debate. The decision says why.";
export const andTookItDown = " and took it down. Thank you.";
export const andLeftItStanding = " and left it standing. Thank you for looking out.";

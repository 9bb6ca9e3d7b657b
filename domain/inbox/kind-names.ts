import type { NoticeKind } from "./notice";
import * as t from "#messages/notices";

/** What a kind of notice is called, in a table and in a sentence. */
export const KIND_NAMES: Record<NoticeKind, string> = {
  reply: t.repliesToYou,
  mention: t.mentionsOfYou,
  quote: t.quotesOfYou,
  followed: t.newComments,
  "new-article": t.newArticles,
  correction: t.corrections,
  "poll-reworded": t.newWordsOfPolls,
  "poll-closing": t.pollsThatCloseSoon,
  "poll-closed": t.resultsOfPolls,
  honour: t.changesOfVote,
  decision: t.decisionsAboutYou,
  "report-outcome": t.yourReports,
  "appeal-outcome": t.yourAppeals,
  "reply-waits": t.sidesReplies,
  "appeal-waits": t.appealsThatWait,
  "queue-waits": t.queuesThatWait,
  "invitation-accepted": t.yourInvitations,
};

/** Why one is told. */
export const reasonOf = (kind: NoticeKind): string => REASONS[kind];

const REASONS: Record<NoticeKind, string> = {
  reply: t.becauseOfAReply,
  mention: t.becauseOfAMention,
  quote: t.becauseOfAQuote,
  followed: t.becauseYouFollow,
  "new-article": t.becauseYouFollowItsAuthorOrTag,
  correction: t.becauseYouFollow,
  "poll-reworded": t.becauseYouTakePart,
  "poll-closing": t.becauseYouFollow,
  "poll-closed": t.becauseYouTakePart,
  honour: t.becauseOfYourComment,
  decision: t.becauseItIsAboutYou,
  "report-outcome": t.becauseYouReported,
  "appeal-outcome": t.becauseYouAppealed,
  "reply-waits": t.becauseYouAreStaff,
  "appeal-waits": t.becauseYouAreStaff,
  "queue-waits": t.becauseYouAreStaff,
  "invitation-accepted": t.becauseYouInvited,
};

import * as t from "#messages/inbox";
import * as offices from "#messages/offices";
import { say } from "@/messages/say";
import { isolated } from "@/domain/prose/isolates";
import type { Queue } from "@/domain/moderation/queue/queue";

/** Words of the inbox: pure, safe in a browser. */
export const NOTICE_KINDS = [
  "reply",
  "mention",
  "quote",
  "followed",
  "new-article",
  "correction",
  "poll-reworded",
  "poll-closing",
  "poll-closed",
  "honour",
  "decision",
  "report-outcome",
  "appeal-outcome",
  "reply-waits",
  "appeal-waits",
  "queue-waits",
  "invitation-accepted",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whoever follows a poll and has not answered it hears so long before its close. Hours. */
export const HOURS_BEFORE_CLOSE = 24;

/** About a comment of somebody else's: told only while everybody can read it. */
export const ABOUT_COMMENTS = [
  "reply",
  "mention",
  "quote",
  "followed",
] as const satisfies readonly NoticeKind[];
/** About a discussion one follows or takes part in: one mail says all that is new there, and they can be muted. */
export const OF_DISCUSSIONS = [
  ...ABOUT_COMMENTS,
  "new-article",
  "correction",
  "poll-reworded",
  "poll-closing",
  "poll-closed",
] as const satisfies readonly NoticeKind[];
/** What only staff are told. */
export const OF_STAFF = [
  "reply-waits",
  "appeal-waits",
  "queue-waits",
  "invitation-accepted",
] as const satisfies readonly NoticeKind[];

export const isAboutComment = (kind: NoticeKind): boolean => ABOUT_COMMENTS.some((one) => one === kind);
export const isOfDiscussion = (kind: NoticeKind): boolean => OF_DISCUSSIONS.some((one) => one === kind);
export const isOfStaff = (kind: NoticeKind): boolean => OF_STAFF.some((one) => one === kind);

export type NoticeView = {
  id: string;
  kind: NoticeKind;
  /** ISO 8601 UTC. */
  at: string;
  read: boolean;
  article: { slug: string; title: string } | null;
  /** `excerpt` is empty while the comment may not be read. `author` is null once erased. `answers` is the comment it replies to. */
  comment: {
    id: string;
    author: { handle: string; name: string } | null;
    excerpt: string;
    answers: string | null;
  } | null;
  /** What an article's last correction says, for a notice of one. */
  correction: string | null;
  /** The queue of the desk in which something waits. */
  queue: Queue | null;
  /** What a moderator decided, for the kinds that are about a decision. */
  decision: { id: string; action: string; ground: string | null } | null;
};

/** A page of the inbox, newest first. `next` is an opaque cursor, null at the end. */
export type NoticePage = { items: NoticeView[]; next: string | null };

/** Who reported something hears what became of it after so many minutes, unless it was undone before. */
export const OUTCOME_TOLD_AFTER = 5;

/** More unread notices than this are shown as "99+". */
export const UNREAD_SHOWN = 99;
export const NOTICES_ON_A_PAGE = 30;

/** What a notice says, made when it is read, so that it is never about a title or a name of yesterday. */
export function sentenceOf(
  notice: Pick<NoticeView, "kind" | "article" | "comment" | "decision" | "queue">,
): string {
  const who = isolated(notice.comment?.author?.name ?? t.somebody);
  const title = isolated(notice.article?.title ?? "");
  const where = notice.article ? say(t.underTitle, { title }) : "";
  switch (notice.kind) {
    case "reply":
      return say(t.repliedToYou, { who, where });
    case "mention":
      return say(t.mentionedYou, { who, where });
    case "quote":
      return say(t.quotedYou, { who, where });
    case "followed":
      return say(t.wroteWhereYouFollow, { who, where });
    case "new-article":
      return notice.article ? say(t.articleIsNew, { title }) : t.somethingNewWhereYouFollow;
    case "correction":
      return say(t.articleWasCorrected, { title });
    case "poll-reworded":
      return say(t.pollWasReworded, { where });
    case "poll-closing":
      return say(t.pollClosesSoon, { where });
    case "poll-closed":
      return say(t.pollHasClosed, { where });
    case "appeal-waits":
      return say(t.anAppealWaits, { where });
    case "queue-waits":
      return say(t.aQueueWaits, { queue: queueName(notice.queue) });
    case "invitation-accepted":
      return t.somebodyJoinedByYourInvitation;
    case "honour":
      return say(t.somebodyChangedTheirVote, { where });
    case "report-outcome":
      return ABOUT_PROFILES.has(notice.decision?.action ?? "")
        ? say(t.aModeratorLookedAtTheProfile, { action: outcome(notice.decision?.action) })
        : say(t.aModeratorLookedAtTheComment, { where, action: outcome(notice.decision?.action) });
    case "appeal-outcome":
      return say(t.anotherModeratorAnswered, { where });
    case "reply-waits":
      return say(t.aSidesReplyForTheRecord, { where });
    case "decision":
      if (notice.decision?.action === "undo")
        return say(notice.comment === null ? t.aDecisionAboutYou : t.aDecisionOnYourComment, { where });
      return (
        (notice.comment === null && decidedOnReply(notice.decision?.action, where)) ||
        decided(notice.decision?.action, where)
      );
  }
}

/** Without its full stop, and without what follows that, as a mail's subject has it. A full stop inside one of these names ends nothing. */
export function firstSentence(sentence: string, names: readonly (string | undefined)[]): string {
  const ends = names.map((name) =>
    name !== undefined && sentence.includes(name) ? sentence.indexOf(name) + name.length : 0,
  );
  const from = Math.max(0, ...ends);
  return sentence.slice(0, from) + sentence.slice(from).replace(/\.( .*)?$/, "");
}

function queueName(queue: Queue | null): string {
  if (queue === "reported") return t.queueReported;
  return queue === "appeals" ? t.queueAppeals : t.queueHeld;
}

/** What answers a report of a name or bio. */
const ABOUT_PROFILES = new Set(["reset", "keep", "ban"]);

/** What became of one's own comment or account, by the decision's action. */
function decided(action: string | undefined, where: string): string {
  switch (action) {
    case "approve":
      return say(t.yourCommentWasLooked, { where });
    case "restore":
      return say(t.yourCommentIsBack, { where });
    case "reject":
      return say(t.aModeratorTookYourComment, { where });
    case "hold":
      return say(t.yourCommentWaitsForAModerator, { where });
    case "lock":
      return say(t.threadClosed, { where });
    case "unlock":
      return say(t.threadOpenAgain, { where });
    case "message":
      return t.aModeratorWrote;
    case "watch":
      return t.yourCommentsNeedApproval;
    case "keep":
      return t.yourNameAndBioAreFine;
    case "warn":
      return t.aModeratorHasAWord;
    case "suspend":
      return t.youCannotWriteForAWhile;
    case "reset":
      return t.aModeratorTookDownYourProfile;
    case "lift":
      return t.youCanWriteAgain;
    case "appoint":
      return say(offices.youAreModeratorOfADiscussion, { where });
    case "dismiss":
      return say(offices.youAreNotModeratorAnyMore, { where });
    case "role":
      return offices.yourRoleHasChanged;
    default:
      return say(t.aModeratorMadeADecisionAbout, { where });
  }
}

/** The same action about no comment is about one's reply for the record; null for what is about the account. */
function decidedOnReply(action: string | undefined, where: string): string | null {
  switch (action) {
    case "approve":
      return say(t.yourSidesReplyWasLooked, { where });
    case "restore":
      return say(t.yourSidesReplyIsBack, { where });
    case "reject":
      return say(t.yourSidesReply, { where });
    default:
      return null;
  }
}

/** To whoever reported it: taken down, or left standing. */
function outcome(action: string | undefined): string {
  if (action === "reject" || action === "reset" || action === "ban") return t.andTookItDown;
  if (action === "approve" || action === "keep") return t.andLeftItStanding;
  if (action === "undo" || action === "restore") return t.andTheDecisionWasReversed;
  return t.thankYouForLookingOut;
}

import * as t from "#messages/inbox";
import * as offices from "#messages/offices";
import { say } from "@/messages/say";

/** Words of the inbox: pure, safe in a browser. */
export const NOTICE_KINDS = [
  "reply",
  "mention",
  "decision",
  "report-outcome",
  "appeal-outcome",
  "honour",
  "reply-waits",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export type NoticeView = {
  id: string;
  kind: NoticeKind;
  /** ISO 8601 UTC. */
  at: string;
  read: boolean;
  article: { slug: string; title: string } | null;
  /** `excerpt` is empty while the comment may not be read. `author` is null once erased. */
  comment: { id: string; author: { handle: string; name: string } | null; excerpt: string } | null;
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
export function sentenceOf(notice: Pick<NoticeView, "kind" | "article" | "comment" | "decision">): string {
  const who = notice.comment?.author?.name ?? t.somebody;
  const where = notice.article ? say(t.underTitle, { title: notice.article.title }) : "";
  switch (notice.kind) {
    case "reply":
      return say(t.repliedToYou, { who, where });
    case "mention":
      return say(t.mentionedYou, { who, where });
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

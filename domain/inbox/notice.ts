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

/** More unread notices than this are shown as "99+". */
export const UNREAD_SHOWN = 99;
export const NOTICES_ON_A_PAGE = 30;

/** What a notice says, made when it is read, so that it is never about a title or a name of yesterday. */
export function sentenceOf(notice: Pick<NoticeView, "kind" | "article" | "comment" | "decision">): string {
  const who = notice.comment?.author?.name ?? "Somebody";
  const where = notice.article ? ` under “${notice.article.title}”` : "";
  switch (notice.kind) {
    case "reply":
      return `${who} replied to you${where}.`;
    case "mention":
      return `${who} mentioned you${where}.`;
    case "honour":
      return `Somebody changed their vote, and named your comment${where} as the reason.`;
    case "report-outcome":
      return `A moderator looked at the comment you reported${where}${outcome(notice.decision?.action)}`;
    case "appeal-outcome":
      return `Another moderator answered your appeal${where}.`;
    case "reply-waits":
      return `A side’s reply for the record of the debate${where} waits to be looked at.`;
    case "decision":
      return (
        (notice.comment === null && decidedOnReply(notice.decision?.action, where)) ||
        decided(notice.decision?.action, where)
      );
  }
}

/** What became of one's own comment or account, by the decision's action. */
function decided(action: string | undefined, where: string): string {
  switch (action) {
    case "approve":
      return `Your comment${where} was looked at and can now be read by everyone.`;
    case "restore":
      return `Your comment${where} is back.`;
    case "reject":
      return `A moderator took your comment${where} down, and says why.`;
    case "hold":
      return `Your comment${where} waits for a moderator.`;
    case "lock":
      return `The thread of your comment${where} is closed to replies.`;
    case "unlock":
      return `The thread of your comment${where} is open again.`;
    case "message":
      return "A moderator wrote to you.";
    case "warn":
      return "A moderator has a word with you.";
    case "suspend":
      return "You cannot write for a while. The decision says why and until when.";
    case "lift":
      return "You can write again.";
    default:
      return `A moderator made a decision about you${where}.`;
  }
}

/** The same action about no comment is about one's reply for the record; null for what is about the account. */
function decidedOnReply(action: string | undefined, where: string): string | null {
  switch (action) {
    case "approve":
      return `Your side’s reply${where} was looked at and stands in the record of the debate.`;
    case "restore":
      return `Your side’s reply${where} is back in the record of the debate.`;
    case "reject":
      return `Your side’s reply${where} is not in the record of the debate. The decision says why.`;
    default:
      return null;
  }
}

/** To whoever reported it: taken down, or left standing. */
function outcome(action: string | undefined): string {
  if (action === "reject") return " and took it down. Thank you.";
  if (action === "approve" || action === "restore")
    return " and left it standing. Thank you for looking out.";
  return ". Thank you for looking out.";
}

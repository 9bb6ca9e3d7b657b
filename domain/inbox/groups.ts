import { isolated } from "@/domain/prose/isolates";
import { NOTICE_KINDS, sentenceOf, type NoticeKind, type NoticeView } from "./notice";
import * as t from "#messages/inbox";
import { say } from "@/messages/say";

/** Parts of the inbox one can look at alone, and which kinds each has. */
export const INBOX_FILTERS = ["you", "following", "moderation", "staff"] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

export const KINDS_OF: Record<InboxFilter, readonly NoticeKind[]> = {
  you: ["reply", "mention", "quote", "honour"],
  following: ["followed", "new-article", "correction", "poll-reworded", "poll-closing", "poll-closed"],
  moderation: ["decision", "report-outcome", "appeal-outcome"],
  staff: ["reply-waits", "appeal-waits", "queue-waits", "invitation-accepted"],
};

/** What one can look at alone: a part, or one kind. */
export const INBOX_VIEWS = [...INBOX_FILTERS, ...NOTICE_KINDS] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export const isInboxFilter = (view: InboxView): view is InboxFilter => Object.hasOwn(KINDS_OF, view);

export const kindsIn = (view: InboxView): readonly NoticeKind[] =>
  isInboxFilter(view) ? KINDS_OF[view] : [view];

/** The part that a kind belongs to. */
export const filterOf = (view: InboxView): InboxFilter | undefined =>
  isInboxFilter(view) ? view : INBOX_FILTERS.find((filter) => KINDS_OF[filter].includes(view));

/** Several notices that say the same of the same, newest first; of one alone it is that one. */
export type NoticeGroup = {
  notices: readonly NoticeView[];
  newest: NoticeView;
  oldest: NoticeView;
  read: boolean;
};

/** What is told of one discussion, or apart from any: groups in the order of their newest. */
export type InboxSection = { article: { slug: string; title: string } | null; groups: NoticeGroup[] };

/** A page of the inbox, put together by discussion: the newest first. What was read stays apart from what was not. */
export function sectionsOf(items: readonly NoticeView[]): InboxSection[] {
  const sections = new Map<string, Map<string, NoticeView[]>>();
  for (const notice of items) {
    // What is about no discussion stands alone, at its time.
    const place = notice.article?.slug ?? notice.id;
    const groups = sections.get(place) ?? new Map<string, NoticeView[]>();
    sections.set(place, groups);
    const key = sameOf(notice);
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...sections.values()].map((groups) => {
    const made = [...groups.values()].flatMap(groupOf);
    return { article: made[0]?.newest.article ?? null, groups: made };
  });
}

/** Replies to one comment are counted together, and so is what is new in a discussion one follows. */
function sameOf({ id, kind, read, comment }: NoticeView): string {
  if (kind === "reply" && comment?.answers) return `reply ${comment.answers} ${read}`;
  return kind === "followed" ? `followed ${read}` : id;
}

function groupOf(notices: readonly NoticeView[]): NoticeGroup[] {
  const [newest] = notices;
  const oldest = notices.at(-1);
  return newest && oldest ? [{ notices, newest, oldest, read: newest.read }] : [];
}

/** The same as `sentenceOf` for one; under a heading that names the discussion. */
export function groupSentence({ notices, newest }: NoticeGroup): string {
  const untitled = { ...newest, article: newest.kind === "correction" ? newest.article : null };
  if (notices.length === 1) return sentenceOf(untitled);
  const who = namesOf(notices);
  return newest.kind === "reply"
    ? say(t.repliesToYourComment, { count: notices.length, who })
    : say(t.newCommentsHere, { count: notices.length, who });
}

const NAMED = 3;

function namesOf(notices: readonly NoticeView[]): string {
  const names = [...new Set(notices.map(({ comment }) => isolated(comment?.author?.name ?? t.somebody)))];
  const shown = names.slice(0, NAMED).join(", ");
  return names.length > NAMED ? say(t.andOthers, { names: shown }) : shown;
}

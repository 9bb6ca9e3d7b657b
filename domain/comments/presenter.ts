import "server-only";

import type { CommentView, MyComment, ReactionCounts, Stance } from "./comment";
import {
  editedUntil,
  mayEdit,
  mayHideStance,
  mayReact,
  mayReply,
  mayReport,
  maySeeSource,
  mayUndoWithdraw,
  mayWithdraw,
} from "./policy";
import { SCORE_HIDDEN_MINUTES } from "./ranking";
import { HEAD, type CommentRow, type ViewerRow, type DiscussionRow } from "./columns";
import { isModeratorHere, type Member } from "@/domain/members/member";
import { mayDecideOn } from "@/domain/moderation/decisions/policy";
import { mayPin } from "@/domain/polls/policy";
import { NO_ANSWER_YET, type HiddenBecause } from "@/domain/polls/poll";
import { whyStancesHidden } from "@/domain/polls/visibility";
import { plainText } from "@/domain/prose/plain";
import { fromStore, type SafeHtml } from "@/domain/prose/safe-html";

/** The first words of an answered comment, in code points: enough to recognise it by. */
const EXCERPT = 90;

/**
 * A row as the viewer may see it; null is everyone, the public page. `answered` is what it answers where that is known from
 * the page; else the row says it.
 */
export function presentComment(
  row: CommentRow,
  place: DiscussionRow,
  viewer: Member | null,
  answered?: CommentView["answers"],
): CommentView {
  const author = row.handle !== null && row.name !== null && row.role !== null && row.html !== null;
  return {
    id: row.id,
    articleSlug: place.slug,
    parentId: row.parent_id,
    depth: row.depth,
    author: author ? { handle: row.handle ?? "", name: row.name ?? "", role: row.role ?? "reader" } : null,
    html: fromStore(row.html ?? ""),
    ...(row.source !== null &&
    maySeeSource(viewer, { ...writtenOf(row), articleId: place.id }, new Date(place.now))
      ? { source: row.source }
      : {}),
    state: row.state,
    absence: row.absence && { ...row.absence, at: iso(row.absence.at) },
    stance: row.html !== null && stancesShown(place) ? stanceOf(row, place) : null,
    postedAt: iso(row.posted_at),
    editedAt: row.edited_at === null ? null : iso(row.edited_at),
    revision: row.revision,
    replyCount: row.reply_count,
    threadCount: row.thread_count,
    reactions: scoreIsOut(row, place) ? countsOf(row) : null,
    valuedByBothSides: row.valued,
    changedMinds: row.changed_minds,
    locked: row.locked,
    pinned: row.pinned,
    answers: answered ?? (row.parent_id === null ? null : answersOf(row.parent_id, row.answers)),
    passage: row.passage,
    replies: { items: [], next: null },
    ...(viewer ? { mine: presentViewerState(row, place, viewer) } : {}),
  };
}

/** What a viewer has done with a comment, and may do. */
export function presentViewerState(row: ViewerRow, place: DiscussionRow, viewer: Member): MyComment {
  const now = new Date(place.now);
  const comment = writtenOf(row);
  const discussion = { state: place.comments_state, over: place.over };
  const moderates = isModeratorHere(viewer, place.id);
  const author = row.author_id === null ? null : { id: row.author_id, role: row.role ?? "reader" };
  const showsSide = row.state === "visible" && row.stance !== null && stancesShown(place);
  return {
    reaction: row.mine,
    reactions: row.mine !== null || scoreIsOut(row, place) ? countsOf(row) : null,
    stance:
      row.html !== null && (stancesShown(place) || row.author_id === viewer.id) ? stanceOf(row, place) : null,
    unread: place.seen_at !== null && row.author_id !== viewer.id && row.posted_at > place.seen_at,
    can: {
      edit: mayEdit(viewer, comment, now),
      withdraw: mayWithdraw(viewer, comment),
      restore: mayUndoWithdraw(viewer, comment, withdrawnAt(row), now),
      hideStance: mayHideStance(viewer, { authorId: row.author_id, stance: row.stance }),
      react: mayReact(viewer, comment),
      report: mayReport(viewer, comment),
      reply: mayReply(viewer, { discussion, parent: row }),
      moderate: moderates,
      decide: mayDecideOn(viewer, author, place.id),
      pin: showsSide && mayPin(viewer, { authorId: row.author_id, articleId: place.id }),
    },
    until: editedUntil(viewer, comment, withdrawnAt(row), now),
    standing: moderates ? { state: row.state, locked: row.locked } : null,
  };
}

/** Asked for each comment of a page, and answered once. */
const shownAt = new WeakMap<DiscussionRow, boolean>();

/** The poll decides: what authors show of their votes tells how the vote goes. */
function stancesShown(place: DiscussionRow): boolean {
  const shown = shownAt.get(place) ?? whyUnshown(place) === null;
  shownAt.set(place, shown);
  return shown;
}

/** Why the stances of this article are not for this viewer; null where they are. */
export function whyUnshown({ poll, now }: DiscussionRow): HiddenBecause | "no-poll" | null {
  if (!poll) return "no-poll";
  const { shown, opens, closes, voted, asked } = poll;
  const hideable = {
    resultsShown: shown,
    opensAt: new Date(opens),
    closesAt: closes === null ? null : new Date(closes),
  };
  const standing = voted === null ? NO_ANSWER_YET : { voted, asked: asked === true };
  return whyStancesHidden(hideable, standing, new Date(now));
}

const writtenOf = (row: ViewerRow) => ({
  authorId: row.author_id,
  state: row.state,
  postedAt: new Date(row.posted_at),
});

const withdrawnAt = ({ absence }: ViewerRow): Date | null =>
  absence?.by === "author" ? new Date(absence.at) : null;

const iso = (time: number | string): string => new Date(time).toISOString();

const countsOf = ({ respect, unconvinced }: ViewerRow): ReactionCounts => ({ respect, unconvinced });

const scoreIsOut = ({ posted_at }: ViewerRow, { now }: DiscussionRow): boolean =>
  now - posted_at >= SCORE_HIDDEN_MINUTES * 60_000;

/** Of two answers, that one is given no more tells the other: there the mark stays as it was, and says nothing of it. */
const stanceOf = ({ stance, stance_outdated }: ViewerRow, { poll }: DiscussionRow): Stance | null =>
  stance === null
    ? null
    : {
        option: stance,
        label: poll?.labels?.[stance] ?? stance,
        outdated: stance_outdated && (poll?.answers ?? 0) > 2,
      };

function answersOf(id: string, parent: CommentRow["answers"]): CommentView["answers"] {
  const excerpt = parent?.head ? plainText(whole(parent.head), EXCERPT) : "";
  return { id, handle: parent?.handle ?? null, name: parent?.name ?? null, excerpt };
}

/** What a reply says it answers, where the answered comment stands on the same page. */
export const asAnswered = ({ id, state, author, html }: CommentView): CommentView["answers"] =>
  answersOf(
    id,
    state === "visible"
      ? { handle: author?.handle ?? null, name: author?.name ?? null, head: html.slice(0, HEAD) }
      : null,
  );

/** The head of some HTML, without the tag or entity it was cut in. */
const whole = (head: string): SafeHtml => fromStore(head.replace(/<[^>]*$|&[^;<]*$/, ""));

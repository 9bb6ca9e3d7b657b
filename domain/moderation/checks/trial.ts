import type { Member } from "@/domain/members/member";
import {
  HOT_COUNTED,
  NEWCOMERS_SEEN,
  OWN_SEEN,
  type Check,
  type Earlier,
  type Verdict,
  type CheckContext,
} from "./check";
import type { WordFinder } from "./words/word-finder";
import type { Settings } from "@/domain/moderation/settings/settings";

/** A comment of the past with its whole text. */
export type Past = Earlier & {
  whole: string;
  author: Pick<Member, "id" | "handle" | "name" | "role" | "joinedAt" | "approvedCount">;
  article: CheckContext["article"];
};

export type Trial = { tried: number; caught: { comment: Past; verdict: Verdict }[] };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What a check would have said of comments that are there already, oldest first. Each is put back into its surroundings as far
 * as these comments know them: what stood before it, how long its author had been here. Standing is counted back from today's, so a
 * comment that was taken down since counts as one that never stood.
 */
export function tryOut(
  check: Check,
  past: Past[],
  known: { settings: Settings; words: WordFinder; staff: string[] },
): Trial {
  const caught: Trial["caught"] = [];
  past.forEach((comment, at) => {
    const before = past.slice(0, at);
    const verdict = check.look(backThen(comment, before, past.slice(at), known));
    if (verdict) caught.push({ comment, verdict });
  });
  return { tried: past.length, caught };
}

function backThen(
  comment: Past,
  before: Past[],
  since: Past[],
  known: { settings: Settings; words: WordFinder; staff: string[] },
): CheckContext {
  const now = comment.at;
  const mine = (one: Past) => one.author.id === comment.author.id;
  const later = since.filter((one) => mine(one) && one.state === "visible").length;
  const recent = (one: Past, within: number) => now.getTime() - one.at.getTime() < within;
  return {
    text: comment.whole,
    article: comment.article,
    author: { ...comment.author, approvedCount: Math.max(0, comment.author.approvedCount - later) },
    editing: null,
    paced: true,
    authorIsWatched: false,
    own: before.filter(mine).slice(-OWN_SEEN).reverse(),
    newcomers: before
      .filter((one) => recent(one, HOUR) && now.getTime() - one.author.joinedAt.getTime() < DAY)
      .slice(-NEWCOMERS_SEEN)
      .reverse(),
    articleLastHour: Math.min(
      HOT_COUNTED,
      before.filter((one) => one.articleId === comment.articleId && recent(one, HOUR)).length,
    ),
    staff: known.staff,
    words: known.words,
    settings: known.settings,
    raid: null,
    now,
  };
}

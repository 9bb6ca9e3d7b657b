import type { Earlier, CheckContext } from "./check";
import { NO_WORDS, wordFinder } from "./words/word-finder";
import { readableLength } from "@/domain/prose/text";
import { DEFAULT_SETTINGS } from "@/domain/moderation/settings/settings";

/** A sentence by Bo, who has been here for long, in a calm discussion; a test says what is different. */
export function writing(text: string, different: Partial<CheckContext> = {}): CheckContext {
  return {
    text,
    article: { id: "article", premoderated: false, slowSeconds: 0 },
    author: {
      id: "bo",
      handle: "bo",
      name: "Bo",
      role: "reader",
      joinedAt: new Date("2026-01-01T00:00:00Z"),
      approvedCount: 12,
    },
    editing: null,
    paced: true,
    authorIsWatched: false,
    own: [],
    newcomers: [],
    articleLastHour: 3,
    staff: ["Ada Moderator", "ada"],
    words: wordFinder(NO_WORDS),
    settings: DEFAULT_SETTINGS,
    raid: null,
    now: NOON,
    ...different,
  };
}

export const NOON = new Date("2026-11-23T12:00:00Z");

/** Cy joined an hour ago and has said nothing yet. */
export const CY: CheckContext["author"] = {
  id: "cy",
  handle: "cy",
  name: "Cy",
  role: "reader",
  joinedAt: new Date("2026-11-23T11:00:00Z"),
  approvedCount: 0,
};

export function earlier(text: string, secondsAgo: number, different: Partial<Earlier> = {}): Earlier {
  const at = new Date(NOON.getTime() - secondsAgo * 1000);
  return {
    id: `c${secondsAgo}`,
    articleId: "article",
    authorId: "bo",
    text,
    end: text,
    length: readableLength(text),
    state: "visible",
    at,
    ...different,
  };
}

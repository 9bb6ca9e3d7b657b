import type { Check } from "./check";
import * as t from "#messages/house-rules";

export const premoderated: Check = {
  key: "premoderated",
  title: t.everyCommentWaits,
  why: t.theSiteTheArticle,
  look: ({ article, settings, authorIsWatched }) => {
    if (settings.mode === "pre") return { effect: "hold", reason: t.commentsOnThisSiteWait };
    if (article.premoderated) return { effect: "hold", reason: t.commentsOnThisArticleWait };
    if (authorIsWatched) return { effect: "hold", reason: t.aModeratorAskedToSee };
    return null;
  },
};

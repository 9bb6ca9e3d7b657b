import type { Check } from "./check";
import * as t from "#messages/house-rules";

export const premoderated: Check = {
  key: "premoderated",
  title: t.approvalRequired,
  why: t.theSiteTheArticle,
  look: ({ article, settings, authorIsWatched }) => {
    if (settings.mode === "pre") return { effect: "hold", reason: t.commentsOnThisSiteNeedApproval };
    if (article.premoderated) return { effect: "hold", reason: t.commentsOnThisArticleNeedApproval };
    if (authorIsWatched) return { effect: "hold", reason: t.aModeratorRequiredApproval };
    return null;
  },
};

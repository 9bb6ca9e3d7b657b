import type { Check } from "@/domain/moderation/checks/check";

export const premoderated: Check = {
  key: "premoderated",
  title: "Every comment waits",
  why: "The site, the article or a moderator asked to see comments before they appear.",
  look: ({ article, settings, authorIsWatched }) => {
    if (settings.mode === "pre")
      return { effect: "hold", reason: "Comments on this site wait for a moderator." };
    if (article.premoderated)
      return { effect: "hold", reason: "Comments on this article wait for a moderator." };
    if (authorIsWatched)
      return { effect: "hold", reason: "A moderator asked to see this member's comments first." };
    return null;
  },
};

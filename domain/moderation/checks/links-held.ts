import type { Check } from "@/domain/moderation/checks/check";
import { linksIn } from "@/domain/moderation/checks/links";

export const linksHeld: Check = {
  key: "links",
  title: "Links",
  why: "Many links in one comment are a reference list or an advertisement; a person can tell which.",
  look: ({ text, settings }) => {
    const links = linksIn(text).length;
    if (settings.holdEveryLink && links > 0)
      return { effect: "hold", reason: "Comments with links wait for a moderator." };
    if (links > settings.mostLinks) return { effect: "hold", reason: `${links} links in one comment.` };
    return null;
  },
};

import type { Check } from "./check";
import { linksIn } from "./links";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

export const linksHeld: Check = {
  key: "links",
  title: t.links,
  why: t.manyLinksInOneComment,
  look: ({ text, settings }) => {
    const links = linksIn(text).length;
    if (settings.holdEveryLink && links > 0)
      return { effect: "hold", reason: t.commentsWithLinksNeedApproval };
    if (links > settings.mostLinks) return { effect: "hold", reason: say(t.linksInOneComment, { links }) };
    return null;
  },
};

import type { Check } from "@/domain/moderation/checks/check";
import { linksIn } from "@/domain/moderation/checks/links";

export const newcomerWithLinks: Check = {
  key: "newcomer-link",
  title: "A newcomer's link",
  why: "Most advertising comes as the first comment of a new account, with a link.",
  look: ({ author, text, settings }) =>
    author.approvedCount < settings.holdLinksUntil && linksIn(text).length > 0
      ? { effect: "hold", reason: "A link in one of a newcomer's first comments." }
      : null,
};

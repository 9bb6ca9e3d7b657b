import type { Check } from "@/domain/moderation/checks/check";
import { linksIn } from "@/domain/moderation/checks/links";
import * as t from "#messages/house-rules";

export const newcomerWithLinks: Check = {
  key: "newcomer-link",
  title: t.aNewcomersLink,
  why: t.mostAdvertisingComes,
  look: ({ author, text, settings }) =>
    author.approvedCount < settings.holdLinksUntil && linksIn(text).length > 0
      ? { effect: "hold", reason: t.aLinkInOne }
      : null,
};

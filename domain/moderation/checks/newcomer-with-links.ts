import type { Check } from "./check";
import { linksIn } from "./links";
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

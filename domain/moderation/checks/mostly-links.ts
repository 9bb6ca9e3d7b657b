import type { Check } from "./check";
import { linksIn } from "./links";
import * as t from "#messages/house-rules";

/** A link with a sentence beside it has at least this share of other words. */
const MOST = 0.7;

export const mostlyLinks: Check = {
  key: "mostly-links",
  title: t.mostlyLinks,
  why: t.anAddressWithoutAWord,
  look: ({ text }) => {
    const linked = linksIn(text).reduce((sum, link) => sum + link.length, 0);
    return linked / Math.max(text.trim().length, 1) > MOST
      ? { effect: "mark", reason: t.hardlyAnyWordsBesideTheLink }
      : null;
  },
};

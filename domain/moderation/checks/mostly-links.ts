import type { Check } from "@/domain/moderation/checks/check";
import { linksIn } from "@/domain/moderation/checks/links";

/** A link with a sentence beside it has at least this share of other words. */
const MOST = 0.7;

export const mostlyLinks: Check = {
  key: "mostly-links",
  title: "Mostly links",
  why: "An address without a word of one's own is rarely an argument.",
  look: ({ text }) => {
    const linked = linksIn(text).reduce((sum, link) => sum + link.length, 0);
    return linked / Math.max(text.trim().length, 1) > MOST
      ? { effect: "mark", reason: "Hardly any words beside the link." }
      : null;
  },
};

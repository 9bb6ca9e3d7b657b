import type { Check } from "@/domain/moderation/checks/check";

export const newcomer: Check = {
  key: "newcomer",
  title: "A newcomer",
  why: "Where the site asks for it, a person welcomes each new voice before it is heard.",
  look: ({ author, settings }) =>
    author.approvedCount < settings.holdNewcomersUntil
      ? {
          effect: "hold",
          reason: `Fewer than ${settings.holdNewcomersUntil} of this member's comments stand.`,
        }
      : null,
};

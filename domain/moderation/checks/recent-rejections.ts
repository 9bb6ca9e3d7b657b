import type { Check } from "@/domain/moderation/checks/check";

/** Of the last twenty comments, at least so many … */
const AT_LEAST = 3;
/** … and at least this share were taken down. */
const SHARE = 0.3;

export const recentRejections: Check = {
  key: "rejections",
  title: "Often rejected lately",
  why: "A member several of whose comments were just taken down is likely to need another look.",
  look: ({ own }) => {
    const decided = own.filter(({ state }) => state === "visible" || state === "rejected");
    const rejected = decided.filter(({ state }) => state === "rejected").length;
    if (rejected < AT_LEAST || rejected / decided.length < SHARE) return null;
    return {
      effect: "hold",
      reason: `${rejected} of this member's last ${decided.length} comments were rejected.`,
    };
  },
};

import type { Check } from "./check";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** Of the last twenty comments, at least so many … */
const AT_LEAST = 3;
/** … and at least this share were taken down. */
const SHARE = 0.3;

export const recentRejections: Check = {
  key: "rejections",
  title: t.oftenRejectedLately,
  why: t.aMemberSeveralOfWhoseComments,
  look: ({ own }) => {
    const decided = own.filter(({ state }) => state === "visible" || state === "rejected");
    const rejected = decided.filter(({ state }) => state === "rejected").length;
    if (rejected < AT_LEAST || rejected / decided.length < SHARE) return null;
    return {
      effect: "hold",
      reason: say(t.ofThisMembersLastComments, { rejected, count: decided.length }),
    };
  },
};

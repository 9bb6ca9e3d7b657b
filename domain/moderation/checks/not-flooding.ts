import { minutesAgo, type Check } from "./check";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** Nobody writes more than this in a minute and reads what they answer. */
const A_MINUTE = 5;
/** Nor this in ten; from here on a person looks. */
const TEN_MINUTES = 15;

export const notFlooding: Check = {
  key: "flood",
  title: t.tooManyAtOnce,
  why: t.nobodyFillsADiscussion,
  look: ({ own, editing, paced, now }) => {
    if (editing || !paced) return null;
    const since = (minutes: number) => own.filter(({ at }) => at.getTime() > minutesAgo(now, minutes)).length;
    if (since(1) >= A_MINUTE)
      return {
        effect: "refuse",
        reason: t.postingVeryFast,
        wait: 60,
      };
    if (since(10) >= TEN_MINUTES)
      return { effect: "hold", reason: say(t.moreThanCommentsInTenMinutes, { tenMinutes: TEN_MINUTES }) };
    return null;
  },
};

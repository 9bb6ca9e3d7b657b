import { minutesAgo, type Check } from "@/domain/moderation/checks/check";

/** Nobody writes more than this in a minute and reads what they answer. */
const A_MINUTE = 5;
/** Nor this in ten; from here on a person looks. */
const TEN_MINUTES = 15;

export const notFlooding: Check = {
  key: "flood",
  title: "Too many at once",
  why: "One voice must not fill a discussion by speed alone.",
  look: ({ own, editing, now }) => {
    if (editing) return null;
    const since = (minutes: number) => own.filter(({ at }) => at.getTime() > minutesAgo(now, minutes)).length;
    if (since(1) >= A_MINUTE)
      return {
        effect: "refuse",
        reason: "That was quick. Please wait a minute before the next comment.",
        wait: 60,
      };
    if (since(10) >= TEN_MINUTES)
      return { effect: "hold", reason: `More than ${TEN_MINUTES} comments in ten minutes.` };
    return null;
  },
};

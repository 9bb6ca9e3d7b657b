import { hoursAgo, NEW_HOURS, type Check } from "./check";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** Comments an hour from which on a discussion draws people who came for the quarrel. */
const HOT = 200;

export const newOnHotThread: Check = {
  key: "hot-thread",
  title: t.aNewAccountOnAHot,
  why: t.accountsMadeForOneQuarrel,
  look: ({ author, articleLastHour, now }) =>
    articleLastHour >= HOT && author.joinedAt.getTime() > hoursAgo(now, NEW_HOURS)
      ? {
          effect: "hold",
          reason: say(t.anAccountOfLess, { articleLastHour }),
        }
      : null,
};

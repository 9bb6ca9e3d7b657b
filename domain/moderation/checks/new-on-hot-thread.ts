import { hoursAgo, type Check } from "@/domain/moderation/checks/check";

/** Comments an hour from which on a discussion draws people who came for the quarrel. */
const HOT = 200;
const NEW_HOURS = 24;

export const newOnHotThread: Check = {
  key: "hot-thread",
  title: "A new account on a hot thread",
  why: "Accounts made for one quarrel arrive while it is hot.",
  look: ({ author, articleLastHour, now }) =>
    articleLastHour >= HOT && author.joinedAt.getTime() > hoursAgo(now, NEW_HOURS)
      ? {
          effect: "hold",
          reason: `An account of less than a day, in a discussion with ${articleLastHour} comments in the last hour.`,
        }
      : null,
};

import type { Check } from "./check";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

export const newcomer: Check = {
  key: "newcomer",
  title: t.aNewcomer,
  why: t.whereTheSiteAsks,
  look: ({ author, settings }) =>
    author.approvedCount < settings.holdNewcomersUntil
      ? {
          effect: "hold",
          reason: say(t.fewerThanOfThisMembersComments, { holdNewcomersUntil: settings.holdNewcomersUntil }),
        }
      : null,
};

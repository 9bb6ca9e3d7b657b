import { isModerator } from "@/domain/members/member";
import type { Check } from "./check";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

export const slowMode: Check = {
  key: "slow",
  title: t.slowMode,
  why: t.aHeatedDiscussionCoolsWhen,
  look: ({ own, article, settings, editing, paced, now, author }) => {
    const pause = Math.max(article.slowSeconds, settings.slowSeconds);
    if (pause === 0 || editing || !paced || isModerator(author)) return null;
    const last = own.find(
      ({ articleId }) => article.slowSeconds <= settings.slowSeconds || articleId === article.id,
    );
    const wait = last ? Math.ceil(pause - (now.getTime() - last.at.getTime()) / 1000) : 0;
    if (wait <= 0) return null;
    return {
      effect: "refuse",
      reason: say(t.thisDiscussionIsInSlowMode, { wait: inWords(wait) }),
      wait,
    };
  },
};

function inWords(seconds: number): string {
  if (seconds < 90) return say(t.secondsSeconds, { seconds });
  return say(t.secondsMinutes, { seconds: Math.ceil(seconds / 60) });
}

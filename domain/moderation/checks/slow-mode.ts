import { isModerator } from "@/domain/members/member";
import type { Check } from "@/domain/moderation/checks/check";

export const slowMode: Check = {
  key: "slow",
  title: "Slow mode",
  why: "A heated discussion cools when everybody has time to read before answering.",
  look: ({ own, article, settings, editing, now, author }) => {
    const pause = Math.max(article.slowSeconds, settings.slowSeconds);
    if (pause === 0 || editing || isModerator(author)) return null;
    const last = own.find(
      ({ articleId }) => article.slowSeconds <= settings.slowSeconds || articleId === article.id,
    );
    const wait = last ? Math.ceil(pause - (now.getTime() - last.at.getTime()) / 1000) : 0;
    if (wait <= 0) return null;
    return {
      effect: "refuse",
      reason: `This discussion is in slow mode. You can post again in ${inWords(wait)}.`,
      wait,
    };
  },
};

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

import { hoursAgo, NEW_HOURS, SEEN_CHARACTERS, type Check } from "./check";
import { hostOf, linksIn } from "./links";
import { wordsAlone } from "./words/fold";
import { firstPoints } from "@/domain/prose/cut";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** So many other new accounts with the same words or the same host within an hour are one author. */
const OTHERS = 2;
/** Shorter texts are alike by chance. */
const SHORT = 20;

export const burst: Check = {
  key: "burst",
  title: t.newAccountsSameText,
  why: t.severalNewAccountsThatSay,
  look: ({ text, author, newcomers, now }) => {
    if (author.joinedAt.getTime() < hoursAgo(now, NEW_HOURS)) return null;
    const mine = signsOf(text);
    const others = newcomers.filter(
      (earlier) =>
        earlier.authorId !== author.id &&
        earlier.at.getTime() > hoursAgo(now, 1) &&
        signsOf(earlier.text).some((sign) => mine.includes(sign)),
    );
    const accounts = new Set(others.map(({ authorId }) => authorId)).size;
    return accounts >= OTHERS
      ? {
          effect: "hold",
          reason: say(t.otherNewAccountsWrote, { accounts }),
        }
      : null;
  },
};

function signsOf(text: string): string[] {
  const hosts = linksIn(text)
    .map(hostOf)
    .filter((host) => host !== null);
  const words = wordsAlone(firstPoints(text, SEEN_CHARACTERS));
  return words.length < SHORT ? hosts : [...hosts, words];
}

import { fold } from "./words/fold";
import { hoursAgo, SEEN_CHARACTERS, type Check, type Earlier, type CheckContext } from "./check";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** Somebody may say "Agreed." twice; a whole sentence is posted twice by mistake, or on purpose. */
const SHORT = 20;
/** The same text on so many other articles within a day is a campaign until a person says otherwise. */
const ELSEWHERE = 2;

export const notRepeated: Check = {
  key: "repeated",
  title: t.postedBefore,
  why: t.theSameTextTwice,
  look: (writing) => {
    if (writing.text.length < SHORT) return null;
    const same = writing.own.filter((earlier) => isSame(earlier, writing));
    if (same.some((earlier) => earlier.articleId === writing.article.id && earlier.state !== "withdrawn"))
      return { effect: "refuse", reason: t.youHaveAlreadyPostedExactly };
    if (same.length >= ELSEWHERE)
      return { effect: "hold", reason: say(t.theSameTextAsInOther, { count: same.length }) };
    return null;
  },
};

function isSame(earlier: Earlier, { text, editing, now }: CheckContext): boolean {
  if (earlier.id === editing || earlier.at.getTime() < hoursAgo(now, 24)) return false;
  if (Math.abs(earlier.length - text.length) > 20) return false;
  return fold(earlier.text) === fold(text.slice(0, SEEN_CHARACTERS));
}

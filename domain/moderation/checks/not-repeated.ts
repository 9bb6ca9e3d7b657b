import { wordsAlone } from "./words/fold";
import { firstPoints, lastPoints } from "@/domain/prose/cut";
import { readableLength } from "@/domain/prose/text";
import { hoursAgo, SEEN_CHARACTERS, type Check, type Earlier, type CheckContext } from "./check";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

/** Somebody may say "Agreed." twice; a whole sentence is posted twice by mistake, or on purpose. */
const SHORT = 20;
/** The same text on so many other articles within a day is a campaign until a person says otherwise. */
const ELSEWHERE = 2;
/** Of a long text, so many letters at its beginning and at its end are the same, or it is another. */
const FEWEST_COMPARED = 100;

export const notRepeated: Check = {
  key: "repeated",
  title: t.postedBefore,
  why: t.theSameTextTwice,
  look: (writing) => {
    if (readableLength(writing.text) < SHORT) return null;
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
  const length = readableLength(text);
  if (length <= SEEN_CHARACTERS && earlier.length <= SEEN_CHARACTERS)
    return wordsAlone(earlier.text) === wordsAlone(text);
  if (Math.abs(earlier.length - length) > length / 5) return false;
  return (
    agree(earlier.text, firstPoints(text, SEEN_CHARACTERS), (long, short) => long.startsWith(short)) &&
    agree(earlier.end, lastPoints(text, SEEN_CHARACTERS), (long, short) => long.endsWith(short))
  );
}

/** Where one has more signs between its letters than the other, it holds fewer of them. */
function agree(one: string, other: string, holds: (long: string, short: string) => boolean): boolean {
  const [short = "", long = ""] = [wordsAlone(one), wordsAlone(other)].sort((a, b) => a.length - b.length);
  return short.length >= FEWEST_COMPARED && holds(long, short);
}

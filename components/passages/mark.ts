import * as t from "#messages/passages";
import { say } from "@/messages/say";

/** More than this is said as that many and more: a mark has room for two figures. */
const TOLD_EXACTLY = 99;

export const signOfMark = (many: number): string => (many > TOLD_EXACTLY ? `${TOLD_EXACTLY}+` : String(many));
export const nameOfMark = (many: number, moved = false): string =>
  `${say(t.repliesAboutThisParagraph, { replies: many })}${moved ? `. ${t.atLeastFiveMoved}` : ""}`;

/** What it shows where nobody has said anything yet. */
export const NONE = "+";

import * as t from "#messages/polls";
import { say } from "@/messages/say";

/** Whole per cent: more would claim more. Few are not none, and nearly all are not all. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return "<1%";
  return whole === 100 && share < 1 ? ">99%" : `${whole}%`;
}

/** What to say where rounded shares do not add up; "" where they do. Equal votes have equal figures, so none is moved to make it fit. */
export function roundingSentence(shares: number[]): string {
  const sum = shares.reduce((all, share) => all + Math.round(share * 100), 0);
  return sum === 0 || sum === 100 ? "" : say(t.sharesAreRounded, { sum });
}

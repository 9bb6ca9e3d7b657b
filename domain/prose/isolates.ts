import { RIGHT_TO_LEFT } from "./directions";

const ISOLATES = /[\u2066-\u2069]/;
const BEGINS = /[\u2066-\u2068]/;
const END = "\u2069";

/**
 * Every directional isolate with its end, line by line, as a line break ends them anyway (UAX 9, rule X8): an end
 * without a beginning goes, a beginning without an end is ended with its line, and one that holds nothing goes.
 */
export const balanceIsolates = (text: string): string =>
  ISOLATES.test(text) ? text.split("\n").map(balanceLine).join("\n") : text;

/** A name inside a sentence of ours: written from the right it turns nothing around it (UAX 9, 2.7). */
export const isolated = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}${END}` : name);

function balanceLine(line: string): string {
  let open = 0;
  let balanced = "";
  for (const sign of line) {
    if (sign === END && open === 0) continue;
    if (sign === END) open--;
    else if (BEGINS.test(sign)) open++;
    balanced += sign;
  }
  return (balanced.trimEnd() + END.repeat(open)).replace(/[\u2066-\u2068]\s*\u2069/g, "");
}

import type { Selector } from "@/domain/passages/passage";
import type { Choices } from "@/domain/passages/sentences";
import type { AboutPassage } from "./about-fields";
import * as t from "#messages/passages";

/** A passage as a form has it, under its own words or another name. */
export const aboutPassage = (selector: Selector, label = selector.exact): AboutPassage => ({
  label,
  selector,
  field: JSON.stringify(selector),
});

/** What one can choose from in a block of this revision. */
export const aboutBlock = ({ whole, sentences }: Choices, revision: number): AboutPassage[] => [
  ...(whole ? [aboutPassage({ ...whole, revision }, t.theWholeParagraph)] : []),
  ...sentences.map((one) => aboutPassage({ ...one, revision })),
];

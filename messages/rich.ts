import { createElement, Fragment, type ReactNode } from "react";
import { format } from "#format";
import type { Arguments, Tags } from "./arguments";

type Draw = (words: ReactNode) => ReactNode;

/** What stands for a word may be drawn; a number that decides between branches is one. */
type Drawn<Message extends string> = {
  [Name in keyof Arguments<Message>]: number extends Arguments<Message>[Name]
    ? string extends Arguments<Message>[Name]
      ? ReactNode
      : number
    : Arguments<Message>[Name];
};

/** A message with something in it that is drawn: `rich(t.seeTheLog, { link: (words) => <a href="/log">{words}</a> })`. */
export function rich<const Message extends string>(
  message: Message,
  given: Drawn<Message> & Record<Tags<Message>, Draw>,
): ReactNode {
  const values = Object.fromEntries(
    Object.entries(given as Record<string, unknown>).map(([name, value]) => [
      name,
      typeof value === "function" ? (inner: ReactNode[]) => (value as Draw)(together(inner)) : value,
    ]),
  );
  return together(format(message, values) as ReactNode[]);
}

/** Side by side, without the keys that React asks of a list: a sentence's order does not change. */
const together = (parts: ReactNode[]): ReactNode =>
  parts.length === 1 ? parts[0] : createElement(Fragment, null, ...parts);

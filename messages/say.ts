import { format } from "#format";
import type { Arguments } from "./arguments";

/** A message with its arguments: `say(t.opensOn, { when })`. One without any is a string already: `t.closed`. */
export const say = <const Message extends string>(message: Message, given: Arguments<Message>): string =>
  format(message, given).join("");

import { IntlMessageFormat } from "intl-messageformat";
import { LOCALE } from "#messages/locale";
import type { Values } from "./values";

const parsed = new Map<string, IntlMessageFormat>();

/**
 * A message of ICU MessageFormat with what it is given, in parts: text, and whatever its tags and arguments were given that
 * is no text. The browser has its own, smaller one (`format.browser.ts`); package.json says who gets which.
 * @throws Error for a message that cannot be parsed, and for an argument that is missing
 */
export function format(message: string, values: Values): unknown[] {
  let one = parsed.get(message);
  if (!one) parsed.set(message, (one = new IntlMessageFormat(message, LOCALE)));
  const told: unknown = one.format(values);
  return Array.isArray(told) ? told : [told];
}

import { LOCALE } from "#messages/locale";
import type { Values } from "./values";
import { whenNeeded } from "./when-needed";

const numbers = whenNeeded(() => new Intl.NumberFormat(LOCALE));
const plurals = whenNeeded(() => new Intl.PluralRules(LOCALE));

/**
 * The part of ICU MessageFormat that our messages use: arguments, `number`, `plural`, `select`, `#` and tags. A test holds it to
 * what the server's formatter says of every message.
 */
export function format(message: string, values: Values): unknown[] {
  let at = 0;

  /** Words up to what ends them: the end of a branch, of a tag, or of the message. `count` is what `#` stands for. */
  function parts(count: number | null): unknown[] {
    const all: unknown[] = [];
    const add = (part: unknown) => {
      if (typeof part === "string" && typeof all.at(-1) === "string") all.push(`${String(all.pop())}${part}`);
      else all.push(part);
    };
    while (at < message.length && message[at] !== "}" && !message.startsWith("</", at)) {
      const letter = message[at++] ?? "";
      if (letter === "{") for (const part of argument()) add(part);
      else if (letter === "<") for (const part of tag(count)) add(part);
      else add(letter === "#" && count !== null ? numbers().format(count) : letter);
    }
    return all;
  }

  function argument(): unknown[] {
    const name = upTo(/[,}]/);
    const value = values[name];
    if (message[at++] === "}") return [typeof value === "number" ? String(value) : value];
    const kind = upTo(/[,}]/);
    if (message[at++] === "}") return [numbers().format(Number(value))];
    return branches(kind, value);
  }

  function branches(kind: string, value: unknown): unknown[] {
    const count = kind === "plural" ? Number(value) : null;
    const found = new Map<string, unknown[]>();
    for (let key = upTo(/[{}]/); message[at++] === "{"; key = upTo(/[{}]/)) {
      found.set(key, parts(count));
      at++;
    }
    const key = count === null ? String(value) : plurals().select(count);
    return found.get(`=${count}`) ?? found.get(key) ?? found.get("other") ?? [];
  }

  function tag(count: number | null): unknown[] {
    const draw = values[upTo(/>/)];
    at++;
    const inner = parts(count);
    upTo(/>/);
    at++;
    const drawn: unknown =
      typeof draw === "function" ? (draw as (inner: unknown[]) => unknown)(inner) : inner;
    return Array.isArray(drawn) ? (drawn as unknown[]) : [drawn];
  }

  function upTo(end: RegExp): string {
    const from = at;
    while (at < message.length && !end.test(message[at] ?? "")) at++;
    return message.slice(from, at).trim();
  }

  return parts(null);
}

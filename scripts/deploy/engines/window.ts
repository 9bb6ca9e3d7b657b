import { setTimeout as pause } from "node:timers/promises";
import type { Action, Device, Engine } from "./engine";

/** What a page may take to come to what is waited for, in milliseconds. */
const PATIENCE = 20_000;
const LOOK_EVERY = 50;

/** Keys that are no letters, as WebDriver writes them. */
const KEYS: Readonly<Record<string, string>> = {
  Control: "\uE009",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowDown: "\uE015",
};

/** The window of a browser as somebody uses it who sees a site in it. */
export type Window = Readonly<{
  goto: (path: string) => Promise<void>;
  reload: () => Promise<void>;
  travel: (by: 1 | -1) => Promise<void>;
  /** Runs this in the page; it can see nothing of what is around it here. */
  look: <Words extends unknown[], Seen>(
    read: (...words: Words) => Seen | Promise<Seen>,
    ...words: Words
  ) => Promise<Seen>;
  /** Until it is so. @throws Error saying what was waited for */
  until: <Words extends unknown[]>(
    what: string,
    isSo: (...words: Words) => unknown,
    ...words: Words
  ) => Promise<void>;
  /** Presses a key, or several together: `Control+b`. */
  press: (keys: string) => Promise<void>;
  write: (text: string) => Promise<void>;
  /** Clicks what begins with these words, as people read them or hear them, within the first that fits the selector. */
  click: (name: string, within?: string) => Promise<void>;
  /** Draws the pointer, pressed, over the words of an element. */
  select: (selector: string) => Promise<void>;
  /** How far below the window's upper edge it begins, in pixels. */
  top: (selector: string) => Promise<number>;
}>;

export function openWindow(engine: Engine, url: string): Window {
  const look: Window["look"] = async (read, ...words) => {
    // tsx gives functions their names by a helper that no page has.
    const body = `const __name = (named) => named; return (${read.toString()})(...words);`;
    // What comes back is what `read` returned, as JSON has it.
    return (await engine.evaluate(`const words = [...arguments]; ${body}`, words)) as Awaited<
      ReturnType<typeof read>
    >;
  };
  const until: Window["until"] = async (what, isSo, ...words) => {
    const giveUpAt = Date.now() + PATIENCE;
    // A page that is just being left has no answer.
    while (!(await look(isSo, ...words).catch(() => false))) {
      if (Date.now() > giveUpAt) throw new Error(`Waited in vain for this: ${what}`);
      await pause(LOOK_EVERY);
    }
  };
  const keys = (actions: readonly Action[]) => engine.act([{ type: "key", id: "keys", actions }]);
  const pointer = (actions: Device["actions"]) => engine.act([{ type: "pointer", id: "mouse", actions }]);
  return {
    goto: (path) => engine.goto(url + path),
    reload: engine.reload,
    travel: engine.travel,
    look,
    until,
    press: (names) => {
      const values = names.split("+").map((name) => KEYS[name] ?? name);
      const down = values.map((value) => ({ type: "keyDown", value }) as const);
      const up = values.toReversed().map((value) => ({ type: "keyUp", value }) as const);
      return keys([...down, ...up]);
    },
    write: (text) =>
      keys(
        Array.from(text).flatMap((value) => [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ]),
      ),
    click: async (name, within = "body") => {
      await until(`“${name}” in ${within}`, findByName, name, within);
      const place = await look(findByName, name, within);
      if (place) await pointer([{ type: "pointerMove", ...place }, DOWN, UP]);
    },
    select: async (selector) => {
      const [from, to] = await look(endsOf, selector);
      await pointer([{ type: "pointerMove", ...from }, DOWN, { type: "pointerMove", ...to }, UP]);
    },
    top: (selector) =>
      look((one) => Math.round(document.querySelector(one)?.getBoundingClientRect().top ?? NaN), selector),
  };
}

const DOWN = { type: "pointerDown", button: 0 } as const;
const UP = { type: "pointerUp", button: 0 } as const;

type Place = { x: number; y: number };

/** Runs in the page. */
function findByName(name: string, within: string): Place | null {
  const scope = document.querySelector(within);
  const all = scope?.querySelectorAll<HTMLElement>(
    "a, button, summary, label, [role='option'], textarea, input",
  );
  for (const one of all ?? []) {
    const said = one.getAttribute("aria-label") ?? one.innerText;
    if (!said.trim().startsWith(name) || one.getClientRects().length === 0) continue;
    const isThere = ({ top, bottom }: DOMRect) => top >= 0 && bottom <= innerHeight;
    if (!isThere(one.getBoundingClientRect())) one.scrollIntoView({ block: "center" });
    const { x, y, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  }
  return null;
}

/** Runs in the page: from before the first letter to behind the last, on their lines. */
function endsOf(selector: string): [Place, Place] {
  const one = document.querySelector(selector);
  if (!one) throw new Error(`There is no ${selector}.`);
  one.scrollIntoView({ block: "center" });
  const range = document.createRange();
  range.selectNodeContents(one);
  const lines = [...range.getClientRects()];
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) throw new Error(`${selector} has no words.`);
  const middle = ({ y, height }: DOMRect) => Math.round(y + height / 2);
  return [
    { x: Math.round(first.left) + 1, y: middle(first) },
    { x: Math.round(last.right) - 1, y: middle(last) },
  ];
}

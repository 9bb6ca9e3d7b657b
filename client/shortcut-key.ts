/** Where a key is meant by its place, whatever a layout has there: the two beside P. */
const PLACES: Readonly<Record<string, string>> = { BracketLeft: "[" };
/** Layouts without Latin letters: a letter is meant by its place on the layout that nearly all are made from. */
const NO_LATIN = /^[^\u0000-\u024f]$/u;

/** What a held key may go on doing: stepping. Whatever else it does is done once, however long somebody's finger rests on it. */
const GOES_ON = new Set(["j", "k"]);

/**
 * The single key that was meant, or null where the keys are somebody else's: while an input method composes, and with a modifier held.
 * AltGr (which Windows reports as Ctrl and Alt) and Option are how signs are typed on many layouts, so a sign they make is that sign.
 */
export function shortcutKey(
  event: Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing"> &
    Partial<Pick<KeyboardEvent, "repeat">>,
): string | null {
  const meant = keyOf(event);
  return event.repeat && meant !== null && !GOES_ON.has(meant) ? null : meant;
}

function keyOf(event: Parameters<typeof shortcutKey>[0]): string | null {
  const { key, code } = event;
  if (isComposing(event) || key === "Dead") return null;
  const isTyped = isSign(key) && !event.metaKey && (event.altKey || !event.ctrlKey);
  if ((event.ctrlKey || event.metaKey || event.altKey) && !isTyped) return null;
  const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  const digit = isHeld ? null : digitAt(code);
  if (digit !== null) return digit;
  if (NO_LATIN.test(key)) return PLACES[code] ?? letterAt(code) ?? key;
  // Caps Lock is on more often than somebody means another key.
  return isLetter(key) && !event.shiftKey ? key.toLowerCase() : key;
}

/** What the `keyCode` of a key is that belongs to an input method; Safari says so of the key that ends a composition, and only so. */
const OF_AN_INPUT_METHOD = 229;

/** A key that an input method takes: to choose among characters, to end one. */
export const isComposing = (event: Pick<KeyboardEvent, "isComposing" | "key">): boolean =>
  event.isComposing || event.key === "Process" || Reflect.get(event, "keyCode") === OF_AN_INPUT_METHOD;

/** Where a letter is written, or chosen by. */
const WRITTEN_IN =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false]), dialog";

/**
 * Whether a key was pressed where somebody writes, or in a dialog: then it is no shortcut. Also where that is inside of what a browser's
 * extension has put into the page, whose fields a page sees as their host: when the host cannot have the focus itself, something in it has.
 */
export function isWriting(event: KeyboardEvent): boolean {
  const [innermost] = event.composedPath();
  if (!(innermost instanceof Element)) return false;
  if (innermost.closest(WRITTEN_IN)) return true;
  const isHost =
    innermost instanceof HTMLElement && innermost.tabIndex < 0 && !innermost.hasAttribute("tabindex");
  return isHost && innermost !== document.body && innermost.closest("main") === null;
}

/** Macs have Cmd where others have Ctrl, which there moves the caret. */
const onMac = (): boolean => typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The letter or the name of the key that was pressed with Ctrl, or Cmd on a Mac, and with nothing else; null for any other. */
export function commandKey(
  event: Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing">,
  isMac = onMac(),
): string | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (isComposing(event) || altKey || shiftKey) return null;
  if (isMac ? !metaKey || ctrlKey : !ctrlKey || metaKey) return null;
  if (NO_LATIN.test(key)) return letterAt(code);
  return key.length === 1 ? key.toLowerCase() : key;
}

const isSign = (key: string): boolean => /^[^\p{L}\p{N}\s]$/u.test(key);

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);

/** A digit is meant by its place: French, Czech and Lithuanian layouts have it above Shift, others have digits of their own. */
const digitAt = (code: string): string | null => /^Digit(\d)$/.exec(code)?.[1] ?? null;

const letterAt = (code: string): string | null => /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null;

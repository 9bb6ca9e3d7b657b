/** Where a key is meant by its place, whatever a layout has there: the two beside P. */
const PLACES: Readonly<Record<string, string>> = { BracketLeft: "[" };
/** Layouts without Latin letters: a letter is meant by its place on the layout that nearly all are made from. */
const NO_LATIN = /^[^\u0000-\u024f]$/u;

/**
 * The single key that was meant, or null where the keys are somebody else's: while an input method composes, and with a modifier held.
 * AltGr (which Windows reports as Ctrl and Alt) and Option are how signs are typed on many layouts, so a sign they make is that sign.
 */
export function shortcutKey(
  event: Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "isComposing">,
): string | null {
  const { key, code } = event;
  if (event.isComposing || key === "Process" || key === "Dead") return null;
  const isTyped = isSign(key) && !event.metaKey && (event.altKey || !event.ctrlKey);
  if ((event.ctrlKey || event.metaKey || event.altKey) && !isTyped) return null;
  if (NO_LATIN.test(key)) return PLACES[code] ?? letterAt(code) ?? key;
  return key;
}

/** Macs have Cmd where others have Ctrl, which there moves the caret. */
const onMac = (): boolean => typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The letter or the name of the key that was pressed with Ctrl, or Cmd on a Mac, and with nothing else; null for any other. */
export function commandKey(
  event: Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing">,
  isMac = onMac(),
): string | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (event.isComposing || key === "Process" || altKey || shiftKey) return null;
  if (isMac ? !metaKey || ctrlKey : !ctrlKey || metaKey) return null;
  if (NO_LATIN.test(key)) return letterAt(code);
  return key.length === 1 ? key.toLowerCase() : key;
}

const isSign = (key: string): boolean => /^[^\p{L}\p{N}\s]$/u.test(key);

const letterAt = (code: string): string | null => /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null;

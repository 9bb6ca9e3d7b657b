/*
 * A browser's clock may be a day off. Whenever the door answers, its clock is read along, so that "2 h" is true on
 * every machine.
 */

/** A clock that is off by less does nobody any harm. Milliseconds. */
const HARMLESS = 90_000;

/** Told to the document when the clock turns out to be wrong. */
export const CLOCK_SET = "moot:clock-set";

let offBy = 0;

/** The time where the site is, as well as it is known. */
export const now = (): Date => new Date(Date.now() + offBy);

export function readClock({ headers }: Response): void {
  const difference = Date.parse(headers.get("date") ?? "") - Date.now();
  const found = Math.abs(difference) > HARMLESS ? difference : 0;
  if (Math.abs(found - offBy) <= HARMLESS) return;
  offBy = found;
  document.dispatchEvent(new Event(CLOCK_SET));
}

/** The clock is looked at so often on the way: a timer stands still while the machine sleeps, and the moment does not. Milliseconds. */
const STEP = 60_000;
/** So that what is asked for then has happened, and not all readers ask at once. Milliseconds. */
const AFTER = 1_000;
const SPREAD = 4_000;

/** Runs something shortly after a moment (ISO 8601) by the site's clock; never for one that is over. @returns what calls it off */
export function shortlyAfter(moment: string | null, run: () => void): () => void {
  if (moment === null) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = () => {
    const left = Date.parse(moment) - now().getTime() + AFTER;
    clearTimeout(timer);
    if (left > 0) timer = setTimeout(look, Math.min(STEP, left + Math.random() * SPREAD));
  };
  const look = () => (Date.parse(moment) > now().getTime() ? set() : run());
  set();
  document.addEventListener(CLOCK_SET, set);
  return () => {
    clearTimeout(timer);
    document.removeEventListener(CLOCK_SET, set);
  };
}

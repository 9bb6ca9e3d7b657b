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

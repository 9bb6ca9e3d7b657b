import * as t from "#messages/site";
import { say } from "@/messages/say";
import { LOCALE } from "#messages/locale";
import { whenNeeded } from "@/messages/when-needed";

/*
 * Times in words. Everything is said in UTC and in one language, for a public page is the same bytes for everyone.
 */
const DATE = whenNeeded(
  () =>
    new Intl.DateTimeFormat(LOCALE, {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    }),
);
/** Within one year its number says nothing. */
const WITHIN_A_YEAR = whenNeeded(
  () => new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", timeZone: "UTC" }),
);
const CLOCK = whenNeeded(
  () =>
    new Intl.DateTimeFormat(LOCALE, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: "UTC",
    }),
);

/** "14 November 2026". `iso` is ISO 8601. */
export const readableDate = (iso: string): string => DATE().format(new Date(iso));

const SHORT_DAY = whenNeeded(
  () => new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", timeZone: "UTC" }),
);

/** A span of days, as a table has room for it: "14 Nov" for one, "14 – 16 Nov" for more. */
export const readableDays = (from: string, to: string): string =>
  SHORT_DAY().formatRange(new Date(from), new Date(to));

/** "14 November 2026, 09:12 UTC". */
export const readableMoment = (iso: string): string =>
  say(t.momentInUtc, { when: readableDate(iso), clock: CLOCK().format(new Date(iso)) });

/**
 * What a moment that was typed in UTC ("2027-01-31T18:00") is in another zone: "31 January 2027 at 19:00, Europe/Berlin". Empty where
 * nothing was typed yet, and where the clocks agree then.
 * @param zone a name of IANA; that of this browser unless it is given
 */
export function localMoment(
  typed: string,
  zone = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) ? Date.parse(`${typed}:00Z`) : NaN;
  if (Number.isNaN(at)) return "";
  const inZone = (timeZone: string) =>
    new Intl.DateTimeFormat(LOCALE, {
      dateStyle: "long",
      timeStyle: "short",
      hourCycle: "h23",
      timeZone,
    }).format(at);
  return inZone(zone) === inZone("UTC") ? "" : say(t.momentInZone, { when: inZone(zone), zone });
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** After a week "9 days ago" says less than a date. */
const RELATIVE_FOR = 7 * DAY;

/**
 * How long ago, as short as a thread needs it: "just now", "12 min ago", "2 h ago", "3 d ago"; after a week the date,
 * with its year when that is another one.
 * A moment slightly ahead (the reader's clock is late) is now.
 */
export function howLongAgo(iso: string, now: Date): string {
  const gone = now.getTime() - new Date(iso).getTime();
  if (gone < MINUTE) return t.now;
  if (gone < HOUR) return say(t.minutesAgo, { count: Math.floor(gone / MINUTE) });
  if (gone < DAY) return say(t.hoursAgo, { count: Math.floor(gone / HOUR) });
  if (gone < RELATIVE_FOR) return say(t.daysAgo, { count: Math.floor(gone / DAY) });
  const then = new Date(iso);
  return then.getUTCFullYear() === now.getUTCFullYear() ? WITHIN_A_YEAR().format(then) : readableDate(iso);
}

import { EVENTS_KEPT_DAYS, PAGE_CHANGES_KEPT_MINUTES } from "./events/kept";
import { HOURS_BEFORE_CLOSE } from "./inbox/notice";
import { UNCONFIRMED_DAYS } from "./members/member";
import { POLL_THRESHOLDS } from "./polls/thresholds";

/**
 * The numbers the database decides by, as rows of its table `threshold`. They are filled in from here when the functions
 * are applied (scripts/functions.ts), so a number has one home and SQL reads it: `threshold('crowd')`.
 */
export const THRESHOLDS: Readonly<Record<string, number>> = {
  ...POLL_THRESHOLDS,
  events_kept_days: EVENTS_KEPT_DAYS,
  page_changes_kept_minutes: PAGE_CHANGES_KEPT_MINUTES,
  poll_closing_hours: HOURS_BEFORE_CLOSE,
  unconfirmed_days: UNCONFIRMED_DAYS,
};

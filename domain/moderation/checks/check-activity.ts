/** What a check did in the last days: comments it held, comments it flagged. `more`: these are only the newest of many. */
export type CheckActivity = { held: number; flagged: number; more: boolean };

export const CHECK_ACTIVITY_DAYS = 30;
/** More than so many are "many": the exact number says nothing more, and a busy check has thousands. */
export const CHECK_ACTIVITY_COUNTED = 100;

export const NO_ACTIVITY: CheckActivity = { held: 0, flagged: 0, more: false };

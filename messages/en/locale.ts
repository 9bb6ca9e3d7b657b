/** What the page says it is written in. */
export const LANGUAGE = "en";

/** By whose customs figures, dates and plurals are written. */
export const LOCALE = "en-GB";

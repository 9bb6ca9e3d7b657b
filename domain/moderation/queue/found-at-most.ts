/** More than so many are "more than": nobody looks for one comment among more. */
export const FOUND_AT_MOST = 20;

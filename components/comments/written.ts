/** Where this tab remembers the place of a draft that was sent by way of signing in, until it is known to be posted. */
export const WRITTEN = "written";

/**
 * The ways into an account, and out of one: whoever signs in from there has nothing left to do there, and a link from a mail is used up.
 */
const WAY_IN =
  /^\/(?:sign-(?:in|up|out|in-link)|forgotten-password|new-password|undo-address|first-admin|second-factor|confirm-identity|goodbye)(?:\/|$)/;

/** Where signing in leads from here: back to the page, and the place on it, which only the browser knows; null where there is nothing to come back to. */
export const signInAndBack = ({ pathname, search, hash }: Location): string | null =>
  WAY_IN.test(pathname)
    ? null
    : `/sign-in?${new URLSearchParams({ next: pathname + search + hash }).toString()}`;

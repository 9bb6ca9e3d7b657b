/**
 * What happened is kept so long. A page is kept for a minute, a stream begins again within minutes of a break, and a browser that slept
 * longer than this reads its page anew, as it does after 500 events anyway; a walk through a ranked order that was begun before goes on by the
 * ranks of now (domain/comments/keyset.ts). Whoever makes it longer: for as long as the difference, who was away for more than the
 * former time is told nothing of what was forgotten. Days
 */
export const EVENTS_KEPT_DAYS = 7;

/** That pages have changed is kept so long; whoever has not looked for a tenth of it takes all of them for changed. Minutes */
export const PAGE_CHANGES_KEPT_MINUTES = 60;

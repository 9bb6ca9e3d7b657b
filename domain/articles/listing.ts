/** What articles are listed under, in the words of their articles. */
export type Listing = { kind: "tag" | "author"; name: string };

const ROOM = { tag: "tags", author: "authors" } as const;

export const listingPath = ({ kind, name }: Listing): string => `/${ROOM[kind]}/${encodeURIComponent(name)}`;
export const listingFeed = (listing: Listing): string => `${listingPath(listing)}/feed.xml`;

/** What was published in a year. */
export const archivePath = (year: number): string => `/archive/${year}`;

/** The year in such an address; null where it is none that an article can have. */
export const yearIn = (words: string): number | null => (/^[1-8]\d{3}$/.test(words) ? Number(words) : null);

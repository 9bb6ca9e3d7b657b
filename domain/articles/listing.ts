/** What articles are listed under, in the words of their articles. */
export type Listing = { kind: "tag" | "author"; name: string };

const ROOM = { tag: "tags", author: "authors" } as const;

export const listingPath = ({ kind, name }: Listing): string => `/${ROOM[kind]}/${encodeURIComponent(name)}`;
export const listingFeed = (listing: Listing): string => `${listingPath(listing)}/feed.xml`;

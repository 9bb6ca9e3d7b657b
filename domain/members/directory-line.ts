import type { Author } from "./member";

/** How a member stands with the moderators: the gravest sanction in force. */
export const STANDINGS = ["good", "watched", "suspended", "banned"] as const;
export type Standing = (typeof STANDINGS)[number];

/** A member in the list that admins read. Times in ISO 8601 UTC; `seenAt` is the hour in which they were
 * last here, and null where no browser is signed in. */
export type DirectoryLine = Author & {
  sample: boolean;
  joinedAt: string;
  seenAt: string | null;
  standing: Standing;
  /** Discussions they moderate beside their role. */
  moderates: number;
};

/** `next` is the handle to go on behind, null at the end. */
export type DirectoryPage = { items: DirectoryLine[]; next: string | null };
export const MEMBERS_ON_A_PAGE = 50;

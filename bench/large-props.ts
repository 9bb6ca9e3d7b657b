import { z } from "zod";

/** Whom to be on a seeded site, and what to look at there. */
export const LargeProps = z.object({
  reader: z.object({ handle: z.string(), cookie: z.string() }),
  admin: z.object({ handle: z.string(), cookie: z.string() }),
  /** Follows every discussion there is. */
  follower: z.object({ handle: z.string(), cookie: z.string() }),
  article: z.string(),
  /** Its poll is closed. */
  closed: z.string(),
  /** A comment that many answered, one that waits, and one that was removed. */
  comment: z.string(),
  own: z.string(),
  held: z.string(),
  decision: z.string(),
  year: z.number(),
});
export type LargeProps = z.output<typeof LargeProps>;

import { z } from "zod";

/** Comments of the four articles that are compared. The larger two have one parent with many replies and one long chain. */
export const SIZES = [100, 1_000, 10_000, 20_000] as const;
export type Size = (typeof SIZES)[number];

export const slugOf = (size: Size): string => `bench-${size}`;

/** What `fill.ts` leaves for those who ask: whom to be, and what to react to. */
export const Props = z.object({ cookies: z.array(z.string()), comments: z.array(z.string()) });
export type Props = z.output<typeof Props>;

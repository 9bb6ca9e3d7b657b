import "server-only";

import { processSingleton } from "./process-singleton";

/** A kind of thing that a process holds in memory: how much now, and how much at most. */
export type Held = Readonly<{ most: number; now: () => number | Promise<number> }>;

/** What this process holds for longer than a request, by name. docs/OPERATING.md has the same names, and a test holds the two together. */
export const held = processSingleton("held", () => new Map<string, Held>());

/** Whoever keeps something says what, how much at most, and how much now; `/metrics` tells it. */
export function holds(what: string, most: number, now: Held["now"]): void {
  held.set(what, { most, now });
}

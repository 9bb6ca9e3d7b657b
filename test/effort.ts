/**
 * How much of a thing is tried: how often a race or a search of chance is repeated, how many of a list are taken, which ways of a story
 * are told. `few` in `npm test`, which runs with every change, and `many` in `npm run test:long`, which runs every file that imports
 * this once more. `few` still fails when the promise is broken; what only `many` finds is breadth.
 */
export function effort<T>(few: T, many: T): T {
  return process.env.MOOT_LONG === "1" ? many : few;
}

/**
 * How often a race or a search of chance is repeated: `few` in `npm test`, which runs with every change, and `many` in
 * `npm run test:long`, which runs every file that imports this once more.
 */
export function effort(few: number, many: number): number {
  return process.env.MOOT_LONG === "1" ? many : few;
}

/** How a person at a terminal follows a long start: a line when a step begins, a sign of life, a line when it ends. */

/** A step that takes longer says so this often, in milliseconds. */
const SIGN_OF_LIFE = 10_000;

/** Steps shorter than this, in seconds, end without a word. */
const WORTH_A_WORD = 1;

/**
 * Runs one step of a start and tells how it goes.
 * @template T
 * @param {string} title a phrase like "Building the pages"
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function step(title, run) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 100) / 10;
  say(`${title} …`);
  const alive = setInterval(() => say(`  … still at it after ${Math.round(seconds())} s`), SIGN_OF_LIFE);
  try {
    const result = await run();
    if (seconds() >= WORTH_A_WORD) say(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(alive);
  }
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * What went wrong, in its own words; only a bug shows where it happened.
 * @param {unknown} error
 */
export function complain(error) {
  // Our own words come as plain errors and as problems of the settings; anything more particular is a bug.
  const expected =
    error instanceof Error && (error.constructor === Error || error.name === "SettingsProblem");
  const told = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`${told}\n`);
}

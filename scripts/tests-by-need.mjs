/** What each test needs: a database, or a process of its own. Plain JavaScript: vitest's configuration imports it, before anything could read TypeScript. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOMS = ["platform", "domain", "web", "client", "components", "test", "scripts", "bench"];

/** Whoever reaches one of these comes to a database. */
const DATABASE = /^(platform\/database|test\/server)\.ts$|^generated\//;
/** Or says so itself. */
const SAYS_SO = /inject\("testServer"\)|process\.env\.DATABASE_URL/;
/**
 * Who hoists settings of its own, replaces a module or stops all timers shares no module with others, which have read the usual ones
 * already and keep what they are given. Nor does who reads the log, which is told of so many refusals a
 * minute, whoever they were of, or counts what the database is asked.
 */
const CHANGES_WHAT_IS_SHARED =
  /\bvi\.(?:(?:hoisted|mock|resetModules)\(|useFakeTimers\((?!\{ toFake: \["Date"\])|spyOn\((?:log|pg\.Client)\b)|process\.env\.\w+ = |Object\.assign\(process\.env/;

/** `import …`, `export … from` and `import("…")`; types are erased, and bring nothing along. */
const IMPORT = /^(?:import|export)\b(?! type\b)[^"'`;]*?["']([^"']+)["']|\bimport\("([^"]+)"\)/gm;

/**
 * The files of tests, apart by whether they come to need a database: by what they import, what that imports, and so on. One that is
 * wrongly taken for a test of mere words fails, for its database is nowhere; one that is wrongly given a database takes a while longer.
 * Those that change what others share are `alone`, and have a database too; of these `hashing` are about what a password costs.
 * @returns {{ words: string[], database: string[], alone: string[], hashing: string[] }}
 */
export function testsByNeed() {
  const tests = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
  ).filter((file) => /\.test\.tsx?$/.test(file));
  const changing = tests.filter((file) => CHANGES_WHAT_IS_SHARED.test(readFileSync(file, "utf8")));
  const [hashing, alone] = apart(changing, (file) =>
    readFileSync(file, "utf8").includes('"@node-rs/argon2"'),
  );
  const others = tests.filter((file) => !changing.includes(file));
  const [database, words] = apart(others, (file) => needsDatabase(file, new Set()));
  return { words, database, alone, hashing };
}

/**
 * @param {readonly string[]} files
 * @param {(file: string) => boolean} isOne
 * @returns {[string[], string[]]}
 */
const apart = (files, isOne) => [files.filter(isOne), files.filter((file) => !isOne(file))];

/**
 * @param {string} file
 * @param {Set<string>} seen
 * @returns {boolean}
 */
function needsDatabase(file, seen) {
  if (seen.has(file)) return false;
  seen.add(file);
  const { isDatabase, imports } = read(file);
  return isDatabase || imports.some((other) => needsDatabase(other, seen));
}

/** @type {Map<string, { isDatabase: boolean, imports: string[] }>} */
const known = new Map();

/** @param {string} file */
function read(file) {
  const before = known.get(file);
  if (before) return before;
  const text = readFileSync(file, "utf8");
  const names = [...text.matchAll(IMPORT)].map(([, named, asked]) => named ?? asked ?? "");
  const found = {
    isDatabase: DATABASE.test(file) || SAYS_SO.test(text),
    imports: names.flatMap((name) => fileOf(name, file)),
  };
  known.set(file, found);
  return found;
}

/**
 * None for what npm brings.
 * @param {string} name
 * @param {string} from
 * @returns {string[]}
 */
function fileOf(name, from) {
  if (!/^(@\/|\.)/.test(name)) return [];
  const path = name.startsWith("@/") ? name.slice(2) : join(dirname(from), name);
  const files = ["", ".ts", ".tsx"].map((end) => path + end);
  return files.filter((file) => /\.(tsx?|mjs)$/.test(file) && existsSync(file));
}

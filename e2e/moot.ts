import { runNode, typescript } from "@/scripts/child-process";

/**
 * What an operator says on the command line about the site under test. Its database is known, so nothing has to look for one.
 * @returns what was printed
 */
export const moot = (...args: string[]): Promise<string> => runNode([...typescript, "bin/moot.ts", ...args]);

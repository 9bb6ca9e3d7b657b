/** What is asked about `moot` itself, which needs no database. */
export type HelpRequest = Readonly<{ version: true } | { version: false; about: string }>;

const HELP = ["--help", "-h"];

/**
 * @param args what was typed after `moot`
 * @returns the command that is asked about, "" for all of them; null where something is to be done
 */
export function helpRequest(args: readonly string[]): HelpRequest | null {
  const [first] = args;
  if (first === "--version" || first === "-V") return { version: true };
  const end = args.indexOf("--");
  const words = end === -1 ? args : args.slice(0, end);
  if (first !== undefined && first !== "help" && !words.some((word) => HELP.includes(word))) return null;
  const named = words.filter((word, nth) => !word.startsWith("-") && !(nth === 0 && word === "help"));
  return { version: false, about: named.join(" ") };
}

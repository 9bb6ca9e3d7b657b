/** One thing an operator can say to `moot`. */
export type Command = Readonly<{
  /** One or two words, as typed: "article publish". */
  name: string;
  /** What follows the name: "FILE.md [--if-none]". */
  usage: string;
  /** One line for `moot help`. */
  does: string;
  /**
   * @param args what was typed after the name
   * @throws Error with a sentence, which is printed and makes the exit code 1
   */
  run: (args: string[]) => Promise<void>;
}>;

/** Commands print plain lines on stdout, for people and for pipes. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

import { execFileSync } from "node:child_process";
import { until } from "./programs";

/** As high as any page, so that all of it is on the screen; and wide, for w3m draws 200 rows and no more. */
const SIZE = { columns: 240, rows: 800 };

/** A program at a terminal, and what its screen shows. */
export type Terminal = Readonly<{
  screen: () => string;
  /** Until the screen shows it. */
  shows: (what: RegExp) => Promise<void>;
  write: (text: string) => void;
  /** Keys by the names tmux has for them. */
  press: (...keys: string[]) => void;
  close: () => void;
}>;

/** @param tmux the program that keeps the terminal @param name of a server that only this has */
export function openTerminal(
  tmux: string,
  name: string,
  command: readonly string[],
  environment: Record<string, string>,
): Terminal {
  const run = (...words: string[]) =>
    execFileSync(tmux, ["-L", name, "-f", "/dev/null", ...words], {
      encoding: "utf8",
      env: { ...process.env, ...environment, LANG: "C.UTF-8" },
    });
  const [columns, rows] = [String(SIZE.columns), String(SIZE.rows)];
  run("new-session", "-d", "-x", columns, "-y", rows, ...command);
  const screen = () => run("capture-pane", "-p").replace(/\n{3,}/g, "\n\n");
  return {
    screen,
    shows: (what) => until(() => Promise.resolve(what.test(screen())), `${String(what)} is not there`),
    write: (text) => void run("send-keys", "-l", text),
    press: (...keys) => void run("send-keys", ...keys),
    close: () => void run("kill-server"),
  };
}

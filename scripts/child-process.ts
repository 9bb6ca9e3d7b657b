import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** The processes we have started and not seen end. */
const running = new Set<ChildProcess>();

/** A command may wait for its connections longer than somebody at a page does: a busy machine is no reason to fail. */
export const PATIENT = { MOOT_DATABASE_WAIT: "60" } as const;

/** Nothing we start calls home. */
export const NO_TELEMETRY = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };

type Wish = Readonly<{
  environment?: Record<string, string | undefined>;
  /** Pass on what it prints as it prints it, instead of keeping it for a complaint. */
  aloud?: boolean;
}>;

/**
 * Runs Node with these arguments until it ends.
 * @returns what it printed, unless it printed aloud
 * @throws Error with what it printed when it fails
 */
export async function runNode(
  args: readonly string[],
  { environment, aloud = false }: Wish = {},
): Promise<string> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment, ...NO_TELEMETRY },
    stdio: aloud ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  track(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  await once(child, "close");
  if (child.exitCode !== 0) throw new Error(printed.trim() || `${args.join(" ")} failed.`);
  return printed;
}

/** What Node needs to run our TypeScript as a server would: `server-only` is then no error. */
export const typescript = ["--conditions=react-server", "--import", "tsx"];

export function track(child: ChildProcess): void {
  running.add(child);
  child.once("exit", () => running.delete(child));
}

/** Asks every child to end, and waits; one that takes longer than this many milliseconds is not asked again. */
export async function endChildren(patience: number): Promise<void> {
  const children = [...running];
  const insist = setTimeout(() => {
    for (const child of children) child.kill("SIGKILL");
  }, patience);
  await Promise.all(
    children.map((child) => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      return ended;
    }),
  );
  clearTimeout(insist);
}

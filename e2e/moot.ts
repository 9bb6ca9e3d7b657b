import { fork, type ChildProcess } from "node:child_process";
import { NO_TELEMETRY, typescript } from "@/scripts/child-process";
import type { Done, Order } from "./operator";

let operator: ChildProcess | undefined;
let orders = 0;

/**
 * What an operator says on the command line about the site under test. Its database is known, so nothing has to look for one.
 * @returns what was printed
 * @throws Error with what `moot` complains of
 */
export function moot(...args: string[]): Promise<string> {
  const child = (operator ??= begin());
  const order: Order = { nth: orders++, args };
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`moot ${args.join(" ")} ended without a word.`));
    const hear = ({ nth, printed, problem }: Done) => {
      if (nth !== order.nth) return;
      child.off("message", hear).off("exit", ended);
      if (problem === null) resolve(printed);
      else reject(new Error(printed + problem));
    };
    child.on("message", hear).once("exit", ended);
    child.send(order);
  });
}

/** It ends with us, and keeps nobody. */
function begin(): ChildProcess {
  const child = fork("e2e/operator.ts", [], {
    execArgv: typescript,
    env: { ...process.env, ...NO_TELEMETRY },
  });
  child.once("exit", () => (operator = undefined));
  child.unref();
  child.channel?.unref();
  return child;
}

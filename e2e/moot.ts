import { fork, type ChildProcess } from "node:child_process";
import { NO_TELEMETRY } from "@/scripts/child-process";
import { program } from "@/scripts/programs";
import type { Done, Order } from "./operator";

let operator: { child: ChildProcess; database: string | undefined } | undefined;
let orders = 0;

/**
 * What an operator says on the command line about the site under test. Its database is known, so nothing has to look for one.
 * @returns what was printed
 * @throws Error with what `moot` complains of
 */
export function moot(...args: string[]): Promise<string> {
  const child = operatorOf(process.env.DATABASE_URL);
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

/** Whoever tells of several sites, one after the other, has another for each. */
function operatorOf(database: string | undefined): ChildProcess {
  if (operator && operator.database === database) return operator.child;
  operator?.child.kill();
  const child = begin();
  operator = { child, database };
  return child;
}

/** It ends with us, and keeps nobody. */
function begin(): ChildProcess {
  const words = program("operator");
  const child = fork(words.at(-1) ?? "", [], {
    execArgv: words.slice(0, -1),
    env: { ...process.env, ...NO_TELEMETRY },
  });
  child.once("exit", () => {
    if (operator?.child === child) operator = undefined;
  });
  child.unref();
  child.channel?.unref();
  return child;
}

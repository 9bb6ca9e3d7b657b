import { runCommandLine } from "@/bin/run-command-line";

/** Does in one process what `moot` does in one process each: a second of them goes by before it has read its own modules. */

export type Order = Readonly<{ nth: number; args: readonly string[] }>;
export type Done = Readonly<{ nth: number; printed: string; problem: string | null }>;

/** What is printed is whose turn it is. */
let turn: Promise<unknown> = Promise.resolve();

process.on("message", (order: Order) => {
  turn = turn.then(() => obey(order)).then((done) => process.send?.(done));
});
// Whoever gave orders is gone.
process.on("disconnect", () => process.exit());

async function obey({ nth, args }: Order): Promise<Done> {
  let printed = "";
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string | Uint8Array) => (printed += String(text)) !== "";
  try {
    await runCommandLine([...args]);
    return { nth, printed, problem: null };
  } catch (error) {
    return { nth, printed, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    process.stdout.write = write;
  }
}

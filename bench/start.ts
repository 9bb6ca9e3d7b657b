import { readSettings } from "@/platform/settings";
import { endChildren, runNode } from "@/scripts/child-process";
import { freePort } from "@/scripts/postgres/embedded";
import { step } from "@/scripts/progress.mjs";
import { startServer, untilItAnswers } from "@/scripts/server";
import { END_WITHIN, environmentOf, freshDatabase, openBuilt } from "./site";
import { median } from "./rounds";
import { program } from "@/scripts/programs";

/** What the sample costs whoever starts Moot for the first time. Milliseconds, medians; `share` is a fraction of 1. */
export type FirstStart = Readonly<{ without: number; with: number; share: number; sentence: string }>;

const ROUNDS = 3;

/** First starts on empty databases, without the sample and with it, in turn. What is installed and built before is not counted. */
export async function measureStart(): Promise<FirstStart> {
  const server = await openBuilt();
  const times: Record<"0" | "1", number[]> = { 0: [], 1: [] };
  try {
    for (let round = 1; round <= ROUNDS; round += 1)
      for (const demo of ["0", "1"] as const)
        times[demo].push(
          await step(`Starting ${demo === "1" ? "with" : "without"} the sample, ${round} of ${ROUNDS}`, () =>
            firstStart(server.url, demo),
          ),
        );
  } finally {
    await server.close();
  }
  const [bare, whole] = [median(times[0]), median(times[1])];
  const share = (whole - bare) / whole;
  return {
    without: bare,
    with: whole,
    share,
    sentence:
      `A first start, built before: ${(bare / 1_000).toFixed(1)} s without the sample, ${(whole / 1_000).toFixed(1)} s with it; ` +
      `the sample is ${Math.round(share * 100)} % of it (medians of ${ROUNDS}).`,
  };
}

async function firstStart(server: string, demo: "0" | "1"): Promise<number> {
  const began = performance.now();
  const environment = {
    ...environmentOf(await freshDatabase(server), await freePort()),
    // Said in so many words it is for the embedded database alone; unsaid it follows that.
    MOOT_DEMO: demo === "0" ? "0" : undefined,
  };
  await runNode([...program("moot"), "set-up"], { environment });
  await untilItAnswers(startServer(environment), readSettings(environment));
  const took = performance.now() - began;
  await endChildren(END_WITHIN);
  return took;
}

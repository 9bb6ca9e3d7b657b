import type { ChildProcess } from "node:child_process";
import { say } from "@/scripts/progress.mjs";
import type { Ask, Load, Measured } from "./asks";
import type { Scene } from "./scenes";
import { child, type Site } from "./site";

/** One row of the table: medians over the rounds. */
export type Row = Readonly<{
  part: string;
  title: string;
  size: number | null;
  /** What the raw server does for it is the same work whatever the size, and so says how busy the machine was. */
  steady: boolean;
  connections: number;
  moot: Measured;
  raw: Measured;
  /** `raw` is a bare page of Next's. */
  isBare: boolean;
  /** Median of the rounds' own ratios, so that a slow minute slows both. */
  ratio: number;
  goal: number | null;
  slowest: number | null;
}>;

export type Effort = Readonly<{ rounds: number; seconds: number; warmUp: number }>;

/**
 * Every scene in every round, Moot and the raw server right after each other: on a machine that does other things too,
 * a ratio of two neighbours means more than a rate.
 */
export async function playRounds(
  site: Pick<Site, "port" | "rawPort"> & { barePort: number },
  scenes: readonly Scene[],
  effort: Effort,
): Promise<Row[]> {
  const loader = child("bench/load.ts");
  const ask = (port: number, one: Ask, connections: number, seconds: number) =>
    press(loader, { port, connections, seconds, ask: one });
  const beside = ({ isBare }: Scene) => (isBare ? site.barePort : site.rawPort);
  for (const scene of scenes) {
    await ask(site.port, scene.moot, 8, effort.warmUp);
    await ask(beside(scene), scene.raw, 8, effort.warmUp / 2);
  }
  const cells = scenes.flatMap((scene) =>
    scene.connections.map((connections) => ({
      scene,
      connections,
      moot: [] as Measured[],
      raw: [] as Measured[],
    })),
  );
  for (let round = 1; round <= effort.rounds; round++) {
    say(`Round ${round} of ${effort.rounds} …`);
    for (const { scene, connections, moot, raw } of cells) {
      moot.push(await ask(site.port, scene.moot, connections, effort.seconds));
      raw.push(await ask(beside(scene), scene.raw, connections, effort.seconds));
    }
  }
  loader.disconnect();
  return cells.map(({ scene, connections, moot, raw }) => ({
    part: scene.part,
    title: scene.title,
    size: scene.size ?? null,
    steady: scene.raw.paths.every((path) => path.startsWith("/flat/")),
    connections,
    moot: medians(moot),
    raw: medians(raw),
    isBare: scene.isBare === true,
    ratio: median(moot.map(({ rate }, nth) => rate / (raw[nth]?.rate ?? Infinity))),
    goal: scene.goal?.at === connections ? scene.goal.share : null,
    slowest: (scene.goal?.at === connections && scene.goal.slowest) || null,
  }));
}

export function press(loader: ChildProcess, load: Load): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("The load ended by itself; its last lines above say why."));
    loader.once("exit", ended);
    loader.once("message", (measured) => {
      loader.off("exit", ended);
      resolve(measured as Measured);
    });
    loader.send(load);
  });
}

const medians = (rounds: readonly Measured[]): Measured => ({
  rate: median(rounds.map(({ rate }) => rate)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  refused: rounds.reduce((sum, { refused }) => sum + refused, 0),
  bytes: median(rounds.map(({ bytes }) => bytes)),
});

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (below + above) / 2;
}

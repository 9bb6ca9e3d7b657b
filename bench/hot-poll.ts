import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { Measured } from "./asks";
import { slugOf } from "./props";
import { median, press } from "./rounds";
import { child, type Site } from "./site";

/** Reading while a poll is hot. Milliseconds, by what is read. */
export type HotPoll = Readonly<{
  seconds: number;
  votes: { asked: number; rate: number; refused: number; p50: number; p99: number };
  reads: { what: string; without: Times; with: Times; ratio: number }[];
  sentence: string;
}>;
type Times = { p50: number; p99: number };

/** Votes a second, however fast they are answered. */
const HOT = 2_000;
/** So many times as slow reading may be beside them. */
const SLOWER = 2;
/** Readers come at their own pace, too: what they wait is asked, not how many the machine can bear. */
const READS = 40;
const VOTING = 64;
const READING = 4;
/** Each read is measured with and without in turn, so that whatever else the machine does slows both. */
const TURNS = 3;

const place = `/articles/${slugOf(10_000)}`;
const READ: Record<string, string> = {
  "article page": place,
  comments: `/api/v1${place}/comments`,
  poll: `/api/v1${place}/poll`,
};

export async function measureHotPoll(site: Site, quick: boolean): Promise<HotPoll> {
  const seconds = quick ? 2 : 60 / (TURNS * Object.keys(READ).length);
  const [voters, readers] = [child("bench/load.ts"), child("bench/load.ts")];
  const votes: Measured[] = [];
  const reads: HotPoll["reads"] = [];
  for (const [what, path] of Object.entries(READ)) {
    const [cold, hot]: [Measured[], Measured[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn++) {
      cold.push(await read(site, readers, path, seconds));
      const voting = vote(site, voters, seconds + 1);
      await pause(500);
      hot.push(await read(site, readers, path, seconds));
      votes.push(await voting);
    }
    const [without, beside] = [times(cold), times(hot)];
    reads.push({ what, without, with: beside, ratio: beside.p50 / without.p50 });
  }
  voters.disconnect();
  readers.disconnect();
  const counted = {
    asked: HOT,
    rate: median(votes.map(({ rate }) => rate)),
    refused: votes.reduce((sum, { refused }) => sum + refused, 0),
    ...times(votes),
  };
  return { seconds, votes: counted, reads, sentence: sentenceOf(counted, reads) };
}

const read = (site: Site, loader: ChildProcess, path: string, seconds: number): Promise<Measured> =>
  press(loader, {
    port: site.port,
    connections: READING,
    seconds,
    pace: READS,
    ask: { method: "GET", paths: [path] },
  });

const vote = ({ port, props }: Site, loader: ChildProcess, seconds: number): Promise<Measured> =>
  press(loader, {
    port,
    connections: VOTING,
    seconds,
    pace: HOT,
    ask: {
      method: "PUT",
      paths: [`/api/v1${place}/poll/vote`],
      cookies: props.cookies,
      bodies: ["approach", "complementary"].map((option) => JSON.stringify({ option })),
    },
  });

const times = (rounds: Measured[]): Times => ({
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
});

const sentenceOf = (votes: HotPoll["votes"], reads: HotPoll["reads"]): string =>
  [
    `A hot poll: ${votes.rate.toFixed(0)} votes a second (${votes.asked} ${votes.rate >= 0.95 * votes.asked ? "reached" : "missed"}), ${votes.refused} refused, each answered in ${votes.p50.toFixed(1)} ms (99 %: ${votes.p99.toFixed(0)} ms). Reading meanwhile, in ms, median (99 %):`,
    ...reads.map(
      ({ what, without, with: beside, ratio }) =>
        `  ${what}: ${without.p50.toFixed(1)} (${without.p99.toFixed(0)}) without votes, ${beside.p50.toFixed(1)} (${beside.p99.toFixed(0)}) with them, ${ratio.toFixed(1)} times (${SLOWER} ${ratio <= SLOWER ? "reached" : "missed"})`,
    ),
  ].join("\n");

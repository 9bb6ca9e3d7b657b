import loadHighs, { type Highs } from "highs";
import { movementOf, type Move, type Movement } from "@/domain/polls/statistics/movement";
import { BUCKET_SIDE } from "@/domain/polls/statistics/opinion-over-time";
import { fullCrowd } from "@/domain/polls/statistics/publish";
import type { Random } from "@/domain/polls/statistics/random";

/** What is told of a debate beyond its tally; a test puts a weaker rule in place of one of ours. */
export type Rules = {
  movement: (moves: readonly Move[]) => Told;
  bucketIsFull: (counts: readonly number[]) => boolean;
  /** Of those who ever stood on both sides, how many stand on each now. */
  tellsSwitches: (standing: readonly number[]) => boolean;
};
/** `exactly`: the numbers themselves, and not steps of them. */
type Told = { movement: Movement | null; exactly?: boolean };

export const OURS: Rules = {
  movement: (moves) => ({ movement: movementOf(SIDES, moves) }),
  bucketIsFull: (counts) => counts.every((count) => count >= BUCKET_SIDE),
  tellsSwitches: (standing) => standing.every((count) => count >= 5),
};

/** Two sides, and an answer that is none; null: no vote. */
const SIDES = ["0", "1"];
const NO_SIDE = 2;
type Choice = 0 | 1 | 2 | null;

/** Where a member may stand, as far as anything published depends on it. */
type State = { first: number; present: Choice; again: boolean; switched: boolean };
type Deed = { member: number; choice: Choice; day: number };

/** A stretch between two moments that figures are made at, and what became of each member in it. */
type Epoch = { day: number; from: Map<number, string>; to: Map<number, string>; step: Step | null };
type Step = { tally: number[]; told: Told; gain: number };
type Bucket = { series: "newcomers" | "switchers"; from: number; to: number; counts: number[] };
export type Played = { epochs: Epoch[]; buckets: Bucket[] };

/** A debate played at random, and all that anybody could ever read of it. */
export function playDebate(rules: Rules, random: Random): Played {
  const states = new Map<number, State>();
  const shown = new Map<number, Choice>();
  const epochs: Epoch[] = [];
  let before = keysOf(states);
  let total: { total: number } | null = null;
  const cut = (day: number, step: Step | null) => {
    epochs.push({ day, from: before, to: keysOf(states), step });
    before = keysOf(states);
  };
  const deeds = drawDeeds(random);
  deeds.forEach((deed, nth) => {
    states.set(deed.member, after(states.get(deed.member), deed.choice));
    const crowd = [...states].filter(
      ([member, { present }]) => present !== (shown.get(member) ?? null),
    ).length;
    if (crowd >= fullCrowd(total)) {
      for (const [member, { present }] of states) shown.set(member, present);
      const tally = [0, 1, 2].map((option) => count(states, ({ present }) => present === option));
      total = { total: tally.reduce((sum, votes) => sum + votes, 0) };
      const gain = count(states, (one) => isMove(one, 0, 1)) - count(states, (one) => isMove(one, 1, 0));
      cut(deed.day, { tally, told: rules.movement(movesOf(states)), gain });
    }
    if (deeds[nth + 1]?.day !== deed.day) cut(deed.day, null);
  });
  const buckets = bucketsOf(epochs, rules);
  return { epochs: merged(epochs, buckets), buckets };
}

/** Without the days' ends at which nothing is told. */
function merged(epochs: readonly Epoch[], buckets: readonly Bucket[]): Epoch[] {
  const edges = new Set(buckets.flatMap(({ from, to }) => [from - 1, to]));
  const kept: Epoch[] = [];
  let from: Epoch["from"] | null = null;
  epochs.forEach((epoch, nth) => {
    from ??= epoch.from;
    const ends = epochs[nth + 1]?.day !== epoch.day && edges.has(epoch.day);
    if (!epoch.step && !ends) return;
    kept.push({ ...epoch, from });
    from = null;
  });
  return kept;
}

function drawDeeds(random: Random): Deed[] {
  const among = (size: number) => Math.floor(random() * size);
  const [members, days, turns] = [20 + among(50), 1 + among(3), 2 + among(4)];
  const [lean, drift, restless, aside] = [random(), random(), 0.3 + random() * 0.7, random() * 0.15];
  const held = new Map<number, Choice>();
  const deeds: Deed[] = [];
  for (let turn = 0; turn < turns; turn++)
    for (let member = 0; member < members; member++) {
      const present = held.get(member);
      if (random() > (present === undefined ? 2 / (turns - turn) : restless / 2)) continue;
      const side = random() < (present === undefined ? lean : drift) ? 0 : 1;
      const choice: Choice =
        random() < aside ? (random() < 0.5 && present !== undefined ? null : NO_SIDE) : side;
      if (choice === present) continue;
      held.set(member, choice);
      deeds.push({ member, choice, day: Math.floor((turn * days) / turns) });
    }
  return deeds;
}

function after(state: State | undefined, choice: Choice): State {
  if (state === undefined)
    return { first: choice ?? NO_SIDE, present: choice, again: false, switched: false };
  if (state.first === NO_SIDE) return { ...state, present: choice };
  const switched = state.switched || (choice !== null && choice !== NO_SIDE && choice !== state.first);
  return { ...state, present: choice, again: state.again || choice !== null, switched };
}

const isMove = ({ first, present, again }: State, from: number, to: number): boolean =>
  again && first === from && present === to;

const movesOf = (states: Map<number, State>): Move[] =>
  [0, 1].flatMap((from) =>
    [0, 1].map((to) => ({
      from: String(from),
      to: String(to),
      members: count(states, (one) => isMove(one, from, to)),
    })),
  );

const count = (states: Map<number, State>, that: (state: State) => boolean): number =>
  [...states.values()].filter(that).length;

const keyOf = ({ first, present, again, switched }: State): string =>
  `${first}${present ?? "w"}${again ? "a" : ""}${switched ? "s" : ""}`;
const keysOf = (states: Map<number, State>): Map<number, string> =>
  new Map([...states].map(([member, state]) => [member, keyOf(state)]));

const NONE = "none";
/** Every state by its key, and where from it one can be after any number of deeds. */
const REACHABLE = reachable();

function reachable(): Map<string, { states: Map<string, State>; state: State | undefined }> {
  const known = new Map<string, { states: Map<string, State>; state: State | undefined }>();
  const look = (key: string, state: State | undefined) => {
    const states = new Map<string, State>(state ? [[key, state]] : []);
    known.set(key, { states, state });
    const open: (State | undefined)[] = [state];
    while (open.length > 0) {
      const one = open.pop();
      for (const choice of [0, 1, 2, null] as const) {
        if (one === undefined && choice === null) continue;
        const next = after(one, choice);
        if (states.has(keyOf(next))) continue;
        states.set(keyOf(next), next);
        open.push(next);
      }
    }
    for (const [next, found] of states) if (!known.has(next)) look(next, found);
  };
  look(NONE, undefined);
  return known;
}

/** Days joined until the rule says that they are full; what is left is not told. */
function bucketsOf(epochs: readonly Epoch[], rules: Rules): Bucket[] {
  const buckets: Bucket[] = [];
  const lastDay = epochs.at(-1)?.day ?? 0;
  for (const series of ["newcomers", "switchers"] as const) {
    let from = 0;
    for (let to = 0; to <= lastDay; to++) {
      const inside = epochs.filter(({ day }) => day >= from && day <= to);
      const counts = [0, 1].map((side) =>
        inside.reduce(
          (sum, epoch) => sum + changes(epoch).filter((one) => counted(series, side, one)).length,
          0,
        ),
      );
      if (!rules.bucketIsFull(counts)) continue;
      const now = [...(inside.at(-1)?.to.values() ?? [])].flatMap((key) => REACHABLE.get(key)?.state ?? []);
      const standing = [0, 1].map((side) => now.filter((one) => one.switched && one.present === side).length);
      if (series === "switchers" && !rules.tellsSwitches(standing)) continue;
      buckets.push({ series, from, to, counts });
      from = to + 1;
    }
  }
  return buckets;
}

type Change = { from: State | undefined; to: State };
const changes = ({ from, to }: Epoch): Change[] =>
  [...to].flatMap(([member, key]) => {
    const state = REACHABLE.get(key)?.state;
    return state ? [{ from: REACHABLE.get(from.get(member) ?? NONE)?.state, to: state }] : [];
  });

/** A first vote for the side, or a first switch to it. */
const counted = (series: Bucket["series"], side: number, { from, to }: Change): boolean =>
  series === "newcomers"
    ? from === undefined && to.first === side
    : from?.switched !== true && to.switched && to.first === 1 - side;

type Cell = { what: string; terms: string[]; value: number };

/**
 * Small figures that all of it determines: for each below five, whether another whole number fits everything published as well. Solved by HiGHS
 * (Q. Huangfu and J. A. J. Hall, Mathematical Programming Computation 10 (2018) 119-142). What the tally alone determines is not counted.
 */
export async function findDetermined({ epochs, buckets }: Played): Promise<string[]> {
  const highs = await loadHighs();
  const book = new Book();
  epochs.forEach((_, nth) => {
    book.epoch(nth);
  });
  const cells: Cell[] = [];
  const cell = (what: string, terms: string[], value: number) => {
    if (value < 5) cells.push({ what, terms, value });
  };
  epochs.forEach(({ step }, nth) => {
    if (!step) return;
    for (const [option, votes] of step.tally.entries())
      book.say(
        book.standing(nth, ({ present }) => present === option),
        "=",
        votes,
      );
  });
  const withTally = book.constraints.length;
  epochs.forEach(({ step, to }, nth) => {
    if (!step) return;
    tell(book, nth, step);
    const states = [...to.values()].flatMap((key) => REACHABLE.get(key)?.state ?? []);
    for (const [from, into] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const)
      cell(
        `step ${nth}: from ${from} to ${into}`,
        book.standing(nth, (state) => isMove(state, from, into)),
        states.filter((state) => isMove(state, from, into)).length,
      );
  });
  for (const { series, from, to, counts } of buckets)
    for (const [side, members] of counts.entries()) {
      const terms = epochs.flatMap(({ day }, nth) =>
        day >= from && day <= to ? book.changes(nth, (change) => counted(series, side, change)) : [],
      );
      book.say(terms, "=", members);
      cell(`${series} of days ${from} to ${to}: side ${side}`, terms, members);
    }
  const all = book.constraints.length;
  return cells
    .filter((one) => !book.leavesOpen(highs, one, all) && book.leavesOpen(highs, one, withTally))
    .map(({ what, value }) => `${what}: ${value}`);
}

/** What a step says of the moves; the attacker is given the sign of a gain that was too small to tell. */
function tell(book: Book, nth: number, { told, gain }: Step): void {
  const moved = (from: number, to: number) => book.standing(nth, (state) => isMove(state, from, to));
  const [to, back] = gain >= 0 ? [moved(0, 1), moved(1, 0)] : [moved(1, 0), moved(0, 1)];
  const others = [...moved(0, 0), ...moved(1, 1), ...back, ...back];
  const difference = [...to, ...back.map((term) => `- ${term}`)];
  const { movement, exactly } = told;
  const gained = movement === null ? 0 : Math.max(...movement.gained.map(({ members }) => members));
  book.say(difference, ">=", gained);
  if (exactly && movement) {
    book.say(difference, "=", gained);
    book.say(others, "=", movement.moved - gained);
    return;
  }
  book.say(difference, "<=", movement === null ? 9 : gained + 4);
  const besides = movement === null ? 0 : movement.moved - gained;
  book.say(others, ">=", besides);
  book.say(others, "<=", besides + 9);
}

/** Unknown numbers of members who went from state to state in each epoch, and what is said of them. */
class Book {
  readonly constraints: string[] = [];
  private readonly unknowns: { name: string; nth: number; from: string; to: State; key: string }[] = [];

  epoch(nth: number): void {
    for (const [from, { states }] of REACHABLE)
      for (const [key, to] of states)
        if (nth > 0 || from === NONE)
          this.unknowns.push({ name: `n${nth}_${from}_${key}`, nth, from, to, key });
    if (nth === 0) return;
    for (const key of REACHABLE.keys()) {
      if (key === NONE) continue;
      const [arrived, left] = [
        this.unknowns.filter((one) => one.nth === nth - 1 && one.key === key),
        this.unknowns.filter((one) => one.nth === nth && one.from === key),
      ];
      this.say([...left.map(({ name }) => name), ...arrived.map(({ name }) => `- ${name}`)], "=", 0);
    }
  }

  standing(nth: number, that: (state: State) => boolean): string[] {
    return this.unknowns.filter((one) => one.nth === nth && that(one.to)).map(({ name }) => name);
  }

  changes(nth: number, that: (change: Change) => boolean): string[] {
    return this.unknowns
      .filter((one) => one.nth === nth && that({ from: REACHABLE.get(one.from)?.state, to: one.to }))
      .map(({ name }) => name);
  }

  say(terms: readonly string[], relation: "=" | ">=" | "<=", value: number): void {
    this.constraints.push(`${sum(terms)} ${relation} ${value}`);
  }

  /** Whether the first so many constraints let the cell be another number than it is. */
  leavesOpen(highs: Highs, { terms, value }: Cell, constraints: number): boolean {
    return ["max", "min"].some((goal) => {
      const program = [
        goal === "max" ? "Maximize" : "Minimize",
        ` goal: ${sum(terms)}`,
        "Subject To",
        ...this.constraints.slice(0, constraints).map((line, nth) => ` c${nth}: ${line}`),
        ` bound: ${sum(terms)} <= 5`,
        "General",
        ` ${this.unknowns.map(({ name }) => name).join(" ")}`,
        "End",
      ].join("\n");
      const solved = highs.solve(program, { output_flag: false });
      if (solved.Status !== "Optimal") throw new Error(`HiGHS: ${solved.Status}`);
      return Math.round(solved.ObjectiveValue) !== value;
    });
  }
}

const sum = (terms: readonly string[]): string =>
  terms.map((term) => (term.startsWith("- ") ? term : `+ ${term}`)).join("\n  ") || "0 n0_none_00";

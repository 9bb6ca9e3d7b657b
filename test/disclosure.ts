import {
  BESIDES_STEP,
  FEWEST_MOVED,
  GAIN_STEP,
  movementOf,
  type Move,
  type Movement,
  type SideCount,
} from "@/domain/polls/statistics/movement";
import { BUCKET_SIDE } from "@/domain/polls/statistics/opinion-over-time";
import { closingCrowd, fullCrowd } from "@/domain/polls/statistics/publish";
import type { Random } from "@/domain/polls/statistics/random";
import { Equations, type Cell } from "./equations";

/** What is told of a debate beyond its tally; a test puts a weaker rule in place of one of ours. */
export type Rules = {
  movement: (moves: readonly Move[], standing: readonly SideCount[]) => Told;
  bucketIsFull: (counts: readonly number[]) => boolean;
  /** Of those who ever stood on both sides, how many stand on each now. */
  tellsSwitches: (standing: readonly number[]) => boolean;
};
/**
 * `exactly`: the numbers themselves, and not steps of them. `isFew`: that nothing is told because few moved, which it may be for another reason too;
 * the attacker is told whether it is.
 */
type Told = { movement: Movement | null; exactly?: boolean; isFew?: boolean };

const SIDES = ["0", "1"];

export const OURS: Rules = {
  movement: (moves, standing) => {
    const movement = movementOf(SIDES, moves, standing);
    return { movement, isFew: movement !== null || isFew(moves) };
  },
  bucketIsFull: (counts) => counts.every((count) => count >= BUCKET_SIDE),
  tellsSwitches: (standing) => standing.every((count) => count >= 5),
};

/** Whether of so few who moved nothing is told wherever they stand. */
const isFew = (moves: readonly Move[]): boolean =>
  movementOf(
    SIDES,
    moves,
    SIDES.map((side) => ({ side, began: Infinity, present: Infinity })),
  ) === null;

/** Two sides, and an answer that is none; null: no vote. */
const NO_SIDE = 2;
type Choice = 0 | 1 | 2 | null;

/** Where a member may stand, as far as anything published depends on it. */
type State = { first: number; present: Choice; again: boolean; switched: boolean };
type Deed = { member: number; choice: Choice; day: number };

/** A stretch between two moments that figures are made at, and what became of each member in it. */
type Epoch = { day: number; from: Map<number, string>; to: Map<number, string>; step: Step | null };
type Step = { tally: number[]; told: Told };
type Bucket = { series: "newcomers" | "switchers"; from: number; to: number; counts: number[] };
export type Played = { epochs: Epoch[]; buckets: Bucket[]; answers: 2 | 3 };

/** A debate played at random until its close, and all that anybody could ever read of it. */
export function playDebate(rules: Rules, random: Random): Played {
  const answers = random() < 0.5 ? 2 : 3;
  const deeds = random() < 0.3 ? drawDeeds(random) : drawGroups(random);
  return play(rules, answers === 3 ? deeds : deeds.filter(({ choice }) => choice !== NO_SIDE), answers);
}

/** @param answers two sides alone, or a third answer beside them: everybody knows which there are */
function play(rules: Rules, deeds: readonly Deed[], answers: 2 | 3): Played {
  const states = new Map<number, State>();
  const shown = new Map<number, Choice>();
  const epochs: Epoch[] = [];
  let before = keysOf(states);
  let total: { total: number } | null = null;
  const cut = (day: number, step: Step | null) => {
    epochs.push({ day, from: before, to: keysOf(states), step });
    before = keysOf(states);
  };
  deeds.forEach((deed, nth) => {
    states.set(deed.member, after(states.get(deed.member), deed.choice));
    const crowd = [...states].filter(
      ([member, { present }]) => present !== (shown.get(member) ?? null),
    ).length;
    const isLast = nth === deeds.length - 1;
    const isTold = crowd >= (isLast ? closingCrowd(total) : fullCrowd(total));
    if (isTold) {
      for (const [member, { present }] of states) shown.set(member, present);
      const tally = [0, 1, 2].map((option) => count(states, ({ present }) => present === option));
      total = { total: tally.reduce((sum, votes) => sum + votes, 0) };
      cut(deed.day, { tally, told: rules.movement(movesOf(states), standingOf(states)) });
    }
    // After the close nobody votes, which everybody knows.
    if (deeds[nth + 1]?.day !== deed.day && !(isLast && isTold)) cut(deed.day, null);
  });
  const buckets = bucketsOf(epochs, rules);
  return { epochs: merged(epochs, buckets), buckets, answers };
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

/** How many do the same: a handful, who would be seen, or enough to fill a bucket. */
const FEW = 4;
const ENOUGH = BUCKET_SIDE;

/**
 * Some kinds of people, each of whom does the same in each turn, a day apart; often whoever has ever switched ends on one side, and often
 * newcomers of both sides come on the last day. So whole streams go one way, come back, or are of a few: left to each member's own chance, that
 * nearly nobody does something hardly ever happens.
 */
function drawGroups(random: Random): Deed[] {
  const among = (size: number) => Math.floor(random() * size);
  const turns = random() < 0.25 ? 2 : 3;
  const [aside, end] = [random() < 0.7 ? 0 : 0.15, random() < 0.5 ? among(2) : null];
  const deeds: Deed[][] = Array.from({ length: turns }, () => []);
  const paths = Array.from({ length: 2 + among(4) }, () => ({
    size: random() < 0.2 ? 1 + among(FEW) : ENOUGH + among(ENOUGH / 2),
    path: drawPath(turns, aside, end === null ? null : end === 0 ? 0 : 1, random),
  }));
  if (random() < 0.5)
    for (const side of [0, 1] as const)
      paths.push({ size: ENOUGH + among(FEW), path: new Map([[turns - 1, side]]) });
  let members = 0;
  for (const { size, path } of paths)
    for (const last = members + size; members < last; members++)
      for (const [day, choice] of path) deeds[day]?.push({ member: members, choice, day });
  return deeds.flatMap((turn) => shuffled(turn, random));
}

/** On which days one kind of people votes, and for what. @param end the side on which those stand at last who have left their first one */
function drawPath(turns: number, aside: number, end: 0 | 1 | null, random: Random): Map<number, Choice> {
  const first = random() < 0.5 ? 0 : 1;
  const begins = random() < 0.8 ? 0 : Math.floor(random() * turns);
  const path = new Map<number, Choice>([[begins, first]]);
  let held: Choice = first;
  for (let day = begins + 1; day < turns; day++) {
    const chance = random();
    let choice: Choice = held;
    if (chance < aside) choice = chance < aside / 2 ? null : NO_SIDE;
    else if (chance > 0.5) choice = held === 0 ? 1 : 0;
    if (day === turns - 1 && end !== null && (choice !== first || path.size > 1)) choice = end;
    if (choice !== held) path.set(day, choice);
    held = choice;
  }
  return path;
}

function shuffled(deeds: readonly Deed[], random: Random): Deed[] {
  return deeds
    .map((deed) => ({ deed, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ deed }) => deed);
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

const standingOf = (states: Map<number, State>): SideCount[] =>
  [0, 1].map((side) => ({
    side: String(side),
    began: count(states, ({ first, present }) => first === side && (present === 0 || present === 1)),
    present: count(states, ({ present }) => present === side),
  }));

const count = (states: Map<number, State>, that: (state: State) => boolean): number =>
  [...states.values()].filter(that).length;

/** Who has ever taken the answer that is no side, as far as it is seen in where they stand. */
const hasNoSide = ({ first, present }: State): boolean => first === NO_SIDE || present === NO_SIDE;

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

/**
 * Small figures that all of it determines: for each below five, whether another whole number fits everything published as well. What the tally
 * alone determines is not counted.
 */
export async function findDetermined({ epochs, buckets, answers }: Played): Promise<string[]> {
  const book = new Book(answers);
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
  const determined: string[] = [];
  for (const one of cells)
    if (!(await book.leavesOpen(one, all)) && (await book.leavesOpen(one, withTally)))
      determined.push(`${one.what}: ${one.value}`);
  return determined;
}

/** What a step says of the moves. Which side a gain was for is told only where it is told at all. */
function tell(book: Book, nth: number, { told: { movement, exactly, isFew = true } }: Step): void {
  if (movement === null && !isFew) return;
  const moved = (from: number, to: number) => book.standing(nth, (state) => isMove(state, from, to));
  const [to, back, returned] = [moved(0, 1), moved(1, 0), [...moved(0, 0), ...moved(1, 1)]];
  const less = (terms: readonly string[]) => terms.map((term) => `- ${term}`);
  const difference = [...to, ...less(back)];
  const gain = movement?.gained.find(({ side }) => side === "1")?.members ?? 0;
  const size = Math.abs(gain);
  const besides = movement === null ? 0 : movement.moved - size;
  if (exactly && movement) {
    book.say(difference, "=", gain);
    book.say([...returned, ...(gain < 0 ? [...to, ...to] : [...back, ...back])], "=", besides);
    return;
  }
  const open = movement === null ? FEWEST_MOVED - 1 : size + GAIN_STEP - 1;
  const last = besides + BESIDES_STEP - 1;
  const [ifSecond, ifFirst] = [
    [...returned, ...back, ...back],
    [...returned, ...to, ...to],
  ];
  if (size > 0) {
    const [gained, rest] = gain > 0 ? [difference, ifSecond] : [[...back, ...less(to)], ifFirst];
    book.say(gained, ">=", size);
    book.say(gained, "<=", open);
    book.say(rest, ">=", besides);
    book.say(rest, "<=", last);
    return;
  }
  // Which side gained is not told: of the fewer who went one way `last` allows so many, and of the others as many more as the gain may be.
  const toSecond = book.choice(`b${nth}`);
  book.say(difference, "<=", open);
  book.say(difference, ">=", -open);
  for (const rest of [ifSecond, ifFirst]) if (besides > 0) book.say(rest, ">=", besides);
  book.say([...ifSecond, `${2 * open} ${toSecond}`], "<=", last + 2 * open);
  book.say([...ifFirst, `-${2 * open} ${toSecond}`], "<=", last);
}

/** Unknown numbers of members who went from state to state in each epoch, and what is said of them. */
class Book extends Equations {
  private readonly unknowns: { name: string; nth: number; from: string; to: State; key: string }[] = [];

  constructor(readonly answers: 2 | 3) {
    super();
  }

  epoch(nth: number): void {
    for (const [from, { states }] of REACHABLE)
      for (const [key, to] of states)
        if ((nth > 0 || from === NONE) && (this.answers === 3 || !hasNoSide(to)))
          this.unknowns.push({ name: this.unknown(`n${nth}_${from}_${key}`), nth, from, to, key });
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
}

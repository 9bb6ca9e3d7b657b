import { FEWEST_GUESSES, GUESS_STEP } from "@/domain/polls/statistics/guess";
import type { Random } from "@/domain/polls/statistics/random";
import { ANY, Equations, type Cell } from "./equations";

/** What is told of guesses, in hundredths, from all that were made until then; a test puts a weaker rule in place of ours. */
export type GuessRules = {
  /** So many more are needed for the next figures. */
  fewest: number;
  median: {
    step: number;
    /** Of an even number the mean of the middle two; ours is the lower of them. */
    between?: true;
  };
  /** Not told by ours. */
  mean?: { step: number };
};

export const OUR_GUESSES: GuessRules = { fewest: FEWEST_GUESSES, median: { step: GUESS_STEP * 100 } };

/** Guesses are multiples of ten here: whoever knows that much knows more than anybody does. */
const GRID = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
const QUARTERS = [
  [0, 24],
  [25, 49],
  [50, 74],
  [75, 100],
] as const;

/** One person's own accounts, whose guesses that person knows. */
const OWN = 4;

/** What others guessed between two moments at which figures were told, and what was then told of all. */
type Told = { others: number[]; all: number; median: number; mean: number };
export type PlayedGuesses = { rules: GuessRules; own: number[]; told: Told[] };

/** Guesses around one number or all over, of one mind or spread, and another number each time. */
export function playGuesses(rules: GuessRules, random: Random): PlayedGuesses {
  const around = (centre: number, spread: number) =>
    Math.min(100, Math.max(0, Math.round((centre + (random() - 0.5) * spread) / 10) * 10));
  const side = random() < 0.5 ? 0 : 100;
  const own = Array.from({ length: OWN }, () => (random() < 0.8 ? side : around(50, 100)));
  const all = [...own];
  const told = Array.from({ length: 3 }, (_, nth) => {
    const [centre, spread] = [random() * 120 - 10, random() < 0.3 ? 0 : random() * 120];
    const many = rules.fewest - (nth === 0 ? OWN : 0) + Math.floor(random() * 3);
    const others = Array.from({ length: many }, () => around(centre, spread));
    all.push(...others);
    const sorted = all.toSorted((one, other) => one - other);
    const middle = (at: number) => sorted[Math.floor(at)] ?? 0;
    const lower = middle((all.length - 1) / 2);
    const median = rules.median.between ? (lower + middle(all.length / 2)) / 2 : lower;
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    return { others, all: all.length, median, mean };
  });
  return { rules, own, told };
}

/** How many of those who came since the last figures guessed within which quarter, where that is below five and follows from what was told. */
export async function findDeterminedGuesses({ rules, own, told }: PlayedGuesses): Promise<string[]> {
  const book = new Equations();
  const cells: Cell[] = [];
  const until: { value: number; name: string }[] = [];
  told.forEach(({ others, all, median, mean }, nth) => {
    const these = GRID.map((value) => ({ value, name: book.unknown(`g${nth}_${value}`) }));
    book.say(namesOf(these), "=", others.length);
    until.push(...these);
    const places = [Math.ceil(all / 2), ...(rules.median.between ? [Math.floor(all / 2) + 1] : [])];
    const middles = places.map((place, which) =>
      sayMiddle(book, until, own, { place, name: `m${nth}_${which}` }),
    );
    sayNear(book, middles.flat(), places.length * median, places.length, rules.median.step);
    if (rules.mean) {
      const sum = own.reduce((total, one) => total + one, 0);
      const terms = until.map(({ value, name }) => `${value} ${name}`);
      sayNear(book, terms, mean * all - sum, all, rules.mean.step, sum);
    }
    for (const [least, most] of QUARTERS) {
      const within = ({ value }: { value: number }) => value >= least && value <= most;
      const value = others.filter((one) => within({ value: one })).length;
      if (value < 5)
        cells.push({
          what: `guesses ${nth}, ${least} to ${most}`,
          terms: namesOf(these.filter(within)),
          value,
        });
    }
  });
  const determined: string[] = [];
  for (const cell of cells)
    if (!(await book.leavesOpen(cell))) determined.push(`${cell.what}: ${cell.value}`);
  return determined;
}

const namesOf = (unknowns: readonly { name: string }[]): string[] => unknowns.map(({ name }) => name);

/** Which guess is at that place of all in order: one of the grid's. @returns its value, as terms */
function sayMiddle(
  book: Equations,
  guesses: readonly { value: number; name: string }[],
  own: readonly number[],
  { place, name }: { place: number; name: string },
): string[] {
  const isAt = GRID.map((value) => ({ value, name: book.choice(`${name}_${value}`) }));
  book.say(namesOf(isAt), "=", 1);
  for (const { value, name: here } of isAt) {
    const counted = (that: (one: number) => boolean) => ({
      terms: namesOf(guesses.filter((one) => that(one.value))),
      known: own.filter(that).length,
    });
    const [upTo, below] = [counted((one) => one <= value), counted((one) => one < value)];
    book.say([...upTo.terms, `- ${ANY} ${here}`], ">=", place - upTo.known - ANY);
    book.say([...below.terms, `${ANY} ${here}`], "<=", place - 1 - below.known + ANY);
  }
  return isAt.map(({ value, name: here }) => `${value} ${here}`);
}

/** That a sum is as it was told: to the nearest step of each of its `parts`, or exactly where the step is nought. */
function sayNear(
  book: Equations,
  terms: readonly string[],
  value: number,
  parts: number,
  step: number,
  known = 0,
): void {
  const told = step === 0 ? value + known : Math.round((value + known) / parts / step) * step * parts;
  book.say(terms, ">=", told - known - (step / 2) * parts);
  book.say(terms, "<=", told - known + (step / 2) * parts);
}

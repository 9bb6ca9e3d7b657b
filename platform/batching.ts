import "server-only";

import { outsideTransaction, isInTransaction } from "./database";

/** Queries in one statement, so that nobody waits long for the others in it. */
const MAX_BATCH = 32;
/** A statement that takes longer (a lock, a slow disk, a connection that broke) holds up no others. Milliseconds. */
const MAX_WAIT = 50;

type Batched<Ask, Answer> = {
  /** Answers in the order of what it is asked; undefined for what has to be asked alone. */
  many: (asks: readonly Ask[]) => Promise<readonly (Answer | undefined)[]>;
  /** One question by itself. */
  one: (ask: Ask) => Promise<Answer>;
};

type Waiting<Ask, Answer> = {
  ask: Ask;
  resolve: (answer: Answer | PromiseLike<Answer>) => void;
  reject: (problem: unknown) => void;
};

/**
 * Batches concurrent queries: the first runs at once; those that arrive while it runs are sent together as one statement (`many`),
 * which costs little more than one query. Nothing is cached: each answer comes from a statement that began after its query
 * arrived, and a write is acknowledged when it is committed. A statement is a transaction: where it fails, each of its queries
 * is run again by itself (`one`), so that nobody's error is another's. Inside a transaction nothing is batched.
 */
export function batched<Ask, Answer>({ many, one }: Batched<Ask, Answer>): (ask: Ask) => Promise<Answer> {
  let waiting: Waiting<Ask, Answer>[] = [];
  let isUnderWay = false;

  async function send(): Promise<void> {
    const these = waiting.slice(0, MAX_BATCH);
    waiting = waiting.slice(MAX_BATCH);
    isUnderWay = true;
    let isWaitedFor = true;
    const next = () => {
      if (!isWaitedFor) return;
      isWaitedFor = false;
      isUnderWay = false;
      if (waiting.length > 0) void send();
    };
    const patience = setTimeout(next, MAX_WAIT);
    try {
      await answer(these);
    } finally {
      clearTimeout(patience);
      next();
    }
  }

  async function answer(these: Waiting<Ask, Answer>[]): Promise<void> {
    const [first] = these;
    if (first && these.length === 1) {
      await one(first.ask).then(first.resolve, first.reject);
      return;
    }
    const answers = await many(these.map(({ ask }) => ask)).catch(() => []);
    these.forEach(({ ask, resolve }, nth) => {
      const answer = answers[nth];
      resolve(answer === undefined ? one(ask) : answer);
    });
  }

  return (ask) => {
    if (isInTransaction()) return one(ask);
    return new Promise<Answer>((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      // The batch must not inherit the transaction or context of the request that happens to come first.
      if (!isUnderWay) void outsideTransaction(send);
    });
  };
}

/** A statement's rows by the places (from 1) of what was asked; undefined where there is none. */
export function byPosition<Row extends { nth: number }>(
  asks: readonly unknown[],
  rows: readonly Row[],
): (Row | undefined)[] {
  const rowsPlaced: (Row | undefined)[] = asks.map(() => undefined);
  for (const row of rows) rowsPlaced[row.nth - 1] = row;
  return rowsPlaced;
}

/** Each of these properties of all asks, as an array for the database. */
export const transpose = <Ask, const Names extends readonly (keyof Ask)[]>(
  asks: readonly Ask[],
  ...names: Names
) => names.map((name) => asks.map((ask) => ask[name])) as { [nth in keyof Names]: Ask[Names[nth]][] };

import "server-only";

/** The next run begins after so long, even if the one before has not ended. Milliseconds. */
const MAX_WAIT = 250;

type Flight<Answer> = { answer: Promise<Answer>; next: Promise<Answer> | null };

/**
 * Single-flight (request coalescing): requests with the same key that arrive while one runs share the next run, which begins
 * when that one ends. Nothing is cached: no answer is older than its request.
 */
export function singleFlight<Answer>(): (what: string, run: () => Promise<Answer>) => Promise<Answer> {
  const turns = new Map<string, Flight<Answer>>();

  function begin(what: string, run: () => Promise<Answer>): Promise<Answer> {
    const turn: Flight<Answer> = { answer: run(), next: null };
    turns.set(what, turn);
    const end = () => {
      if (turns.get(what) === turn && turn.next === null) turns.delete(what);
    };
    turn.answer.then(end, end);
    return turn.answer;
  }

  return (what, run) => {
    const turn = turns.get(what);
    if (!turn) return begin(what, run);
    turn.next ??= ended(turn.answer).then(() => begin(what, run));
    return turn.next;
  };
}

/** Resolves when the work has succeeded or failed, or after `MAX_WAIT`. */
function ended(work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, MAX_WAIT);
    const over = () => {
      clearTimeout(patience);
      resolve();
    };
    work.then(over, over);
  });
}

import "server-only";

/** A run that takes longer than this holds up nobody who asks the same later. Milliseconds. */
const MAX_WAIT = 250;

type Flight<Answer> = { answer: Promise<Answer>; next: Promise<Answer> | null };

/**
 * Of those who ask the same at the same time, the first is answered by a run of their own, and all who come while it is under
 * way by one more, which begins when it ends. Nothing is kept: no answer is older than its question.
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

/** When it has ended, well or not, or has taken too long. */
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

import "server-only";

/** The next run begins after so long, even if the one before has not ended. Milliseconds. */
const MAX_WAIT = 250;

type Flight<Answer> = { answer: Promise<Answer>; next: Promise<Answer> | null };

/**
 * Single-flight (request coalescing): requests with the same key that arrive while one runs share the next run, which begins
 * when that one ends. Nothing is cached: no answer is older than its request.
 */
export function singleFlight<Answer>(): (what: string, run: () => Promise<Answer>) => Promise<Answer> {
  const flights = new Map<string, Flight<Answer>>();

  function begin(what: string, run: () => Promise<Answer>): Promise<Answer> {
    const flight: Flight<Answer> = { answer: run(), next: null };
    flights.set(what, flight);
    const end = () => {
      if (flights.get(what) === flight && flight.next === null) flights.delete(what);
    };
    flight.answer.then(end, end);
    return flight.answer;
  }

  return (what, run) => {
    const flight = flights.get(what);
    if (!flight) return begin(what, run);
    flight.next ??= ended(flight.answer).then(() => begin(what, run));
    return flight.next;
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

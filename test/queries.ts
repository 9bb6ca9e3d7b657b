import pg from "pg";

/** Queries that reach the database while `work` goes on. */
export async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype;
  // The method is only put aside to be put back.
  // oxlint-disable-next-line typescript/unbound-method
  const query = prototype.query;
  let count = 0;
  Reflect.set(prototype, "query", function (this: pg.Client, ...words: unknown[]) {
    count++;
    return Reflect.apply(query, this, words) as unknown;
  });
  try {
    await work();
  } finally {
    Reflect.set(prototype, "query", query);
  }
  return count;
}

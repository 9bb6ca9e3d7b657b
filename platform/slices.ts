import "server-only";

import { database, type Prisma } from "./database";

/** Rows of one statement, which may last five seconds. */
export const SLICE = 5_000;
/** Statements of one round: half a million rows. What is left is the next round's. */
const SLICES_A_ROUND = 100;

/**
 * Forgets slice by slice, each a statement of its own, until one is not full or the round is over. However long nobody has tidied, no
 * statement is too long, and nobody waits behind one: for jobs that are `long`.
 * @param forget removes so many at most, and says how many
 * @returns how many went
 */
export async function inSlices(forget: (most: number) => Promise<number>, slice = SLICE): Promise<number> {
  let gone = 0;
  for (let nth = 0; nth < SLICES_A_ROUND; nth++) {
    const some = await forget(slice);
    gone += some;
    if (some < slice) break;
  }
  return gone;
}

/** Rows of a table that fulfil a condition go, in slices. It is asked again of a row that somebody has changed meanwhile. */
export function forgetRows(table: Prisma.Sql, condition: Prisma.Sql): Promise<number> {
  return inSlices(
    (most) => database().$executeRaw`
      DELETE FROM ${table}
      WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${most}::int)) AND ${condition}`,
  );
}

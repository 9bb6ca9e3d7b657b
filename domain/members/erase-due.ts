import "server-only";

import { reserveHandle } from "./reserved-handle";
import { tellErased } from "./security-mails";
import { wakeListeners } from "@/domain/events/record";
import { database, transaction } from "@/platform/database";
import type { Job } from "@/platform/jobs";

/** Comments seen to in one transaction: nobody who writes in the same threads waits for long. */
const SLICE = 50;
/** Rounds of one run; who has more comments is erased in the next ones. */
const ROUNDS = 2_000;

/** Takes a slice of the comments of accounts whose week is over. @returns whether there were any */
async function eraseSomeTexts(): Promise<boolean> {
  const [row] = await database().$queryRaw<
    { comments: number }[]
  >`SELECT erase_texts(${SLICE}::int) AS comments`;
  wakeListeners();
  return (row?.comments ?? 0) > 0;
}

/** One account with all that belongs to it, in one step. @returns whether there was one */
async function eraseOne(): Promise<boolean> {
  return transaction(async (tx) => {
    // A row for each handle it had; the address is in the first.
    const gone = await tx.$queryRaw<{ address: string | null; called: string }[]>`
      SELECT address, called FROM erase_next_account()`;
    if (gone.length === 0) return false;
    for (const { address, called } of gone) {
      await reserveHandle(tx, called);
      if (address !== null) await tellErased(tx, address);
    }
    wakeListeners();
    return true;
  });
}

/** Erases every account whose week is over: first its comments, in slices, and then all the rest. */
export async function eraseDue(): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) if (!(await eraseSomeTexts())) break;
  for (let round = 0; round < ROUNDS; round++) if (!(await eraseOne())) break;
}

export const eraseAccounts: Job = { name: "erase accounts", everySeconds: 300, run: eraseDue, long: true };

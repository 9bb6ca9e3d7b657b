import "server-only";

import { NotAllowed } from "@/platform/refusal";
import * as t from "#messages/members";

/**
 * What a member writes is refused by the database itself when they were suspended or banned while it was on its way (the
 * triggers `…_in_good_standing`). Here its refusal becomes a sentence; every other error passes.
 */
export async function refuseIfSanctioned<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (problem) {
    if (!wasRefused(problem)) throw problem;
    throw new NotAllowed(t.yourAccountWasSuspended);
  }
}

/** The client hides the constraint's name in some of its errors, and passes the sentence on in all. */
const wasRefused = (problem: unknown): boolean =>
  problem instanceof Error && problem.message.includes("no longer in good standing");

import "server-only";

import { memberBySession } from "./queries";
import { SAMPLE_CAST } from "./sample";
import { openSession, type SignedIn } from "./sessions";
import { database } from "@/platform/database";
import { NotFound } from "@/platform/refusal";
import * as t from "#messages/members";

/**
 * The sample cast, who have no passwords and came some time ago.
 * Whoever of them is here already stays as they are.
 */
export async function joinSampleCast(): Promise<void> {
  const joinedAt = new Date(Date.now() - SAMPLE_AGE);
  await database().member.createMany({
    data: SAMPLE_CAST.map((part) => ({
      ...part,
      email: `${part.handle}@sample.invalid`,
      sample: true,
      joinedAt,
    })),
    skipDuplicates: true,
  });
}

/** Long enough ago that nobody in the cast counts as an account made for one quarrel. Milliseconds. */
const SAMPLE_AGE = 30 * 24 * 60 * 60 * 1_000;

/** A session without a password, for the sample cast and for tests. */
export async function openSampleSession(handle: string): Promise<SignedIn> {
  const credentials = await database().member.findFirst({
    where: { handle, sample: true, erasedAt: null },
    select: { id: true, passwordHash: true },
  });
  const token = credentials && (await openSession(credentials));
  const member = token ? await memberBySession(token) : null;
  if (!token || !member) throw new NotFound(t.theSampleCast);
  return { member, token };
}

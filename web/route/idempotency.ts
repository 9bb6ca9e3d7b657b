import "server-only";

import { createHash } from "node:crypto";
import { z } from "zod";
import { Prisma, query, transaction } from "@/platform/database";
import { Unacceptable } from "@/platform/refusal";
import type { Answer } from "./answer";
import * as t from "#messages/api";

/** An answer as it is stored beside its key. */
const Stored = z.object({
  status: z.int(),
  body: z.unknown().optional(),
  location: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
});

type Request = { who: string; key: string; path: string; body: Buffer | undefined };

/**
 * The same key gets the same answer (IETF draft "The Idempotency-Key HTTP Header Field"). Key, write and answer are one
 * transaction: a second request under the key waits for the first, then repeats its answer; a refused one leaves nothing.
 */
export function answerOnce(
  request: Request,
  run: () => Answer | Response | Promise<Answer | Response>,
): Promise<Answer | Response> {
  const fingerprint = createHash("sha256")
    .update(request.path)
    .update("\0")
    .update(request.body ?? "")
    .digest();
  return transaction(async (tx) => {
    const mine = await query(Prisma.sql`
      INSERT INTO idempotency (who, key, request) VALUES (${request.who}, ${request.key}, ${fingerprint})
      ON CONFLICT DO NOTHING RETURNING true`);
    if (mine.length === 0) {
      const given = await tx.idempotency.findUniqueOrThrow({
        where: { who_key: { who: request.who, key: request.key } },
      });
      if (!Buffer.from(given.request).equals(fingerprint))
        throw new Unacceptable(t.thisIdempotencyKeyWasUsed);
      return Stored.parse(JSON.parse(given.body ?? "null"));
    }
    const answer = await run();
    if (answer instanceof Response) return answer;
    await query(Prisma.sql`
      UPDATE idempotency SET status = ${answer.status}, body = ${JSON.stringify({ ...answer, cookies: undefined })}
      WHERE who = ${request.who} AND key = ${request.key}`);
    return answer;
  });
}

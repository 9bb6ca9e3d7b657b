import "server-only";

import { createHash } from "node:crypto";
import { z } from "zod";
import { Prisma, query, transaction } from "@/platform/database";
import type { IdempotencyKey } from "@/platform/idempotency-key";
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

export type KeyedRequest = { who: string; key: string; path: string; body: Buffer | undefined };

/** The answer that was given to this request before. */
class Repeated extends Error {
  constructor(readonly answer: Answer) {
    super("This request has been answered before.");
  }
}

/**
 * The same key gets the same answer (IETF draft "The Idempotency-Key HTTP Header Field"). Key, write and answer are one
 * transaction: a second request under the key waits for the first, then repeats its answer; a refused one leaves nothing.
 */
export function answerOnce(
  request: KeyedRequest,
  run: () => Answer | Response | Promise<Answer | Response>,
): Promise<Answer | Response> {
  const fingerprint = fingerprintOf(request);
  return transaction(async (tx) => {
    const mine = await query(Prisma.sql`
      INSERT INTO idempotency (who, key, request) VALUES (${request.who}, ${request.key}, ${fingerprint})
      ON CONFLICT DO NOTHING RETURNING true`);
    if (mine.length === 0) {
      const given = await tx.idempotency.findUniqueOrThrow({
        where: { who_key: { who: request.who, key: request.key } },
      });
      return storedAnswer({ request: Buffer.from(given.request), body: given.body }, fingerprint);
    }
    const answer = await run();
    if (answer instanceof Response) return answer;
    await query(Prisma.sql`
      UPDATE idempotency SET status = ${answer.status}, body = ${asStored(answer)}
      WHERE who = ${request.who} AND key = ${request.key}`);
    return answer;
  });
}

/**
 * The same for a route whose command keeps the key in the one statement that writes (`keepsKey`). It asks for what is kept before it writes,
 * and where the key was taken in between nothing is written.
 */
export function keyOf<Made>(request: KeyedRequest, answerTo: (made: Made) => Answer): IdempotencyKey<Made> {
  const { who, key } = request;
  const fingerprint = fingerprintOf(request);
  return {
    kept: Prisma.sql`(
      SELECT json_build_object('request', encode(request, 'hex'), 'body', body) FROM idempotency WHERE who = ${who} AND key = ${key})`,
    repeat(kept) {
      if (kept === null) return;
      const { request, body } = Kept.parse(kept);
      throw new Repeated(storedAnswer({ request: Buffer.from(request, "hex"), body }, fingerprint));
    },
    keep(made, from) {
      const answer = answerTo(made);
      return Prisma.sql`
        INSERT INTO idempotency (who, key, request, status, body)
        SELECT ${who}, ${key}, ${fingerprint}::bytea, ${answer.status}::int, ${asStored(answer)} FROM ${from}
        ON CONFLICT DO NOTHING RETURNING true`;
    },
  };
}

/** What is answered, now or before. */
export async function orRepeated<Given>(run: () => Given | Promise<Given>): Promise<Given | Answer> {
  try {
    return await run();
  } catch (problem) {
    if (problem instanceof Repeated) return problem.answer;
    throw problem;
  }
}

const Kept = z.object({ request: z.string(), body: z.string().nullable() });

const fingerprintOf = ({ path, body }: KeyedRequest): Buffer =>
  createHash("sha256")
    .update(path)
    .update("\0")
    .update(body ?? "")
    .digest();

function storedAnswer(given: { request: Buffer; body: string | null }, fingerprint: Buffer): Answer {
  if (!given.request.equals(fingerprint)) throw new Unacceptable(t.thisIdempotencyKeyWasUsed);
  return Stored.parse(JSON.parse(given.body ?? "null"));
}

const asStored = (answer: Answer): string => JSON.stringify({ ...answer, cookies: undefined });

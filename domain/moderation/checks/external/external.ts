import "server-only";

import { createHmac } from "node:crypto";
import { z } from "zod";
import { env } from "@/platform/env";
import { metrics } from "@/platform/metrics";
import { processSingleton } from "@/platform/process-singleton";
import type { Finding } from "@/domain/moderation/checks/check";
import * as t from "#messages/house-rules";

/** A reader waits for this answer with a finger still on the button. */
const PATIENCE_MS = 1_000;
/** A verdict is a sentence. */
const ANSWER_BYTES = 4_096;
/** After so many failures in a row … */
const FAILURES = 3;
/** … it is left alone so long, and everything is held meanwhile. */
const REST_MS = 30_000;

const Answer = z.object({
  effect: z.enum(["none", "hold", "mark"]),
  reason: z.string().max(500).default(""),
});

const health = processSingleton("external-check", () => ({ failures: 0, restUntil: 0 }));

/**
 * Asks the operator's own check, when `MOOT_CHECK_URL` is set (with `MOOT_CHECK_SECRET`): POST `{ text, commentId }`,
 * signed `X-Moot-Signature: sha256=<HMAC of the body>`; it answers `{ effect: "none" | "hold" | "mark", reason }`.
 * No answer in time, a wrong or an over-long one means `hold`: it never fails to silence, and it can refuse nothing.
 */
export async function askOutside(
  text: string,
  commentId: string | null,
  check = env.check,
): Promise<Finding | null> {
  if (!check) return null;
  // Without a secret nobody could tell our questions from another's, so none is asked.
  const { url, secret } = check;
  const silent = secret === undefined || Date.now() < health.restUntil;
  const answer = silent ? null : await ask(url, secret, JSON.stringify({ text, commentId }));
  metrics.externalCheck.inc({ outcome: answer?.effect ?? "silent" });
  if (!answer) return { rule: "external", effect: "hold", reason: t.theSitesExternalCheckDid };
  if (answer.effect === "none") return null;
  return {
    rule: "external",
    effect: answer.effect,
    reason: answer.reason || t.theSitesExternalCheckFlagged,
  };
}

async function ask(url: string, secret: string, body: string): Promise<z.infer<typeof Answer> | null> {
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "x-moot-signature": `sha256=${signature(body, secret)}`,
      },
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error("The external check refused.");
    const answer = Answer.parse(JSON.parse(await firstBytes(response)));
    health.failures = 0;
    return answer;
  } catch {
    health.failures += 1;
    if (health.failures >= FAILURES) Object.assign(health, { failures: 0, restUntil: Date.now() + REST_MS });
    return null;
  }
}

const signature = (body: string, secret: string): string =>
  createHmac("sha256", secret).update(body).digest("hex");

async function firstBytes(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > ANSWER_BYTES) throw new Error("The external check said too much.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

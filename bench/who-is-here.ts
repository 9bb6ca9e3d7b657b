/**
 * Whether time tells who has an account. Run by `npm run bench -- who-is-here`, which names a migrated database. Prints the ratio of the
 * medians for a known and an unknown address; exits with 1 where it is not from 0.9 to 1.1.
 */
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { askForLink } from "@/domain/members/link-by-mail";
import { askForPassword } from "@/domain/members/recovery";
import { NewMember } from "@/domain/members/schema";
import { signIn } from "@/domain/members/sign-in";
import { signUp } from "@/domain/members/sign-up";
import { closeDatabase } from "@/platform/database";
import { isRefusal } from "@/platform/refusal";
import { aMember } from "@/test/cast";

const TRIES = 200;
const [LEAST, MOST] = [0.9, 1.1];

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Milliseconds; an expected refusal is an answer. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work().catch((problem: unknown) => {
    if (!isRefusal(problem)) throw problem;
  });
  return performance.now() - began;
}

const median = (figures: number[]): number =>
  [...figures].sort((one, other) => one - other)[figures.length >> 1] ?? 0;

/** By turns, so that whatever else the machine does meets both. */
async function compare(
  what: string,
  ask: (email: string) => Promise<unknown>,
  known: readonly string[],
): Promise<void> {
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (const email of known) {
    times.known.push(await timeOf(() => ask(email)));
    times.unknown.push(await timeOf(() => ask(`nobody-${randomUUID()}@example.org`)));
  }
  const ratio = median(times.known) / median(times.unknown);
  const figures = [median(times.known), median(times.unknown)].map((time) => time.toFixed(2));
  say(`${what}: ${figures.join(" and ")} ms, ratio ${ratio.toFixed(3)}`);
  if (ratio < LEAST || ratio > MOST) process.exitCode = 1;
}

const join = (email: string) =>
  signUp(
    NewMember.parse({ email, handle: `gil-${randomUUID().slice(0, 12)}`, password: "seven brass kettles" }),
  );

const known: string[] = [];
while (known.length < TRIES) known.push((await aMember()).email);
await compare("asking for a new password", askForPassword, known);
await compare("asking for a link to sign in", askForLink, known);
await compare("signing up", join, known);
await compare(
  "signing in with a wrong password",
  (email) => signIn({ email, password: "not this one" }),
  known,
);
await closeDatabase();

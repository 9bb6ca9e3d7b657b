import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { z } from "zod";
import { seededRandom } from "@/domain/polls/statistics/random";
import { asOwner } from "@/scripts/schema";

const SLUG = "a-long-test";
const OPTIONS = ["one", "other"] as const;
type Option = (typeof OPTIONS)[number];
type Counts = Record<Option, number>;

const ACCOUNTS = 4;
/** With the four, as many as may sign up from one address within an hour. */
const OTHERS = 26;
/** The site looks every three seconds which counts may move, and draws the moment at one look to move them at another. Milliseconds. */
const TWO_LOOKS = 7_000;

export type Attack = Readonly<{
  /** Others who voted while the four watched. */
  ballots: number;
  /** How often the counts moved. */
  steps: number;
  /** Ballots that the four could name. */
  named: number;
  /** Of these, wrongly. */
  wrong: number;
}>;

type Member = { cookie: string; vote: Option | null };

/**
 * One person with four accounts against the running site, by its public door alone: before each of the others votes, the four change their
 * votes; when the counts move, the difference less their own four is what the others chose since. Where it is of one mind, all of them are named. Accounts are
 * made older and waits shorter than they are, as the attacker would wish; the rest is the site's own.
 */
export async function attackByFour(port: number, url: string): Promise<Attack> {
  const door = `http://127.0.0.1:${port}/api/v1`;
  const random = seededRandom(20_261_129);
  const people = [];
  for (let nth = 0; nth < ACCOUNTS + OTHERS; nth++) people.push(await signUp(door));
  await asOwner(url, (owner) => owner.query("UPDATE member SET joined_at = joined_at - interval '9 days'"));
  const [four, others] = [people.slice(0, ACCOUNTS), people.slice(ACCOUNTS)];
  let [seen, ownSeen] = [await countsAt(door), ownOf(four)];
  let unseen: Option[] = [];
  let [steps, named, wrong] = [0, 0, 0];
  for (const [nth, other] of others.entries()) {
    for (const account of four) await vote(door, account, OPTIONS[nth % 2] ?? "one");
    await vote(door, other, OPTIONS[random() < 0.5 ? 0 : 1]);
    unseen.push(other.vote ?? "one");
    await letMomentCome(url);
    const [now, own] = [await countsAt(door), ownOf(four)];
    if (OPTIONS.every((option) => now[option] === seen[option])) continue;
    steps++;
    const theirs = OPTIONS.filter((option) => now[option] - seen[option] !== own[option] - ownSeen[option]);
    const [only] = theirs;
    if (theirs.length === 1 && only !== undefined) {
      named += unseen.length;
      wrong += unseen.filter((option) => option !== only).length;
    }
    [seen, ownSeen, unseen] = [now, own, []];
  }
  return { ballots: others.length, steps, named, wrong };
}

/** As it was before there were crowds: any five changes, at once. */
export const anyFive = (owner: Client): Promise<unknown> =>
  owner.query(`UPDATE threshold SET value = CASE name WHEN 'crowd' THEN 5 WHEN 'late_crowd' THEN 5 ELSE 0 END
    WHERE name IN ('crowd', 'late_crowd', 'crowd_share', 'jitter_seconds', 'crowd_again_seconds', 'established_seconds')`);

/** The site's own job moves the counts; what is spared is the waiting for a moment that has been drawn. */
async function letMomentCome(url: string): Promise<void> {
  await asOwner(url, (owner) => owner.query("UPDATE tally_batch SET as_of = as_of - interval '1 minute'"));
  await wait(TWO_LOOKS / 2);
  await asOwner(url, (owner) =>
    owner.query("UPDATE tally_batch SET due_at = date_trunc('milliseconds', now()) WHERE due_at > now()"),
  );
  await wait(TWO_LOOKS / 2);
}

function ownOf(four: readonly Member[]): Counts {
  const of = (option: Option) => four.filter((account) => account.vote === option).length;
  return { one: of("one"), other: of("other") };
}

const Poll = z.object({
  results: z.object({ options: z.array(z.object({ key: z.string(), votes: z.int() })).default([]) }),
});

async function countsAt(door: string): Promise<Counts> {
  const answer = await fetch(`${door}/articles/${SLUG}/poll`);
  const { options } = Poll.parse(await answer.json()).results;
  const of = (option: Option) => options.find(({ key }) => key === option)?.votes ?? 0;
  return { one: of("one"), other: of("other") };
}

async function vote(door: string, member: Member, option: Option): Promise<void> {
  const answer = await fetch(`${door}/articles/${SLUG}/poll/vote`, {
    method: "PUT",
    headers: { "content-type": "application/json", cookie: member.cookie },
    body: JSON.stringify({ option }),
  });
  if (!answer.ok) throw new Error(`Voting: ${answer.status} ${await answer.text()}`);
  member.vote = option;
}

async function signUp(door: string): Promise<Member> {
  const handle = `v-${randomUUID().slice(0, 18)}`;
  const answer = await fetch(`${door}/members`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ handle, email: `${handle}@example.org`, password: "a lasting sentence" }),
  });
  if (answer.status !== 201) throw new Error(`Signing up: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().find((one) => one.includes("session-token"));
  return { cookie: cookie?.split(";")[0] ?? "", vote: null };
}

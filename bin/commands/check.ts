import { print, type Command } from "@/bin/command";
import { invariants as articleChecks } from "@/domain/articles/invariants";
import { invariants as passageChecks } from "@/domain/passages/invariants";
import { invariants as commentChecks } from "@/domain/comments/invariants";
import { invariants as moderationChecks } from "@/domain/moderation/invariants";
import { invariants as pictureChecks } from "@/domain/pictures/invariants";
import { invariants as pollChecks } from "@/domain/polls/invariants";
import { invariants as searchChecks } from "@/domain/search/invariants";
import type { Invariant } from "@/platform/invariant";
import * as t from "#messages/cli";
import { say } from "@/messages/say";

/** Every invariant between rows and counters, noun by noun. */
export const checks: readonly Invariant[] = [
  ...articleChecks,
  ...passageChecks,
  ...commentChecks,
  ...moderationChecks,
  ...pictureChecks,
  ...pollChecks,
  ...searchChecks,
];

/** More than these of one kind are counted, not listed: the cause is one, and the list would hide the others. */
const SHOWN = 20;

export const check: Command = {
  name: "check",
  usage: "",
  does: t.verifyEveryInvariantBetween,
  run: async () => {
    let wrong = 0;
    for (const one of checks) wrong += await report(one);
    if (wrong > 0) throw new Error(say(t.placesDiffer, { wrong }));
    print(say(t.allInvariantsHold, { count: checks.length }));
  },
};

async function report(one: Invariant): Promise<number> {
  const differences = await one.run();
  print(say(differences.length === 0 ? t.holds : t.fails, { invariant: one.name }));
  for (const { where, stored, counted } of differences.slice(0, SHOWN))
    print(say(t.storedCounted, { where, stored, counted }));
  if (differences.length > SHOWN) print(say(t.andMore, { count: differences.length - SHOWN }));
  return differences.length;
}

import { print, type Command } from "@/bin/command";
import { invariants as commentChecks } from "@/domain/comments/invariants";
import { invariants as moderationChecks } from "@/domain/moderation/invariants";
import { invariants as pollChecks } from "@/domain/polls/invariants";
import type { Invariant } from "@/platform/invariant";

/** Every invariant between rows and counters, noun by noun. */
export const checks: readonly Invariant[] = [...commentChecks, ...moderationChecks, ...pollChecks];

/** More than these of one kind are counted, not listed: the cause is one, and the list would hide the others. */
const SHOWN = 20;

export const check: Command = {
  name: "check",
  usage: "",
  does: "verify every invariant between rows and counters, and name what differs",
  run: async () => {
    let wrong = 0;
    for (const one of checks) wrong += await report(one);
    if (wrong > 0) throw new Error(`${wrong} ${wrong === 1 ? "place differs" : "places differ"}.`);
    print(`All ${checks.length} invariants hold.`);
  },
};

async function report(one: Invariant): Promise<number> {
  const differences = await one.run();
  print(`${differences.length === 0 ? "holds" : "FAILS"}  ${one.name}`);
  for (const { where, stored, counted } of differences.slice(0, SHOWN))
    print(`       ${where}: stored ${stored}, counted ${counted}`);
  if (differences.length > SHOWN) print(`       and ${differences.length - SHOWN} more`);
  return differences.length;
}

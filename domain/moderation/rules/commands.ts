import "server-only";

import type { Member } from "@/domain/members/member";
import { mayGovern } from "@/domain/moderation/decisions/policy";
import { currentRules } from "./queries";
import { ILLEGAL, type HouseRule, type HouseRules } from "./rules";
import { Rules, type ChangedRule, type MovedRule, type NewRule } from "./schema";
import { database } from "@/platform/database";
import { authorize, Conflict, NotAllowed, NotFound, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/house-rules";

type Published = { version: number };

/**
 * A new version of the house rules; decisions go on naming the one they rest on. `version` is the one that was edited, so
 * that of two admins at once one is told.
 */
export async function changeRules(
  { version, rules }: { version: number; rules: HouseRule[] },
  actor: Member,
): Promise<Published> {
  authorize(mayGovern(actor), actor, t.onlyAdminsChangeHowTheSite);
  const now = await currentRules();
  const next = now.version + 1;
  const { count } =
    now.version === version
      ? await database().houseRules.createMany({
          data: [{ version: next, rules: valid(rules), by: actor.id }],
          skipDuplicates: true,
        })
      : { count: 0 };
  if (count === 0) throw new Conflict(t.somebodyHasChangedTheRules, await currentRules());
  return { version: next };
}

/** One rule more, at the end. @throws Unacceptable (422) where there are too many, or one of that key */
export const addRule = ({ version, ...rule }: NewRule, actor: Member): Promise<Published> =>
  edited(version, actor, (rules) => [...rules, rule]);

/** Other words for one rule; its key stays, for decisions name it. */
export const rewordRule = (
  key: string,
  { version, ...words }: ChangedRule,
  actor: Member,
): Promise<Published> =>
  edited(version, actor, (rules) => {
    const at = placeOf(key, rules);
    return rules.with(at, { key, ...words });
  });

/** Decisions under it keep the version they rest on. */
export const removeRule = (key: string, { version }: Published, actor: Member): Promise<Published> =>
  edited(version, actor, (rules) => {
    if (key === ILLEGAL.key) throw new NotAllowed(t.reportsOfIllegalContentNeedIt);
    return rules.toSpliced(placeOf(key, rules), 1);
  });

/** One place up or down; beyond the ends it stays. */
export const moveRule = (key: string, { version, to }: MovedRule, actor: Member): Promise<Published> =>
  edited(version, actor, (rules) => {
    const at = placeOf(key, rules);
    const there = Math.min(Math.max(at + (to === "up" ? -1 : 1), 0), rules.length - 1);
    const [rule] = rules.slice(at, at + 1);
    return rule ? rules.toSpliced(at, 1).toSpliced(there, 0, rule) : rules;
  });

async function edited(
  version: number,
  actor: Member,
  change: (rules: HouseRule[]) => HouseRule[],
): Promise<Published> {
  authorize(mayGovern(actor), actor, t.onlyAdminsChangeHowTheSite);
  const now: HouseRules = await currentRules();
  if (now.version !== version) throw new Conflict(t.somebodyHasChangedTheRules, now);
  return changeRules({ version, rules: change(now.rules) }, actor);
}

function placeOf(key: string, rules: HouseRule[]): number {
  const at = rules.findIndex((rule) => rule.key === key);
  if (at < 0) throw new NotFound(t.thereIsNoSuchRule);
  return at;
}

/** @throws Unacceptable (422) for rules that are not right together */
function valid(rules: HouseRule[]): HouseRule[] {
  const parsed = Rules.safeParse(rules);
  if (!parsed.success) throw new Unacceptable(parsed.error.issues[0]?.message ?? t.aSiteNeedsAtLeastOne);
  return parsed.data;
}

import "server-only";

import { NewWordLists } from "@/domain/moderation/checks/words/schema";
import { steer } from "@/domain/moderation/decisions/discussions";
import { OnDiscussion } from "@/domain/moderation/decisions/schema";
import { endRaidMode, startRaidMode } from "@/domain/moderation/raid/commands";
import { RaidSchema, StartedRaidMode } from "@/domain/moderation/raid/schema";
import { addRule, changeRules, moveRule, removeRule, rewordRule } from "@/domain/moderation/rules/commands";
import { ChangedRule, ChangedRules, MovedRule, NewRule, RemovedRule } from "@/domain/moderation/rules/schema";
import { changeSettings, changeWords } from "@/domain/moderation/settings/commands";
import { settingsFor } from "@/domain/moderation/settings/queries";
import { ChangedSettings } from "@/domain/moderation/settings/schema";
import { DiscussionSchema } from "@/domain/moderation/decisions/answers";
import { RulesPublishedSchema } from "@/domain/moderation/rules/answers";
import { SettingsSchema, WordsChangedSchema } from "@/domain/moderation/settings/answers";
import { created, done, ok } from "@/web/route/answer";
import { perMinute } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";

/** How the site is moderated: a discussion's own rules for moderators, the site's for admins. */
export function siteRules(door: Door): void {
  door.patch("/moderation/articles/{slug}", {
    who: member,
    output: { 200: DiscussionSchema },
    summary: "Change a discussion's settings: close it, slow it down, require approval",
    input: OnDiscussion,
    example: { slowSeconds: 60 },
    limit: perMinute(30),
    run: async ({ params, input, actor }) =>
      ok(await steer(params.slug, input, actor), { location: `/moderation/articles/${params.slug}` }),
  });
  door.put("/moderation/raid", {
    who: member,
    output: { 200: RaidSchema },
    summary: "Start raid mode: for some hours newcomers need approval, and sign-up may be closed",
    input: StartedRaidMode,
    example: { hours: 6, signUpClosed: true },
    limit: perMinute(30),
    run: async ({ input, actor }) => {
      const raid = await startRaidMode(input, actor);
      logSecurity("raid mode started", { member: actor.id });
      return ok(raid, { location: "/moderation" });
    },
  });
  door.delete("/moderation/raid", {
    who: member,
    output: { 204: null },
    summary: "End raid mode",
    limit: perMinute(30),
    run: async ({ actor }) => {
      await endRaidMode(actor);
      logSecurity("raid mode ended", { member: actor.id });
      return done({ location: "/moderation" });
    },
  });
  door.get("/moderation/settings", {
    who: member,
    output: { 200: SettingsSchema },
    summary: "The moderation settings",
    run: async ({ actor }) => ok(await settingsFor(actor)),
  });
  door.patch("/moderation/settings", {
    who: member,
    output: { 200: SettingsSchema },
    summary: "Change the moderation settings",
    input: ChangedSettings,
    example: { slowSeconds: 60 },
    limit: perMinute(30),
    run: async ({ input, actor }) =>
      ok(await changeSettings(input, actor), { location: "/moderation/settings" }),
  });
  door.put("/moderation/words", {
    who: member,
    output: { 200: WordsChangedSchema },
    summary: "Replace the watched words and phrases",
    input: NewWordLists,
    example: { hold: "a word\nanother" },
    limit: perMinute(30),
    run: async ({ input, actor }) =>
      ok(await changeWords(input, actor), { location: "/moderation/settings" }),
  });
  houseRules(door);
}

/** Each change is a new version, for decisions name the one they rest on. */
function houseRules(door: Door): void {
  door.put("/rules", {
    who: member,
    output: { 200: RulesPublishedSchema },
    summary: "Publish a new version of the house rules",
    input: ChangedRules,
    example: {
      version: 1,
      rules: [
        { key: "person", title: "No attacks", sentence: "Argue with what was said, not with who said it." },
      ],
    },
    limit: perMinute(30),
    run: async ({ input, actor }) => ok(await changeRules(input, actor), { location: "/rules" }),
  });
  door.post("/rules", {
    who: member,
    output: { 201: RulesPublishedSchema },
    summary: "Add a house rule",
    input: NewRule,
    example: { version: 1, key: "brevity", title: "Be brief", sentence: "Say it in one screen." },
    limit: perMinute(30),
    run: async ({ input, actor }) => created(await addRule(input, actor), { location: "/moderation/rules" }),
  });
  door.put("/rules/{key}", {
    who: member,
    output: { 200: RulesPublishedSchema },
    summary: "Change the wording of a house rule",
    input: ChangedRule,
    example: { version: 1, title: "Be brief", sentence: "Say it in one screen." },
    limit: perMinute(30),
    run: async ({ params, input, actor }) =>
      ok(await rewordRule(params.key, input, actor), { location: "/moderation/rules" }),
  });
  door.put("/rules/{key}/place", {
    who: member,
    output: { 200: RulesPublishedSchema },
    summary: "Move a house rule one place up or down",
    input: MovedRule,
    example: { version: 1, to: "up" },
    limit: perMinute(30),
    run: async ({ params, input, actor }) =>
      ok(await moveRule(params.key, input, actor), { location: "/moderation/rules" }),
  });
  door.delete("/rules/{key}", {
    who: member,
    output: { 200: RulesPublishedSchema },
    summary: "Remove a house rule",
    input: RemovedRule,
    example: { version: 1 },
    limit: perMinute(30),
    run: async ({ params, input, actor }) =>
      ok(await removeRule(params.key, input, actor), { location: "/moderation/rules" }),
  });
}

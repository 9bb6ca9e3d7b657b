import "server-only";

import { z } from "zod";
import { answer, appeal } from "@/domain/moderation/appeals/commands";
import { AppealAnswer, NewAppeal } from "@/domain/moderation/appeals/schema";
import { decideInBulk } from "@/domain/moderation/decisions/bulk";
import { decide } from "@/domain/moderation/decisions/commands";
import { undoCheck } from "@/domain/moderation/checks/undoing/commands";
import { UndoingCheck } from "@/domain/moderation/checks/undoing/schema";
import { BulkDecision, NewDecision, type NewDecision as Wish } from "@/domain/moderation/decisions/schema";
import { statementOf } from "@/domain/moderation/decisions/statements";
import { lockThread } from "@/domain/moderation/decisions/threads";
import { undo, undoBulk } from "@/domain/moderation/decisions/undo";
import type { Member } from "@/domain/members/member";
import { appoint, dismiss } from "@/domain/moderation/moderators/commands";
import { NewModerator } from "@/domain/moderation/moderators/schema";
import { ProfileDecidedSchema, ReportedProfilesSchema } from "@/domain/moderation/profiles/answers";
import { decideOnProfile, undoReset } from "@/domain/moderation/profiles/commands";
import { reportedProfiles, waitingProfiles } from "@/domain/moderation/profiles/queries";
import { reportProfile } from "@/domain/moderation/profiles/report";
import { OnProfile, UndoReset } from "@/domain/moderation/profiles/schema";
import { claim, release } from "@/domain/moderation/queue/commands";
import { queueCounts, queuePage, standings } from "@/domain/moderation/queue/queries";
import { QueueQuery, Subjects } from "@/domain/moderation/queue/schema";
import { report } from "@/domain/moderation/reports/commands";
import { NewReport } from "@/domain/moderation/reports/schema";
import { currentRules } from "@/domain/moderation/rules/queries";
import { lift, note, sanction, writeTo } from "@/domain/moderation/sanctions/commands";
import { Lifting, NewMessage, NewNote, NewSanction } from "@/domain/moderation/sanctions/schema";
import { AnsweredSchema, AppealedSchema } from "@/domain/moderation/appeals/answers";
import { UndoneSchema } from "@/domain/moderation/checks/undoing/answers";
import {
  BulkResultSchema,
  BulkUndoneSchema,
  CarriedOutSchema,
  StatementViewSchema,
} from "@/domain/moderation/decisions/answers";
import { ClaimedSchema, QueuePageSchema, StandingsSchema } from "@/domain/moderation/queue/answers";
import { ReceiptSchema } from "@/domain/moderation/reports/answers";
import { HouseRulesSchema } from "@/domain/moderation/rules/answers";
import { LiftedSchema, SanctionedSchema, WrittenToSchema } from "@/domain/moderation/sanctions/answers";
import { created, done, ok } from "@/web/route/answer";
import { EXAMPLE_ID } from "@/web/route/openapi-words";
import { perHour, perMinute } from "@/web/protection/rate-limit";
import { logSecurity } from "@/web/protection/security-log";
import { anyone, memberOrBanned, member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import * as t from "#messages/api";

/** The desk: what waits, decisions and their undoing, sanctions; and the rights of the moderated: reports, statements, appeals. */
export function moderation(door: Door): void {
  queue(door);
  decisions(door);
  people(door);
  profiles(door);
  moderators(door);
  rights(door);
}

/** As fast as a moderator can press keys. */
const QUICK = perMinute(300);

function queue(door: Door): void {
  door.get("/moderation/queue", {
    who: member,
    output: { 200: QueuePageSchema },
    summary: "A page of one queue, with everything needed to decide",
    query: QueueQuery,
    run: async ({ query, actor }) =>
      ok({ ...(await queuePage(query, actor)), counts: await queueCounts(actor) }),
  });
  door.get("/moderation/standings", {
    who: member,
    output: { 200: StandingsSchema },
    summary: "The current state of these comments: other moderators' decisions and claims",
    query: Subjects,
    run: async ({ query, actor }) =>
      ok({ items: await standings(query.ids, actor), counts: await queueCounts(actor) }),
  });
  door.put("/moderation/queue/{id}/claim", {
    who: member,
    output: { 200: ClaimedSchema },
    summary: "Claim an item for two minutes",
    limit: QUICK,
    run: async ({ params, actor }) => ok(await claim(params.id, actor)),
  });
  door.delete("/moderation/queue/{id}/claim", {
    who: member,
    output: { 204: null },
    summary: "Release a claim",
    limit: QUICK,
    run: async ({ params, actor }) => {
      await release(params.id, actor);
      return done();
    },
  });
}

function decisions(door: Door): void {
  door.post("/moderation/decisions", {
    who: member,
    output: { 201: CarriedOutSchema },
    summary: "Approve, remove, hold or restore a comment; close or open a thread; undo",
    input: NewDecision,
    example: { action: "approve", comment: EXAMPLE_ID, revision: 1 },
    limit: QUICK,
    run: async ({ input, actor }) => created(await carryOutOne(input, actor), { location: "/moderation" }),
  });
  door.post("/moderation/decisions/bulk", {
    who: member,
    output: { 201: BulkResultSchema },
    summary: "Make the same decision about many comments",
    input: BulkDecision,
    example: {
      action: "reject",
      ground: "noise",
      comments: [{ comment: EXAMPLE_ID, revision: 1 }],
    },
    limit: perMinute(30),
    run: async ({ input, actor }) => {
      const result = await decideInBulk(input, actor);
      return created(result, { location: `/moderation/bulk/${result.bulk}` });
    },
  });
  door.post("/moderation/checks/{check}/undo", {
    who: member,
    output: { 201: UndoneSchema },
    summary: "Undo everything a check did",
    input: UndoingCheck,
    example: { days: 7, rejected: false, comments: [{ comment: EXAMPLE_ID, revision: 1 }] },
    limit: perMinute(30),
    run: async ({ params, input, actor }) => {
      const result = await undoCheck(params.check, input, actor);
      const location =
        result.restored > 0
          ? `/moderation/bulk/${result.bulk}`
          : `/moderation/undo-check?${new URLSearchParams({ check: params.check }).toString()}`;
      return created(result, { location });
    },
  });
  door.delete("/moderation/decisions/bulk/{id}", {
    who: member,
    output: { 200: BulkUndoneSchema },
    summary: "Undo a bulk decision",
    limit: perMinute(30),
    run: async ({ params, actor }) =>
      ok(await undoBulk(params.id, actor), { location: `/moderation/bulk/${params.id}` }),
  });
}

function carryOutOne(input: Wish, actor: Member) {
  if ("decision" in input) return undo(input.decision, actor);
  return "revision" in input ? decide(input, actor) : lockThread(input, actor);
}

function people(door: Door): void {
  door.post("/members/{handle}/sanctions", {
    who: member,
    output: { 201: SanctionedSchema },
    summary: "Warn, suspend or ban a member, or require approval for their comments",
    input: NewSanction,
    example: {
      kind: "suspension",
      ground: "person",
      days: 7,
      explanation: "Twice in a week.",
      cleanUp: "none",
    },
    limit: perMinute(30),
    run: async ({ params, input, actor }) =>
      created(await sanction(params.handle, input, actor), {
        location: `/moderation/members/${params.handle}`,
      }),
  });
  door.delete("/sanctions/{id}", {
    who: member,
    output: { 200: LiftedSchema },
    summary: "Lift a sanction, and restore the comments it removed if you wish",
    input: Lifting,
    example: { explanation: "It was a misunderstanding.", restore: true },
    limit: perMinute(30),
    run: async ({ params, input, actor }) =>
      ok(await lift(params.id, input, actor), { location: "/moderation" }),
  });
  door.post("/members/{handle}/messages", {
    who: member,
    output: { 201: WrittenToSchema },
    summary: "Send a member a message",
    input: NewMessage,
    example: { words: "Please keep to the question." },
    limit: perMinute(30),
    run: async ({ params, input, actor }) =>
      created(await writeTo(params.handle, input.words, actor), {
        location: `/moderation/members/${params.handle}`,
      }),
  });
  door.post("/members/{handle}/notes", {
    who: member,
    output: { 204: null },
    summary: "Leave a note about a member for other moderators",
    input: NewNote,
    example: { words: "Warned in another discussion, too." },
    limit: perMinute(30),
    run: async ({ params, input, actor }) => {
      await note(params.handle, input.words, actor);
      return done({ location: `/moderation/members/${params.handle}` });
    },
  });
}

/** What members say of themselves: reports of it, and what is decided about it. */
function profiles(door: Door): void {
  door.get("/moderation/profiles", {
    who: member,
    output: { 200: ReportedProfilesSchema },
    summary: "Reported names and bios, longest pending first",
    query: z.strictObject({}),
    run: async ({ actor }) =>
      ok({ items: await reportedProfiles(actor), waiting: await waitingProfiles(actor) }),
  });
  door.post("/members/{handle}/reports", {
    who: anyone,
    output: { 201: ReceiptSchema },
    summary: "Report a member's name or bio to the moderators, or as illegal",
    input: NewReport,
    example: { reason: "person", detail: "The name makes fun of somebody else here." },
    limit: perHour(60),
    run: async ({ params, input, actor }) => {
      const receipt = await reportProfile(params.handle, input, actor);
      return created(receipt, { location: `/members/${params.handle}/report?receipt=${receipt.id}` });
    },
  });
  door.post("/members/{handle}/profile-decisions", {
    who: member,
    output: { 201: ProfileDecidedSchema },
    summary: "Remove a member's name or bio, or keep both",
    input: OnProfile,
    example: {
      action: "reset",
      name: true,
      seen: "KpVkbVnR…",
      ground: "person",
      explanation: "It insults somebody.",
    },
    limit: QUICK,
    run: async ({ params, input, actor }) =>
      created(await decideOnProfile(params.handle, input, actor), {
        location: `/moderation/members/${params.handle}`,
      }),
  });
  door.delete("/profile-decisions/{id}", {
    who: member,
    output: { 200: ProfileDecidedSchema },
    summary: "Restore a name or bio that was removed",
    input: UndoReset,
    example: { explanation: "It was a misunderstanding." },
    limit: QUICK,
    run: async ({ params, input, actor }) =>
      ok(await undoReset(params.id, input.explanation, actor), { location: "/moderation/profiles" }),
  });
}

function rights(door: Door): void {
  door.get("/rules", {
    who: anyone,
    output: { 200: HouseRulesSchema },
    summary: "The current house rules",
    query: z.strictObject({}),
    run: async () => ok(await currentRules()),
  });
  door.post("/comments/{id}/reports", {
    who: anyone,
    output: { 201: ReceiptSchema },
    summary: "Report a comment to the moderators, or as illegal",
    input: NewReport,
    example: { reason: "person", detail: "It is about the author, not about what they say." },
    limit: perHour(60),
    afterSignIn: t.signedInAndReported,
    run: async ({ params, input, actor }) => {
      const receipt = await report(params.id, input, actor);
      return created(receipt, { location: `/comments/${params.id}/report?receipt=${receipt.id}` });
    },
  });
  door.get("/decisions/{id}", {
    who: memberOrBanned,
    output: { 200: StatementViewSchema },
    summary: "A decision about you: what, why, and how to appeal",
    run: async ({ params, actor }) => ok(await statementOf(params.id, actor)),
  });
  door.post("/decisions/{id}/appeal", {
    who: memberOrBanned,
    output: { 201: AppealedSchema },
    summary: "Appeal a decision about you",
    input: NewAppeal,
    example: { words: "I quoted the article, and did not say it myself." },
    limit: perHour(20),
    run: async ({ params, input, actor }) =>
      created(await appeal(params.id, input.words, actor), { location: `/decisions/${params.id}` }),
  });
  door.post("/appeals/{id}/answer", {
    who: member,
    output: { 200: AnsweredSchema },
    summary: "Answer an appeal, with reasons",
    input: AppealAnswer,
    example: { outcome: "upheld", answer: "You were right: the rule does not say that." },
    limit: QUICK,
    run: async ({ params, input, actor }) =>
      ok(await answer(params.id, input, actor), { location: "/moderation?queue=appeals" }),
  });
}

/** Who moderates one article, beside the moderators of the site. */
function moderators(door: Door): void {
  door.post("/articles/{slug}/moderators", {
    who: member,
    output: { 204: null },
    summary: "Make a member a moderator of this article",
    input: NewModerator,
    example: { handle: "ada" },
    limit: perMinute(30),
    run: async ({ params, input, actor }) => {
      const subject = await appoint({ slug: params.slug, handle: input.handle }, actor);
      logSecurity("moderator appointed", { member: actor.id, subject });
      return done({ location: `/moderation/articles/${params.slug}` });
    },
  });
  door.delete("/articles/{slug}/moderators/{handle}", {
    who: member,
    output: { 204: null },
    summary: "Remove a moderator of this article",
    limit: perMinute(30),
    run: async ({ params, actor }) => {
      const subject = await dismiss(params, actor);
      logSecurity("moderator dismissed", { member: actor.id, subject });
      return done({ location: `/moderation/articles/${params.slug}` });
    },
  });
}

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { castVote } from "@/domain/polls/commands";
import { database } from "@/platform/database";
import { aMember, aModerator, anAdmin, anEditor, type Player } from "@/test/cast";
import { aPlainComment } from "@/test/desk";
import { anEmptyArticle } from "@/test/discussion";
import { serve } from "@/test/serve";
import { newToken, tokenHash } from "@/platform/tokens";
import { openDoor } from "@/web/door";
import { redressCookie } from "@/web/redress";
import { sessionCookie } from "@/web/session-cookie";

/** Several hundred requests by few accounts, which is what the limits are there to refuse. */
vi.hoisted(() => {
  process.env.MOOT_LIMITS = "off";
});

/**
 * Who asks. `owner` wrote the comment that is asked about; `banned` was signed in when it happened, and has signed in again to
 * read the decisions about them.
 */
const ACTORS = [
  "anonymous",
  "owner",
  "other",
  "suspended",
  "banned",
  "editor",
  "moderator",
  "admin",
] as const;
type Actor = (typeof ACTORS)[number];

const EVERYONE: readonly Actor[] = ACTORS;
const SIGNED_IN: readonly Actor[] = ["owner", "other", "suspended", "editor", "moderator", "admin"];
/** What a ban leaves: reasons, appeal, a copy of one's data. */
const CONCERNED: readonly Actor[] = ["owner", "other", "suspended", "banned", "editor", "moderator", "admin"];
const ACTIVE = SIGNED_IN.filter((actor) => actor !== "suspended");
const MODERATORS: readonly Actor[] = ["moderator", "admin"];
const EDITORS: readonly Actor[] = ["editor", "admin"];
const STAFF: readonly Actor[] = ["editor", "moderator", "admin"];
const ADMINS: readonly Actor[] = ["admin"];
const OWNER: readonly Actor[] = ["owner"];
const NOBODY: readonly Actor[] = [];
const OTHERS = ACTIVE.filter((actor) => actor !== "owner");

const STATES = ["visible", "held", "rejected", "withdrawn"] as const;
type State = (typeof STATES)[number];

type World = { slug: string; comment: string; member: Player };
type Asked = { path: string; body?: unknown };
type Rule = {
  ask: (world: World) => Asked;
  /** Whom the door lets through: they are not answered 401 or 403. */
  may?: readonly Actor[];
  /** For routes about a comment: whose request is done (2xx), by the state it is in. */
  about?: Record<State, readonly Actor[]>;
};

const at =
  (path: string, body?: unknown) =>
  ({ slug, comment, member }: World): Asked => ({
    path: path
      .replace("{slug}", slug)
      .replace("{id}", comment)
      .replace("{handle}", member.handle)
      .replace("{side}", "approach"),
    body,
  });
const of = (path: string, body: (world: World) => unknown) => (world: World) => ({
  ...at(path)(world),
  body: body(world),
});
const visibleOnly = (actors: readonly Actor[]) => ({
  visible: actors,
  held: NOBODY,
  rejected: NOBODY,
  withdrawn: NOBODY,
});
const readable = {
  visible: EVERYONE,
  held: ["owner", ...MODERATORS] as const,
  rejected: EVERYONE,
  withdrawn: EVERYONE,
};
const REASONS = { ground: "person", explanation: "" };
const NEW_MEMBER = () => ({
  email: `${randomUUID()}@example.org`,
  handle: `new-${randomUUID().slice(0, 8)}`,
  password: "seven brass kettles",
});

/** Every route of the door. What is missing here fails below: a new route says who may, or is not let in. */
const TABLE: Record<string, Rule> = {
  "get /articles": { ask: at("/articles"), may: EVERYONE },
  "get /articles/{slug}": { ask: at("/articles/{slug}"), may: EVERYONE },
  "get /articles/{slug}/viewer": { ask: at("/articles/{slug}/viewer"), may: EVERYONE },
  "get /articles/{slug}/live": { ask: at("/articles/{slug}/live"), may: EVERYONE },
  "put /articles/{slug}/visit": { ask: at("/articles/{slug}/visit", {}), may: SIGNED_IN },
  "post /preview": { ask: at("/preview", { body: "So." }), may: SIGNED_IN },

  "get /articles/{slug}/comments": { ask: at("/articles/{slug}/comments"), may: EVERYONE },
  "post /articles/{slug}/comments": {
    ask: of("/articles/{slug}/comments", () => ({ body: `A thought. ${randomUUID()}` })),
    may: ACTIVE,
  },
  "get /comments/{id}": { ask: at("/comments/{id}"), about: readable },
  "get /comments/{id}/history": {
    ask: at("/comments/{id}/history"),
    about: { visible: EVERYONE, held: ["owner", ...MODERATORS], rejected: NOBODY, withdrawn: NOBODY },
  },
  "patch /comments/{id}": {
    ask: at("/comments/{id}", { body: "Better said.", revision: 1 }),
    about: { visible: OWNER, held: OWNER, rejected: NOBODY, withdrawn: NOBODY },
  },
  "delete /comments/{id}": {
    ask: at("/comments/{id}"),
    about: { visible: OWNER, held: OWNER, rejected: NOBODY, withdrawn: NOBODY },
  },
  "post /comments/{id}/restore": {
    ask: at("/comments/{id}/restore"),
    about: { visible: NOBODY, held: NOBODY, rejected: NOBODY, withdrawn: OWNER },
  },
  "delete /comments/{id}/stance": {
    ask: at("/comments/{id}/stance"),
    about: { visible: OWNER, held: OWNER, rejected: OWNER, withdrawn: OWNER },
  },
  "put /comments/{id}/reaction": {
    ask: at("/comments/{id}/reaction", { kind: "respect" }),
    about: visibleOnly(OTHERS),
  },
  // Taking one's own back is not speaking.
  "delete /comments/{id}/reaction": { ask: at("/comments/{id}/reaction"), may: SIGNED_IN },
  "post /comments/{id}/reports": {
    ask: at("/comments/{id}/reports", { reason: "person" }),
    about: visibleOnly(OTHERS),
  },

  "get /me": { ask: at("/me"), may: EVERYONE },
  "post /session": {
    ask: at("/session", { email: "nobody@example.org", password: "seven brass kettles" }),
    may: EVERYONE,
  },
  // Here everyone asks from the site's own machine.
  "post /session/demo": { ask: at("/session/demo", { as: "reader" }), may: EVERYONE },
  "delete /session": { ask: at("/session"), may: EVERYONE },
  "delete /account/sessions": { ask: at("/account/sessions"), may: SIGNED_IN },
  "post /members": { ask: of("/members", NEW_MEMBER), may: EVERYONE },
  "get /members/{handle}": { ask: at("/members/{handle}"), may: EVERYONE },
  "get /members/{handle}/comments": { ask: at("/members/{handle}/comments"), may: EVERYONE },
  "put /members/{handle}/role": { ask: at("/members/{handle}/role", { role: "reader" }), may: ADMINS },
  "get /account": { ask: at("/account"), may: SIGNED_IN },
  "get /account/data": { ask: at("/account/data"), may: CONCERNED },
  "patch /account": { ask: at("/account", { bio: "Reads." }), may: SIGNED_IN },
  "put /account": { ask: at("/account", { name: "Somebody else" }), may: SIGNED_IN },
  "put /account/password": {
    ask: at("/account/password", { current: "not this one", password: "seven brass kettles" }),
    may: SIGNED_IN,
  },
  "get /inbox": { ask: at("/inbox"), may: SIGNED_IN },
  "post /inbox/read": { ask: at("/inbox/read", {}), may: SIGNED_IN },

  "get /articles/{slug}/poll": { ask: at("/articles/{slug}/poll"), may: EVERYONE },
  "get /articles/{slug}/poll/debate": { ask: at("/articles/{slug}/poll/debate"), may: EVERYONE },
  "put /articles/{slug}/poll/vote": {
    ask: at("/articles/{slug}/poll/vote", { option: "approach" }),
    may: ACTIVE,
  },
  "delete /articles/{slug}/poll/vote": { ask: at("/articles/{slug}/poll/vote"), may: ACTIVE },
  "put /articles/{slug}/poll/pass": { ask: at("/articles/{slug}/poll/pass"), may: SIGNED_IN },
  "put /articles/{slug}/poll/guess": {
    ask: at("/articles/{slug}/poll/guess", { share: 50 }),
    may: ACTIVE,
  },
  "put /articles/{slug}/poll/mind-change": {
    ask: of("/articles/{slug}/poll/mind-change", ({ comment }) => ({
      because: comment,
      why: "It names a case in which nothing was learned although everything was written down.",
    })),
    may: ACTIVE,
  },
  "delete /articles/{slug}/poll/mind-change": {
    ask: at("/articles/{slug}/poll/mind-change"),
    may: SIGNED_IN,
  },
  "put /articles/{slug}/poll/close": { ask: at("/articles/{slug}/poll/close"), may: EDITORS },
  "put /articles/{slug}/poll/closing-time": {
    ask: at("/articles/{slug}/poll/closing-time", {}),
    may: EDITORS,
  },
  "put /articles/{slug}/poll/words": {
    ask: at("/articles/{slug}/poll/words", { question: "Approach, or complement?", options: [] }),
    may: EDITORS,
  },
  "put /articles/{slug}/poll/closing-statement": {
    ask: at("/articles/{slug}/poll/closing-statement", { statement: "So." }),
    may: EDITORS,
  },
  "put /articles/{slug}/poll/cases/{side}": {
    ask: at("/articles/{slug}/poll/cases/{side}", {}),
    may: EDITORS,
  },
  "put /articles/{slug}/poll/replies/{side}": {
    ask: at("/articles/{slug}/poll/replies/{side}", { words: "So." }),
    may: NOBODY,
  },

  "delete /articles/{slug}/poll/replies/{side}": {
    ask: at("/articles/{slug}/poll/replies/{side}"),
    may: SIGNED_IN,
  },
  "get /articles/{slug}/poll/replies": { ask: at("/articles/{slug}/poll/replies"), may: STAFF },
  "put /articles/{slug}/poll/replies/{side}/decision": {
    ask: at("/articles/{slug}/poll/replies/{side}/decision", { action: "approve", revision: 1 }),
    may: STAFF,
  },

  "get /moderation/queue": { ask: at("/moderation/queue"), may: MODERATORS },
  "get /moderation/standings": {
    ask: ({ comment }) => ({ path: `/moderation/standings?ids=${comment}` }),
    may: MODERATORS,
  },
  "put /moderation/queue/{id}/claim": { ask: at("/moderation/queue/{id}/claim"), may: MODERATORS },
  "delete /moderation/queue/{id}/claim": { ask: at("/moderation/queue/{id}/claim"), may: MODERATORS },
  "post /moderation/decisions": {
    ask: of("/moderation/decisions", ({ comment }) => ({
      action: "reject",
      comment,
      revision: 1,
      ...REASONS,
    })),
    about: { visible: MODERATORS, held: MODERATORS, rejected: NOBODY, withdrawn: MODERATORS },
  },
  "post /moderation/decisions/bulk": {
    ask: of("/moderation/decisions/bulk", ({ comment }) => ({ action: "approve", comments: [comment] })),
    may: MODERATORS,
  },
  "delete /moderation/decisions/bulk/{id}": { ask: at("/moderation/decisions/bulk/{id}"), may: MODERATORS },
  "get /moderation/report": { ask: at("/moderation/report"), may: EVERYONE },
  "get /moderation/statements": { ask: at("/moderation/statements"), may: EVERYONE },
  "get /moderation/statements.csv": { ask: at("/moderation/statements.csv"), may: EVERYONE },
  "get /moderation/log": { ask: at("/moderation/log"), may: EVERYONE },
  "post /members/{handle}/sanctions": {
    ask: at("/members/{handle}/sanctions", { kind: "warning", ...REASONS }),
    may: MODERATORS,
  },
  "post /members/{handle}/notes": {
    ask: at("/members/{handle}/notes", { words: "Seen before." }),
    may: MODERATORS,
  },
  "delete /sanctions/{id}": { ask: at("/sanctions/{id}", {}), may: MODERATORS },
  "patch /moderation/articles/{slug}": {
    ask: at("/moderation/articles/{slug}", { slowSeconds: 60, ...REASONS }),
    may: MODERATORS,
  },
  "get /moderation/settings": { ask: at("/moderation/settings"), may: MODERATORS },
  "patch /moderation/settings": { ask: at("/moderation/settings", { mostLinks: 5 }), may: ADMINS },
  "put /moderation/words": { ask: at("/moderation/words", {}), may: ADMINS },
  "get /rules": { ask: at("/rules"), may: EVERYONE },
  "put /rules": {
    ask: at("/rules", { version: 999, rules: [{ key: "one", title: "One", sentence: "Be kind." }] }),
    may: ADMINS,
  },
  // Of somebody else's decision or appeal nobody learns that it is there.
  "get /decisions/{id}": { ask: at("/decisions/{id}"), may: CONCERNED },
  "post /decisions/{id}/appeal": { ask: at("/decisions/{id}/appeal", { words: "But." }), may: CONCERNED },
  "post /appeals/{id}/answer": {
    ask: at("/appeals/{id}/answer", { outcome: "refused", answer: "No." }),
    may: MODERATORS,
  },
};

let site: Awaited<ReturnType<typeof serve>>;
let players: Record<Exclude<Actor, "anonymous">, Player>;
let moderator: Player;

beforeAll(async () => {
  site = await serve();
  moderator = await aModerator();
  const [owner, other, suspended, banned, editor, admin] = await Promise.all([
    aMember({ name: "Bo" }),
    aMember({ name: "Cy" }),
    aMember({ name: "Fay" }),
    aMember({ name: "Dee" }),
    anEditor(),
    anAdmin(),
  ]);
  players = { owner, other, suspended, banned, editor, moderator, admin };
  const why = { ground: "person", explanation: "", days: 7, cleanUp: "none" as const };
  await sanction(suspended.handle, { kind: "suspension", ...why }, moderator);
  await sanction(banned.handle, { kind: "ban", ...why }, moderator);
});
afterAll(() => site.close());

/** A fresh article with a poll, and a comment by the owner that stands as it is asked. */
async function aWorld(state: State): Promise<World> {
  const article = await anEmptyArticle({ poll: "always" });
  if (article.pollId)
    await castVote(
      { poll: article.pollId, option: "approach" },
      { ...players.owner, ballotKey: await fresh("owner") },
    );
  const made = await aPlainComment(article, players.owner, { text: SECRET });
  const there = {
    commentId: made.id,
    by: state === "withdrawn" ? "author" : "moderator",
    reason: state === "withdrawn" ? null : "person",
  };
  if (state === "rejected" || state === "withdrawn") await database().removal.create({ data: there });
  await database().comment.update({
    where: { id: made.id },
    data: { state, listed: state !== "held", stance: "approach" },
  });
  return { slug: article.slug, comment: made.id, member: await aMember({ name: "Gil" }) };
}

/** Whoever takes a withdrawal back reads their own words in the answer. */
const RESTORE = "post /comments/{id}/restore";

const SECRET = "kettledrums and cymbals";

async function ask(
  method: string,
  { path, body }: Asked,
  as: Actor,
): Promise<{ status: number; text: string }> {
  const player = as === "anonymous" ? null : await fresh(as);
  const stop = new AbortController();
  const response = await fetch(site.url + path, {
    method: method.toUpperCase(),
    signal: stop.signal,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(player && {
        cookie: [await sessionCookie(player), ...(as === "banned" ? [SHUT_OUT()] : [])]
          .map(nameAndValue)
          .join("; "),
      }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  const text = isStream ? "" : await response.text();
  if (isStream) stop.abort();
  return { status: response.status, text };
}

const SHUT_OUT = () => redressCookie(players.banned.id);
const nameAndValue = (cookie: string) => cookie.split(";")[0];

/** A token of the actor's that no earlier request has ended. */
async function fresh(actor: Exclude<Actor, "anonymous">): Promise<string> {
  const { id, ballotKey } = players[actor];
  if (actor === "banned") return ballotKey;
  const token = newToken();
  await database().session.create({
    data: { memberId: id, tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + 60_000) },
  });
  return token;
}

test("every route of the door is in the table, and nothing else is", () => {
  const made = openDoor().made.map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(TABLE).sort()).toEqual([...new Set(made)].sort());
});

describe("who gets past the door", () => {
  for (const [route, { ask: question, may }] of Object.entries(TABLE)) {
    if (!may) continue;
    test(route, async () => {
      const [method = ""] = route.split(" ");
      const passed: Actor[] = [];
      for (const actor of ACTORS) {
        const { status } = await ask(method, question(await aWorld("visible")), actor);
        expect(status, `${actor} got a ${status}`).toBeLessThan(500);
        if (status !== 401 && status !== 403) passed.push(actor);
      }
      expect(passed).toEqual(may);
    });
  }
});

describe("what may be done with a comment, by the state it is in", () => {
  for (const [route, { ask: question, about }] of Object.entries(TABLE)) {
    if (!about) continue;
    test.each(STATES)(`${route}, %s`, async (state) => {
      const [method = ""] = route.split(" ");
      const done: Actor[] = [];
      for (const actor of ACTORS) {
        const { status, text } = await ask(method, question(await aWorld(state)), actor);
        expect(status, `${actor} got a ${status}`).toBeLessThan(500);
        if (status < 300) done.push(actor);
        const sees =
          state === "visible" ||
          (actor === "owner" && (state === "held" || route === RESTORE)) ||
          MODERATORS.includes(actor);
        if (!sees) expect(text, `${actor} reads it`).not.toContain(SECRET);
      }
      expect(done).toEqual(about[state]);
    });
  }
});

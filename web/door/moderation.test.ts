import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { checkModeration } from "@/domain/moderation/check";
import { database } from "@/platform/database";
import { aMember, aModerator, anAdmin, cast, type Player } from "@/test/cast";
import { aComment, anEmptyArticle } from "@/test/discussion";
import { serve } from "@/test/serve";
import { sessionCookie } from "@/web/session-cookie";

let site: Awaited<ReturnType<typeof serve>>;
let people: Awaited<ReturnType<typeof cast>> & { eve: Player };
beforeAll(async () => {
  site = await serve();
  people = { ...(await cast()), eve: await aModerator() };
});
afterAll(() => site.close());

async function ask(method: string, path: string, as: Player | null, body?: unknown) {
  const response = await fetch(site.url + path, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(as && { cookie: (await sessionCookie(as.ballotKey)).split(";")[0] }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
}

/** One field of an answer, as text. */
const field = (body: unknown, name: string): string =>
  z.looseObject({ [name]: z.string() }).parse(body)[name] ?? "";

const reject = (comment: { id: string }, more: object = {}) => ({
  action: "reject",
  comment: comment.id,
  revision: 1,
  ground: "person",
  ...more,
});

describe("the whole way of one comment", () => {
  test("reported, taken down, read about, appealed, restored: everyone hears what concerns them", async () => {
    const { ada, eve, bo, cy } = people;
    const comment = await aComment(await anEmptyArticle(), bo);

    const receipt = await ask("POST", `/comments/${comment.id}/reports`, cy, {
      reason: "person",
      detail: "The tone.",
    });
    expect(receipt).toMatchObject({ status: 201, body: { state: "open" } });

    const queue = await ask("GET", `/moderation/queue?queue=reported&member=${bo.handle}`, ada);
    expect(queue).toMatchObject({
      status: 200,
      body: {
        items: [
          {
            queue: "reported",
            comment: { id: comment.id },
            reports: [{ reason: "person", by: cy.name }],
            author: { handle: bo.handle },
            can: { decide: true },
          },
        ],
      },
    });
    expect(JSON.stringify(queue.body)).not.toMatch(/stance|respect|unconvinced/u);

    const rejected = await ask(
      "POST",
      "/moderation/decisions",
      ada,
      reject(comment, { explanation: "It is about Cy." }),
    );
    expect(rejected).toMatchObject({ status: 201, body: { state: "rejected" } });
    const decision = field(rejected.body, "decision");

    const statement = await ask("GET", `/decisions/${decision}`, bo);
    expect(statement).toMatchObject({
      status: 200,
      body: {
        action: "reject",
        by: "moderator",
        rule: { key: "person", version: 1 },
        statement: { explanation: "It is about Cy.", source: "report" },
        can: { appeal: true },
      },
    });
    expect(JSON.stringify(statement.body)).not.toContain(ada.handle);
    expect(await ask("GET", `/decisions/${decision}`, cy)).toMatchObject({ status: 404 });

    const appealed = await ask("POST", `/decisions/${decision}/appeal`, bo, {
      words: "It is about the argument of Cy.",
    });
    const appeal = field(appealed.body, "appeal");
    expect(await ask("POST", `/decisions/${decision}/appeal`, bo, { words: "And again." })).toMatchObject({
      status: 409,
    });
    expect(
      await ask("POST", `/appeals/${appeal}/answer`, ada, { outcome: "refused", answer: "No." }),
    ).toMatchObject({ status: 403 });
    expect(await ask("GET", `/moderation/queue?queue=appeals&member=${bo.handle}`, eve)).toMatchObject({
      body: { items: [{ appeal: { id: appeal }, can: { answer: true } }] },
    });

    expect(
      await ask("POST", `/appeals/${appeal}/answer`, eve, {
        outcome: "upheld",
        answer: "Right: it names an argument.",
      }),
    ).toMatchObject({ status: 200 });
    expect(
      await ask("POST", `/appeals/${appeal}/answer`, eve, { outcome: "refused", answer: "No." }),
    ).toMatchObject({ status: 409 });
    expect(await database().comment.findUnique({ where: { id: comment.id } })).toMatchObject({
      state: "visible",
    });

    const kinds = async (who: Player) =>
      (
        await database().notice.findMany({
          where: { memberId: who.id, commentId: comment.id },
          orderBy: { id: "asc" },
        })
      ).map(({ kind }) => kind);
    expect(await kinds(bo)).toEqual(["decision", "decision", "appeal-outcome"]);
    expect(await kinds(cy)).toEqual(["report-outcome"]);
    expect(await checkModeration()).toEqual([]);
  });
});

describe("reporting", () => {
  test("is done once a member and comment, not of one's own, and not signed out", async () => {
    const { ada, bo, cy } = people;
    const comment = await aComment(await anEmptyArticle(), bo);
    const path = `/comments/${comment.id}/reports`;
    expect(await ask("POST", path, null, { reason: "person" })).toMatchObject({ status: 401 });
    expect(await ask("POST", path, bo, { reason: "person" })).toMatchObject({ status: 403 });
    expect(await ask("POST", path, cy, { reason: "no-such" })).toMatchObject({ status: 422 });
    const both = await Promise.all([
      ask("POST", path, cy, { reason: "person" }),
      ask("POST", path, cy, { reason: "topic" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    await ask("POST", "/moderation/decisions", ada, { action: "approve", comment: comment.id, revision: 1 });
    const again = await ask("POST", path, cy, { reason: "person" });
    expect(again).toMatchObject({
      status: 409,
      body: { detail: "You have reported this text before. A moderator looked at it and let it stand." },
    });
  });

  test("a notice of illegal content is for anyone, with what the law asks for", async () => {
    const comment = await aComment(await anEmptyArticle(), people.bo);
    const path = `/comments/${comment.id}/reports`;
    const notice = {
      reason: "illegal",
      law: "defamation",
      detail: "It says that I was convicted of fraud, which is false.",
      name: "Gil",
      email: "gil@example.org",
      goodFaith: true,
    };
    for (const missing of ["law", "name", "email", "goodFaith"])
      expect(await ask("POST", path, null, { ...notice, [missing]: undefined })).toMatchObject({
        status: 422,
        body: { fields: { [missing]: expect.any(String) as string } },
      });
    expect(await ask("POST", path, null, notice)).toMatchObject({ status: 201 });
    expect(
      await ask("POST", path, null, { ...notice, law: "child-abuse", name: "", email: "" }),
    ).toMatchObject({ status: 201 });
  });
});

describe("sanctions", () => {
  test("a ban ends every session at once, and its clean-up takes the comments down and brings them back when lifted", async () => {
    const { ada } = people;
    const dan = await aMember({ name: "Dan" });
    const article = await anEmptyArticle();
    const comments = [await aComment(article, dan), await aComment(article, dan)];
    const banned = await ask("POST", `/members/${dan.handle}/sanctions`, ada, {
      kind: "ban",
      ground: "noise",
      cleanUp: "all",
    });
    expect(banned).toMatchObject({ status: 201, body: { comments: 2 } });
    expect(await ask("GET", "/me", dan)).toMatchObject({ body: { member: null } });
    const states = async () =>
      (await database().comment.findMany({ where: { id: { in: comments.map(({ id }) => id) } } })).map(
        ({ state }) => state,
      );
    expect(await states()).toEqual(["rejected", "rejected"]);
    expect(
      await ask("POST", `/members/${dan.handle}/sanctions`, ada, { kind: "ban", ground: "noise" }),
    ).toMatchObject({ status: 409 });
    const id = field(banned.body, "sanction");
    expect(await ask("DELETE", `/sanctions/${id}`, ada, { restore: true })).toMatchObject({
      status: 200,
      body: { comments: 2 },
    });
    expect(await states()).toEqual(["visible", "visible"]);
    expect(await ask("DELETE", `/sanctions/${id}`, ada, {})).toMatchObject({ status: 409 });
    expect(await checkModeration()).toEqual([]);
  });

  test("a suspended member can still read, and appeal, and is free again when another moderator agrees", async () => {
    const { ada, eve } = people;
    const dan = await aMember({ name: "Dan" });
    const { body } = await ask("POST", `/members/${dan.handle}/sanctions`, ada, {
      kind: "suspension",
      ground: "person",
      days: 7,
    });
    const decision = field(body, "decision");
    const article = await anEmptyArticle();
    expect(await ask("GET", "/me", dan)).toMatchObject({ body: { member: { suspended: true } } });
    await expect(
      aComment(article, { ...dan, suspension: { until: null, reason: "" } }),
    ).rejects.toMatchObject({ status: 403 });
    const appealed = await ask("POST", `/decisions/${decision}/appeal`, dan, { words: "It was irony." });
    await ask("POST", `/appeals/${field(appealed.body, "appeal")}/answer`, eve, {
      outcome: "upheld",
      answer: "It was.",
    });
    expect(await ask("GET", "/me", dan)).toMatchObject({ body: { member: { suspended: false } } });
  });

  test("nobody sanctions themselves, their equals or an admin", async () => {
    const { ada, eve, bo } = people;
    const max = await anAdmin();
    const ban = { kind: "ban", ground: "person" };
    for (const [who, whom] of [
      [ada, ada],
      [ada, eve],
      [ada, max],
      [max, max],
      [bo, ada],
    ] as const)
      expect(await ask("POST", `/members/${whom.handle}/sanctions`, who, ban)).toMatchObject({ status: 403 });
    expect(await ask("POST", `/members/nobody-${Date.now()}/sanctions`, ada, ban)).toMatchObject({
      status: 404,
    });
  });

  test("a watched member's comments wait", async () => {
    const dan = await aMember({ name: "Dan", approvedCount: 30 });
    await ask("POST", `/members/${dan.handle}/sanctions`, people.ada, { kind: "watch", ground: "noise" });
    expect(await aComment(await anEmptyArticle(), dan)).toMatchObject({ state: "held" });
  });
});

describe("the queue", () => {
  test("is paged by what waits longest, and every item is met once", async () => {
    const { ada } = people;
    const dan = await aMember({ name: "Dan" });
    const article = await anEmptyArticle();
    await ask("POST", `/members/${dan.handle}/sanctions`, ada, { kind: "watch", ground: "noise" });
    for (let i = 0; i < 5; i += 1) await aComment(article, dan);
    const met: string[] = [];
    let after = "";
    do {
      const { body } = await ask(
        "GET",
        `/moderation/queue?queue=held&article=${article.slug}&limit=2&after=${after}`,
        ada,
      );
      const page = z
        .object({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().nullable() })
        .loose()
        .parse(body);
      met.push(...page.items.map(({ id }) => id));
      after = page.next ?? "";
    } while (after !== "");
    expect(met).toHaveLength(5);
    expect(new Set(met).size).toBe(5);
    expect([...met].sort()).toEqual(met);
  });

  test("finds by words, rule, reason and age, and refuses a foreign page marker", async () => {
    const { ada, cy } = people;
    const article = await anEmptyArticle();
    await aComment(article, cy, { text: "Look at https://example.org/100%_true for proof, everybody." });
    const found = async (query: string) => {
      const { body } = await ask("GET", `/moderation/queue?queue=held&article=${article.slug}&${query}`, ada);
      return z.looseObject({ items: z.array(z.unknown()) }).parse(body).items.length;
    };
    expect(await found("q=100%25_true")).toBe(1);
    expect(await found("q=100%25true")).toBe(0);
    expect(await found("rule=newcomer-link")).toBe(1);
    expect(await found("rule=words")).toBe(0);
    expect(await found("age=1")).toBe(0);
    expect(await ask("GET", "/moderation/queue?queue=held&after=nonsense", ada)).toMatchObject({
      status: 400,
    });
    expect(await ask("GET", "/moderation/queue?queue=held", cy)).toMatchObject({ status: 403 });
    expect(await ask("GET", "/moderation/queue?queue=held", null)).toMatchObject({ status: 401 });
  });

  test("shows who is looking at what; a claim is not taken from another, and ends with the decision", async () => {
    const { ada, eve, bo } = people;
    const comment = await aComment(await anEmptyArticle(), bo);
    expect(await ask("PUT", `/moderation/queue/${comment.id}/claim`, ada)).toMatchObject({
      body: { claim: { by: ada.name, mine: true } },
    });
    expect(await ask("PUT", `/moderation/queue/${comment.id}/claim`, eve)).toMatchObject({
      body: { claim: { by: ada.name, mine: false } },
    });
    expect(await ask("GET", `/moderation/standings?ids=${comment.id}`, eve)).toMatchObject({
      body: { items: [{ claim: { by: ada.name } }] },
    });
    await ask("POST", "/moderation/decisions", eve, reject(comment));
    expect(await ask("GET", `/moderation/standings?ids=${comment.id}`, ada)).toMatchObject({
      body: {
        items: [
          { state: "rejected", claim: null, last: { action: "reject", moderator: { name: eve.name } } },
        ],
      },
    });
  });
});

test("the log has names for moderators and none for everyone else", async () => {
  const { ada, bo } = people;
  const comment = await aComment(await anEmptyArticle(), bo);
  await ask("POST", "/moderation/decisions", ada, reject(comment, { explanation: `About ${bo.name}.` }));
  const full = await ask("GET", `/moderation/log?comment=${comment.id}`, ada);
  expect(full).toMatchObject({
    body: { items: [{ action: "reject", moderator: { handle: ada.handle }, member: { handle: bo.handle } }] },
  });
  const open = await ask("GET", "/moderation/log", null);
  expect(open).toMatchObject({
    status: 200,
    body: {
      items: expect.arrayContaining([
        expect.objectContaining({ action: "reject", ground: "person" }),
      ]) as unknown[],
    },
  });
  for (const secret of [ada.handle, ada.name, bo.handle, bo.name, comment.id])
    expect(JSON.stringify(open.body)).not.toContain(secret);
});

test("a closed thread takes no replies until it is opened again", async () => {
  const { ada } = people;
  const bo = await aMember({ name: "Bo" });
  const article = await anEmptyArticle();
  const comment = await aComment(article, bo);
  expect(
    await ask("POST", "/moderation/decisions", ada, { action: "lock", comment: comment.id, ground: "topic" }),
  ).toMatchObject({ status: 201 });
  await expect(aComment(article, bo, { parent: comment.id })).rejects.toMatchObject({ status: 403 });
  expect(
    await ask("POST", "/moderation/decisions", ada, { action: "lock", comment: comment.id, ground: "topic" }),
  ).toMatchObject({ status: 409 });
  await ask("POST", "/moderation/decisions", ada, { action: "unlock", comment: comment.id });
  await expect(aComment(article, bo, { parent: comment.id })).resolves.toMatchObject({ depth: 1 });
});

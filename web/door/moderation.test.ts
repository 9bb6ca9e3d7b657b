import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { deskDifferences } from "@/test/desk-agrees";
import { onceOutcomesAreTold } from "@/test/desk";
import { database } from "@/platform/database";
import { aMember, aModerator, anAdmin, cast, type Player } from "@/test/cast";
import { aComment, anEmptyArticle } from "@/test/discussion";
import { serve } from "@/test/serve";

const site = await serve();
const { ask } = site;
let people: Awaited<ReturnType<typeof cast>> & { eve: Player };
beforeAll(async () => {
  people = { ...(await cast()), eve: await aModerator() };
});
afterAll(() => site.close());

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

    await onceOutcomesAreTold();
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
    expect(await kinds(cy)).toEqual(["report-outcome", "report-outcome"]);
    expect(await deskDifferences()).toEqual([]);
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
      body: { detail: "You have reported this text before. A moderator reviewed it and approved it." },
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
    expect(await deskDifferences()).toEqual([]);
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

  test("a message is read in the inbox, restricts nothing and is no appealable decision; a warning can be taken back", async () => {
    const { ada } = people;
    const gil = await aMember({ name: "Gil" });
    const sent = await ask("POST", `/members/${gil.handle}/messages`, ada, {
      words: "Thank you for the sources.",
    });
    expect(sent).toMatchObject({ status: 201 });
    expect(await ask("GET", `/decisions/${field(sent.body, "decision")}`, gil)).toMatchObject({
      body: {
        action: "message",
        statement: { explanation: "Thank you for the sources." },
        can: { appeal: false },
      },
    });
    expect(JSON.stringify((await ask("GET", "/inbox", gil)).body)).toContain(`"action":"message"`);
    expect(await ask("GET", "/me", gil)).toMatchObject({ body: { member: { suspended: false } } });
    expect(await ask("POST", `/members/${gil.handle}/messages`, ada, { words: " " })).toMatchObject({
      status: 422,
    });
    const warned = await ask("POST", `/members/${gil.handle}/sanctions`, ada, {
      kind: "warning",
      ground: "noise",
    });
    expect(await ask("DELETE", `/sanctions/${field(warned.body, "sanction")}`, ada, {})).toMatchObject({
      status: 200,
    });
    expect(await deskDifferences()).toEqual([]);
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

describe("how the site moderates", () => {
  test("is read by moderators and changed by admins, from the next comment on", async () => {
    const [{ ada }, max] = [people, await anAdmin()];
    const bo = await aMember({ name: "Bo", approvedCount: 20 });
    const article = await anEmptyArticle();
    expect(await ask("GET", "/moderation/settings", ada)).toMatchObject({
      body: { mode: "post", mostLinks: 5 },
    });
    expect(await ask("PATCH", "/moderation/settings", ada, { mode: "pre" })).toMatchObject({ status: 403 });
    expect(
      await ask("PATCH", "/moderation/settings", max, { mode: "pre", holdLinksUntil: "3" }),
    ).toMatchObject({ body: { mode: "pre", holdLinksUntil: 3 } });
    expect(await aComment(article, bo)).toMatchObject({ state: "held" });
    expect(
      await ask("PATCH", "/moderation/settings", max, { mode: "post", off: "shouting,links" }),
    ).toMatchObject({
      body: { mode: "post", holdLinksUntil: 3, off: ["shouting", "links"] },
    });
    expect(await ask("PATCH", "/moderation/settings", max, { off: "," })).toMatchObject({
      body: { off: [] },
    });
    expect(await ask("PATCH", "/moderation/settings", max, { mostLinks: -1 })).toMatchObject({ status: 422 });
    expect(await aComment(article, bo)).toMatchObject({ state: "visible" });
  });

  test("watched words are replaced as a whole, and the sentence names the word", async () => {
    const [max, bo] = [await anAdmin(), await aMember({ name: "Bo" })];
    const article = await anEmptyArticle();
    expect(
      await ask("PUT", "/moderation/words", max, { block: "quicksilver\n\nquicksilver\n" }),
    ).toMatchObject({ status: 200 });
    await expect(aComment(article, bo, { text: "All that QUICKSILVER talk." })).rejects.toThrow(
      "“quicksilver”",
    );
    await ask("PUT", "/moderation/words", max, {});
    await expect(aComment(article, bo, { text: "All that quicksilver talk." })).resolves.toMatchObject({
      state: "visible",
    });
  });

  test("house rules have versions; a decision goes on naming the one it rests on, and of two admins one is told", async () => {
    const [{ ada }, bo, max, mia] = [people, await aMember({ name: "Bo" }), await anAdmin(), await anAdmin()];
    const comment = await aComment(await anEmptyArticle(), bo);
    const decided = await ask("POST", "/moderation/decisions", ada, reject(comment));
    const { version, rules } = z
      .looseObject({ version: z.number(), rules: z.array(z.unknown()) })
      .parse((await ask("GET", "/rules", null)).body);
    const more = [...rules, { key: "brevity", title: "Be brief", sentence: "Say it in one screen." }];
    const both = await Promise.all([
      ask("PUT", "/rules", max, { version, rules: more }),
      ask("PUT", "/rules", mia, { version, rules: more }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await ask("GET", "/rules", null)).toMatchObject({ body: { version: version + 1 } });
    expect(await ask("GET", `/decisions/${field(decided.body, "decision")}`, bo)).toMatchObject({
      body: { rule: { key: "person", version } },
    });
  });

  test("a house rule is added, reworded, moved and removed by itself; the law's stays, and a second of one key is refused", async () => {
    const max = await anAdmin();
    const now = async () =>
      z
        .looseObject({
          version: z.number(),
          rules: z.array(z.looseObject({ key: z.string(), title: z.string() })),
        })
        .parse((await ask("GET", "/rules", null)).body);
    const change = async (method: string, path: string, wish: object = {}) =>
      (await ask(method, `/rules${path}`, max, { version: (await now()).version, ...wish })).status;
    const words = { title: "Be short", sentence: "Say it in one screen." };
    const before = await now();
    expect(await change("POST", "", { key: "short", ...words })).toBe(201);
    expect(await change("POST", "", { key: "short", ...words })).toBe(422);
    expect(await change("PUT", "/short", { ...words, title: "Be very short" })).toBe(200);
    expect(await change("PUT", "/short/place", { to: "up" })).toBe(200);
    expect((await now()).rules.at(-2)).toMatchObject({ key: "short", title: "Be very short" });
    expect(await change("PUT", "/short/place", { to: "down" })).toBe(200);
    expect(await change("PUT", "/short/place", { to: "down" })).toBe(200);
    expect((await now()).rules.at(-1)?.key).toBe("short");
    expect(await change("DELETE", "/short")).toBe(200);
    expect((await now()).rules).toEqual(before.rules);
    expect(await change("DELETE", "/short")).toBe(404);
    expect(await change("DELETE", "/illegal")).toBe(403);
    expect((await ask("DELETE", "/rules/person", max, { version: before.version })).status).toBe(409);
  });

  test("a discussion is slowed, made to wait, closed and opened again; what restricts names a rule and is in the log", async () => {
    const { ada } = people;
    const bo = await aMember({ name: "Bo", approvedCount: 20 });
    const article = await anEmptyArticle();
    const steer = (wish: object) => ask("PATCH", `/moderation/articles/${article.slug}`, ada, wish);
    await aComment(article, bo);
    expect(await steer({ slowSeconds: 600 })).toMatchObject({ status: 422 });
    expect(await steer({ slowSeconds: 600, ground: "noise" })).toMatchObject({ status: 200 });
    await expect(aComment(article, bo)).rejects.toMatchObject({ status: 429 });
    expect(await steer({ slowSeconds: 0 })).toMatchObject({ status: 200 });
    await steer({ moderation: "pre", ground: "topic" });
    expect(await aComment(article, bo)).toMatchObject({ state: "held" });
    await steer({ comments: "locked", ground: "topic" });
    await expect(aComment(article, bo)).rejects.toMatchObject({ status: 403 });
    expect(await steer({ comments: "locked" })).toMatchObject({
      status: 422,
      body: { detail: "These are already the settings." },
    });
    expect(await steer({ comments: "open", moderation: "post" })).toMatchObject({
      body: { comments: "open" },
    });
    const actions = await database().decision.findMany({
      where: { articleId: article.id, commentId: null },
      orderBy: { seq: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual(["slow", "unlock", "slow", "lock", "unlock"]);
  });

  test("a discussion's day to close is set, moved and taken away; one that has begun is none, and what is left out stays", async () => {
    const { ada } = people;
    const article = await anEmptyArticle();
    const steer = (wish: object) => ask("PATCH", `/moderation/articles/${article.slug}`, ada, wish);
    const today = new Date().toISOString().slice(0, 10);
    for (const wrong of [today, "2020-01-01", "soon"])
      expect([wrong, (await steer({ closesAt: wrong, ground: "topic" })).status]).toEqual([wrong, 422]);
    const evening = "2031-01-31T18:00:00.000Z";
    for (const [wish, kept] of [
      [{ closesAt: "2031-01-31", ground: "topic" }, "2031-01-31T00:00:00.000Z"],
      [{ closesAt: "2031-01-31T18:00" }, evening],
      [{ moderation: "pre", ground: "topic" }, evening],
      [{ closesAt: "", moderation: "post" }, null],
      [{ closesAt: evening, ground: "topic" }, evening],
      [{ closesAt: null }, null],
    ] as const)
      expect(await steer(wish), JSON.stringify(wish)).toMatchObject({
        status: 200,
        body: { closesAt: kept },
      });
  });

  test("discussions close by themselves after so many days, those with a day of their own excepted", async () => {
    const max = await anAdmin();
    const [free, own] = [await anEmptyArticle(), await anEmptyArticle()];
    const day = new Date("2030-01-01T00:00:00Z");
    await database().article.update({ where: { id: own.id }, data: { closesAt: day } });
    const ends = async (id: string) =>
      (await database().article.findUniqueOrThrow({ where: { id } })).closesAt;
    await ask("PATCH", "/moderation/settings", max, { closeAfterDays: 30 });
    expect((await ends(free.id))?.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect(await ends(own.id)).toEqual(day);
    expect(await ends((await anEmptyArticle()).id)).not.toBeNull();
    await ask("PATCH", "/moderation/settings", max, { closeAfterDays: 0 });
    expect(await ends(free.id)).toBeNull();
    expect(await ends(own.id)).toEqual(day);
  });
});

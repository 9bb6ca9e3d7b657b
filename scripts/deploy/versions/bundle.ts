import assert from "node:assert/strict";
import { z } from "zod";
import { ask, signUpBy, type Answer, type Person, type Wish } from "@/scripts/deploy/visitors";

/** A process of some version of the site. */
export type Site = Readonly<{
  origin: string;
  /** As the site is called. */
  host: string;
  promote: (handle: string, role: string) => string;
}>;

const DOOR = "/api/v1";
const ARTICLE = "/articles/organisational-learning-and-knowledge-management";

const Posted = z.object({ comment: z.object({ id: z.string() }) });
const Decided = z.object({ decision: z.string() });
const Poll = z.object({ mine: z.object({ choice: z.string().nullable() }) });

let told = 0;

/**
 * A morning at a discussion: people sign up, write, answer, correct, respect, vote and think better of it, search, read their inbox; a moderator removes
 * and restores; everybody leaves. All of it is done at one site and looked at in another one of the same database.
 * @throws AssertionError with the first thing that was not so
 */
export async function tellBundle(at: Site, seenAt: Site): Promise<void> {
  told += 1;
  const [bo, cy, ada] = [
    await somebodyAt(at, "Bo"),
    await somebodyAt(seenAt, "Cy"),
    await somebodyAt(at, "Ada"),
  ];
  at.promote(ada.handle, "moderator");

  const words = `Said in the round ${told}, of turnips and of the sea.`;
  const posted = await done(at, bo, `${ARTICLE}/comments`, "POST", 201, { body: words });
  const { id } = Posted.parse(posted).comment;
  await shows(seenAt, `${DOOR}/comments/${id}`, words);

  const answer = `Answered in the round ${told}, by somebody else.`;
  const reply = Posted.parse(
    await done(seenAt, cy, `${ARTICLE}/comments`, "POST", 201, { body: answer, parentId: id }),
  ).comment.id;
  await shows(at, `${DOOR}/comments/${id}`, answer);
  await done(seenAt, cy, `/comments/${id}/reaction`, "PUT", 200, { kind: "respect" });
  const inbox = await done(at, bo, "/inbox", "GET", 200);
  assert.ok(JSON.stringify(inbox).includes(reply), "The reply is not in the inbox.");

  const corrected = `${words} And of the wind.`;
  await done(at, bo, `/comments/${id}`, "PATCH", 200, { body: corrected, revision: 1 });
  await shows(seenAt, `${DOOR}/comments/${id}`, corrected);

  for (const [site, option] of [
    [at, "approach"],
    [seenAt, "complementary"],
  ] as const) {
    await done(site, bo, `${ARTICLE}/poll/vote`, "PUT", 200, { option });
    for (const other of [at, seenAt]) {
      const { mine } = Poll.parse(await done(other, bo, `${ARTICLE}/poll`, "GET", 200));
      assert.equal(mine.choice?.trim(), option);
    }
  }

  const removed = Decided.parse(
    await done(at, ada, "/moderation/decisions", "POST", 201, {
      action: "reject",
      comment: reply,
      revision: 1,
      ground: "noise",
      explanation: "",
    }),
  );
  await shows(seenAt, `${DOOR}/comments/${id}`, answer, false);
  await done(at, ada, "/moderation/decisions", "POST", 201, { action: "undo", decision: removed.decision });
  await shows(seenAt, `${DOOR}/comments/${id}`, answer);

  await shows(seenAt, `${DOOR}/search?q=${encodeURIComponent("turnips wind")}`, id);
  await shows(at, ARTICLE, "Organisational learning");
  await shows(at, "/", "Organisational learning");
  await shows(at, `/comments/${id}`, "And of the wind");

  await done(at, bo, "/session", "DELETE", 204);
  await done(seenAt, bo, "/inbox", "GET", 401);
}

const askAt = ({ origin, host }: Site, path: string, wish: Wish = {}): Promise<Answer> =>
  ask(origin + path, {
    ...wish,
    headers: { ...wish.headers, host, "x-forwarded-for": wish.from },
    from: "127.0.0.1",
  });

const somebodyAt = (site: Site, name: string): Promise<Person> =>
  signUpBy((wish) => askAt(site, `${DOOR}/members`, wish), name);

/** @returns what was answered, parsed; null for nothing */
async function done(
  site: Site,
  { cookie, from }: Person,
  path: string,
  method: string,
  expected: number,
  body?: object,
): Promise<unknown> {
  const { status, text } = await askAt(site, DOOR + path, { method, body, headers: { cookie }, from });
  assert.equal(status, expected, `${method} ${path}: ${text}`);
  return text === "" ? null : JSON.parse(text);
}

/** Whether what is found there has these words. A page may be two seconds old. */
async function shows(site: Site, path: string, words: string, expected = true): Promise<void> {
  const { status, text } = await askAt(site, path, { from: "127.0.0.6" });
  assert.equal(status, 200, `${path}: ${text}`);
  assert.equal(text.includes(words), expected, `${path} ${expected ? "lacks" : "has"}: ${words}`);
}

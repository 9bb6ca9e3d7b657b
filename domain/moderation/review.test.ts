import { afterEach, expect, test } from "vitest";
import { createServer } from "node:http";
import { createHmac } from "node:crypto";
import { askOutside } from "./checks/external/external";
import { review } from "./review";
import { database } from "@/platform/database";
import { cast } from "@/test/cast";
import { aPlainArticle as anArticle, aPlainComment as aComment } from "@/test/desk";

test("an ordinary comment appears at once", async () => {
  const { bo } = await cast();
  const article = await anArticle();
  await expect(
    review(database(), { article, author: bo, parent: null, text: "A fair point." }),
  ).resolves.toEqual({ state: "visible", findings: [] });
});

test("a newcomer's first link waits for a moderator", async () => {
  const { cy } = await cast();
  const article = await anArticle();
  const found = await review(database(), {
    article,
    author: cy,
    parent: null,
    text: "See https://example.org for what I mean.",
  });
  expect(found).toMatchObject({ state: "held", findings: [{ rule: "newcomer-link", effect: "hold" }] });
});

test("the same text twice in one discussion is refused with a sentence", async () => {
  const { bo } = await cast();
  const article = await anArticle();
  const text = "Learning changes the person, management changes the shelf.";
  await aComment(article, bo, { text });
  await expect(review(database(), { article, author: bo, parent: null, text })).rejects.toThrow(
    "You have already posted this comment here.",
  );
});

test("the sixth comment in a minute is asked to wait", async () => {
  const { bo } = await cast();
  const article = await anArticle();
  for (let i = 0; i < 5; i += 1) await aComment(article, bo, { text: `Number ${i}` });
  await expect(
    review(database(), { article, author: bo, parent: null, text: "Number six" }),
  ).rejects.toMatchObject({ status: 429 });
});

test("a name like a moderator's waits", async () => {
  const { ada, cy } = await cast();
  const article = await anArticle();
  const found = await review(database(), {
    article,
    author: { ...cy, name: ada.name.replace("a", "а") },
    parent: null,
    text: "Trust me.",
  });
  expect(found.findings).toMatchObject([{ rule: "imitation" }]);
});

test("new words count from the next comment on", async () => {
  const { bo } = await cast();
  const article = await anArticle();
  const word = `zzz${bo.handle}`;
  await database().wordList.create({ data: { block: "", hold: word, mark: "" } });
  expect((await review(database(), { article, author: bo, parent: null, text: `so ${word}!` })).state).toBe(
    "held",
  );
  await database().wordList.create({ data: { block: "", hold: "", mark: "" } });
  expect((await review(database(), { article, author: bo, parent: null, text: `so ${word}!` })).state).toBe(
    "visible",
  );
});

let stop = (): unknown => undefined;
afterEach(() => {
  stop();
});

test("an external check is asked with a signature; whatever is not an answer holds", async () => {
  let answer = '{"effect":"mark","reason":"Sounds sold."}';
  let signed = "";
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      signed = createHmac("sha256", "between us").update(body).digest("hex");
      if (request.headers["x-moot-signature"] !== `sha256=${signed}`) response.writeHead(401);
      if (answer !== "hang") response.end(answer);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  stop = () => (server.closeAllConnections(), server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
  const ask = (text: string) => askOutside(text, null, { url, secret: "between us" });

  expect(await ask("Buy now")).toEqual({
    rule: "external",
    effect: "mark",
    reason: "Sounds sold.",
  });
  answer = '{"effect":"none"}';
  expect(await ask("Hello")).toBeNull();
  for (const wrong of [
    '{"effect":"ban"}',
    "<html>",
    `{"effect":"none","reason":"${"x".repeat(10_000_000)}"}`,
  ]) {
    answer = wrong;
    expect((await ask("Hello"))?.effect).toBe("hold");
    answer = '{"effect":"none"}';
    if (wrong.length < 100) await ask("Hello");
  }
  for (const hang of ["hang", "hang", "hang"]) {
    answer = hang;
    expect((await ask("Hello"))?.effect).toBe("hold");
  }
  // After three without an answer it is left alone for a while: nobody waits for it, and everything it would have read is held.
  const asked = requests;
  expect((await ask("Hello"))?.effect).toBe("hold");
  expect(requests).toBe(asked);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { serve } from "@/test/serve";
import { anEmptyArticle, type AnArticle } from "@/test/discussion";
import { voters, type Voter } from "@/test/voters";
import { database } from "@/platform/database";

const site = await serve();
const { ask } = site;
let article: AnArticle;
let cy: Voter;
beforeAll(async () => {
  article = await anEmptyArticle();
  [cy] = (await voters(1)) as [Voter];
});
afterAll(() => site.close());

const Posted = z.object({ comment: z.object({ id: z.uuid(), passage: z.unknown() }) });

test("a comment about a passage is counted, listed with its block, and told to other programs as an annotation", async () => {
  const path = `/articles/${article.slug}`;
  expect((await ask("GET", `${path}/passages`, null)).body).toEqual({ revision: 1, items: [] });
  const said = { body: "Because.", passage: { exact: "Why" } };
  const made = await ask("POST", `${path}/comments`, cy, said);
  expect(made.status).toBe(201);
  const { id, passage } = Posted.parse(made.body).comment;
  expect(passage).toEqual({ exact: "Why", prefix: "", suffix: "?", revision: 1, place: 1 });
  expect((await ask("GET", `${path}/passages`, null)).body).toEqual({
    revision: 1,
    items: [{ block: 1, comments: 1, moved: false }],
  });
  expect((await ask("GET", `${path}/passages/1`, null)).body).toMatchObject({ items: [{ id, passage }] });
  expect((await ask("GET", `${path}/passages/earlier`, null)).body).toMatchObject({ items: [], next: null });
  expect((await ask("GET", `${path}/passages/0`, null)).status).toBe(404);
  expect((await ask("GET", `${path}/passages/one`, null)).status).toBe(404);

  const told = await ask("GET", `${path}/annotations`, null);
  expect(told.headers.get("content-type")).toContain("application/ld+json");
  expect(JSON.parse(told.text)).toMatchObject({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationPage",
    items: [
      {
        type: "Annotation",
        motivation: "commenting",
        body: { type: "TextualBody", format: "text/html", value: "<p>Because.</p>\n" },
        target: {
          selector: [
            { type: "TextQuoteSelector", exact: "Why", prefix: "", suffix: "?" },
            { type: "TextPositionSelector", start: 0, end: 3 },
          ],
          state: { type: "TimeState" },
        },
      },
    ],
  });
  expect((await ask("GET", `${path}/annotations?after=x`, null)).status).toBe(400);
});

test("what is no passage is refused in words, with its field", async () => {
  // Nobody writes so fast.
  const post = async (passage: unknown) =>
    ask("POST", `/articles/${article.slug}/comments`, (await voters(1))[0] ?? null, { body: "So?", passage });
  for (const passage of [{ exact: "Who" }, { exact: "W" }, {}, "Why", { exact: "Why", colour: "red" }, 7])
    expect([passage, (await post(passage)).status]).toEqual([passage, 422]);
  expect((await post({ exact: "Who" })).body).toMatchObject({
    fields: { passage: "These words are not in the article. Please select them in the text." },
  });
});

test("of words that were quoted and have been revised since, what stood around them is not told", async () => {
  const there = await anEmptyArticle();
  const [bo] = (await voters(1)) as [Voter];
  const path = `/articles/${there.slug}`;
  await ask("POST", `${path}/comments`, bo, { body: "Because.", passage: { exact: "Why" } });
  const told = async () =>
    (await Promise.all(["comments", "annotations"].map((list) => ask("GET", `${path}/${list}`, null)))).map(
      ({ text }) => [text.includes('"exact":"Why"'), text.includes('"suffix":"?"')],
    );
  expect(await told()).toEqual([
    [true, true],
    [true, true],
  ]);
  await database().$executeRaw`
    INSERT INTO article_revision (article_id, number, title, standfirst, author, source, html, words)
    SELECT article_id, 2, title, standfirst, author, source, html, words FROM article_revision WHERE article_id = ${there.id}::uuid`;
  await database().article.update({ where: { id: there.id }, data: { revision: 2 } });
  expect(await told()).toEqual([
    [true, false],
    [true, false],
  ]);
});

test("of an article that was taken from readers whoever commented keeps their own words, and none of the article's", async () => {
  const there = await anEmptyArticle();
  const [bo] = (await voters(1)) as [Voter];
  const path = `/articles/${there.slug}`;
  const made = await ask("POST", `${path}/comments`, bo, { body: "Because.", passage: { exact: "Why" } });
  const { id } = Posted.parse(made.body).comment;
  const about = [`/comments/${id}`, `/comments/${id}/history`, `/members/${bo.handle}/comments`];
  const told = async () =>
    (await Promise.all(about.map((one) => ask("GET", one, bo)))).map(({ text }) => text);
  expect((await told()).join()).toMatch(/Why[^]*A question/);
  await database().article.update({ where: { id: there.id }, data: { unpublishedAt: new Date() } });
  const [, versions = "", listed = ""] = await told();
  for (const words of [versions, listed]) expect(words).toContain("Because.");
  expect((await told()).join()).not.toMatch(/Why|A question/);
  expect(listed).toContain("an unpublished article");
  for (const one of [...about.slice(0, 2), `${path}/passages`, `${path}/annotations`])
    expect((await ask("GET", one, cy)).status, one).toBe(404);
  expect((await ask("PATCH", `/comments/${id}`, bo, { body: "So.", revision: 1 })).status).toBe(404);
  expect((await ask("DELETE", `/comments/${id}`, bo)).status).toBe(200);
});

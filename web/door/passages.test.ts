import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { serve } from "@/test/serve";
import { anEmptyArticle, type AnArticle } from "@/test/discussion";
import { voters, type Voter } from "@/test/voters";

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

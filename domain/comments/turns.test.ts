import { expect, test } from "vitest";
import { post } from "./post";
import { isRefusal } from "@/platform/refusal";
import { anEstablishedReader } from "@/test/cast";
import { aPlainArticle } from "@/test/desk";

/** What becomes of so many posts of one author at once: the statuses of those refused, and how many stand. */
async function atOnce(slug: string, texts: readonly string[]) {
  const bo = await anEstablishedReader();
  const outcomes = await Promise.all(
    texts.map((body) =>
      post(slug, { body }, bo).then(
        ({ state }) => state,
        (problem: unknown) => {
          if (isRefusal(problem)) return problem.status;
          throw problem;
        },
      ),
    ),
  );
  return outcomes.sort();
}

const SENTENCE = "Nobody writes down what everybody in the room knows anyway.";

test("of five posts at once in slow mode one stands, and four are told to wait", async () => {
  const { slug } = await aPlainArticle({ slowSeconds: 600 });
  expect(await atOnce(slug, ["one", "two", "three", "four", "five"])).toEqual([
    429,
    429,
    429,
    429,
    "visible",
  ]);
});

test.each([
  ["a sentence", SENTENCE],
  // Whose lengths, and whose first five hundred, are others in code units.
  ["one with emoji in it", `${SENTENCE} ${"😀".repeat(30)}`],
  ["a long one that begins with them", `😀😀😀 ${`${SENTENCE} `.repeat(12)}`.trim()],
])("of the same text five times at once one stands: %s", async (_, text) => {
  const { slug } = await aPlainArticle();
  expect(await atOnce(slug, Array<string>(5).fill(text))).toEqual([422, 422, 422, 422, "visible"]);
});

test("of ten posts at once five stand, and whoever sent them is told to wait with the rest", async () => {
  const { slug } = await aPlainArticle();
  const texts = Array.from(
    { length: 10 },
    (_, nth) => `This is thought number ${nth} about what people know.`,
  );
  expect(await atOnce(slug, texts)).toEqual([
    ...Array<number>(5).fill(429),
    ...Array<string>(5).fill("visible"),
  ]);
});

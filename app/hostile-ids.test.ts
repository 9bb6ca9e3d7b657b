import { expect, test } from "vitest";

/** Every page whose address holds an id. */
const pages = import.meta.glob<{ default: (props: object) => Promise<unknown> }>("./**/\\[id\\]/**/page.tsx");
const HOSTILE = [
  "nope",
  "",
  "%00",
  "\0",
  "\n{}",
  "\u001b[31m",
  "0".repeat(5_000),
  "01a2236b-379e-7610-ba93",
  "' or 1=1",
];

test.each(Object.keys(pages))("%s is not there for what is no id", async (path) => {
  const { default: page } = await pages[path]!();
  for (const id of HOSTILE)
    await expect(
      page({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) }),
      JSON.stringify(id),
    ).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});

test("there are such pages", () => expect(Object.keys(pages).length).toBeGreaterThan(4));

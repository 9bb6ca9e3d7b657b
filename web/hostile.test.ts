import { randomUUID } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { anAdmin, aMember } from "@/test/cast";
import { aComment, anEmptyArticle } from "@/test/discussion";
import { serve, type Asker } from "@/test/serve";
import { openDoor } from "./door";
import { namesIn } from "./route/route";

/** Thousands of requests of one person. */
vi.hoisted(() => {
  process.env.MOOT_LIMITS = "off";
});

const { ask, close } = await serve();
afterAll(close);

const NOBODYS = randomUUID();
const base64 = (text: string, how: "base64" | "base64url" = "base64") => Buffer.from(text).toString(how);

/** Days and moments that JavaScript takes and a database does not, or the other way round; ids, numbers and cursors that are none. */
const DATES = [
  "0000-01-01",
  "0001-01-01",
  "9999-12-31",
  "2026-02-30",
  "0000-01-01T00:00:00Z",
  "0001-01-01T00:00:00+23:59",
  "9999-12-31T23:59:59-23:59",
  "2026-01-01T00:00:00.000000000000Z",
];
const CURSORS = DATES.flatMap((date) => [
  base64(`${date} ${NOBODYS}`),
  base64(JSON.stringify([date, NOBODYS]), "base64url"),
]);
const OTHERS = [
  ...["", "x", "-1", "0", "1e309", "NaN", "99999999999999999999", "9223372036854775807", "0.1", "null"],
  ...[NOBODYS, NOBODYS.toUpperCase(), "00000000-0000-0000-0000-000000000000", `${NOBODYS}x`, `{${NOBODYS}}`],
  ...[
    "\u0000",
    "\ud83d\ude00",
    "\u202e",
    "'; --",
    "%",
    "a".repeat(300),
    base64("x"),
    base64("[null,1]", "base64url"),
  ],
];
const TEXTS = [...DATES, ...CURSORS, ...OTHERS];
const VALUES: unknown[] = [...DATES, ...OTHERS, null, true, -1, 1e300, 0.5, [], {}, [null], [""], { a: 1 }];

const routes = openDoor().made.filter(({ path, query, input }) => namesIn(path).length > 0 || query || input);

/** The fields of a schema, as far as it has some. */
function fieldsOf(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const parts = [described, ...(described.anyOf ?? []), ...(described.oneOf ?? [])];
  return [...new Set(parts.flatMap((part) => Object.keys(part.properties ?? {})))];
}

async function theWorld() {
  const [ada, bo] = [await anAdmin(), await aMember({ name: "Bo" })];
  const article = await anEmptyArticle();
  const comment = await aComment(article, bo);
  const real: Record<string, string> = { slug: article.slug, id: comment.id, handle: bo.handle };
  const pathOf = (path: string, instead: Record<string, string> = {}) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(instead[name] ?? real[name] ?? "x"));
  return { ada, bo, pathOf };
}

const world = theWorld();

test.each(routes)(
  "$method $path answers no 5xx, whatever is asked of it",
  async ({ method, path, query, input, example }) => {
    const { ada, bo, pathOf } = await world;
    const asked: [path: string, body?: unknown][] = [];
    for (const name of namesIn(path))
      for (const text of OTHERS)
        if (text !== "" && text !== "\u0000") asked.push([pathOf(path, { [name]: text }), example]);
    for (const name of fieldsOf(query))
      for (const text of TEXTS)
        asked.push([`${pathOf(path)}?${new URLSearchParams({ [name]: text }).toString()}`]);
    const usual = typeof example === "object" ? example : {};
    for (const name of fieldsOf(input))
      for (const value of VALUES) asked.push([pathOf(path), { ...usual, [name]: value }]);
    const askers: Asker[] = [ada, bo, null];
    const broken: string[] = [];
    const worker = async () => {
      for (let one = asked.shift(); one; one = asked.shift()) {
        const [there, body] = one;
        const as = askers[asked.length % askers.length] ?? null;
        const { status } = await ask(
          method.toUpperCase(),
          there,
          as,
          method === "get" ? undefined : (body ?? {}),
        );
        // A machine that is busy may have no connection to give (503); that is not what was asked.
        if (status >= 500 && status !== 503) broken.push(`${status} ${there} ${JSON.stringify(body)}`);
      }
    };
    await Promise.all(Array.from({ length: 6 }, worker));
    expect(broken).toEqual([]);
  },
);

import { afterAll, expect, test } from "vitest";
import { effort } from "@/test/effort";
import {
  fieldsOf,
  inParallel,
  NAUGHTY,
  NOBODYS,
  noSentences,
  ROUTES,
  someOf,
  theTarget,
} from "@/test/hostile";
import { serve } from "@/test/serve";
import { namesIn } from "./route/route";
import { withSettings } from "@/test/with-settings";

/** Thousands of requests of one person. */
withSettings({ limits: false });

const { ask, close } = await serve();
afterAll(close);

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

/** Of these a field gets so many, another field others. */
const MANY = effort(2, Infinity);

const target = theTarget();

/** A machine that is busy may have no connection to give (503); that is not what was asked. */
const isBroken = (status: number): boolean => status >= 500 && status !== 503;

type Asked = [path: string, body?: unknown];

/** Asks as everybody in turn. @returns what was no answer: of our own making, or a refusal that is no sentence */
async function wrongOf(method: string, asked: readonly Asked[]): Promise<string[]> {
  const askers = await (await target).askers();
  const wrong: string[] = [];
  await inParallel(asked, async ([path, sent], nth) => {
    const body = method === "get" ? undefined : (sent ?? {});
    const {
      status,
      text,
      body: said,
    } = await ask(method.toUpperCase(), path, askers[nth % askers.length], body);
    const what = `${status} ${path} ${JSON.stringify(body)}`;
    if (isBroken(status)) wrong.push(what);
    else if (status >= 400 && noSentences(said).length > 0) wrong.push(`${what}: ${text}`);
  });
  return wrong;
}

const takes = ROUTES.filter(({ path, query, input }) => namesIn(path).length > 0 || query || input);

test.each(takes.map((route, nth) => ({ ...route, nth })))(
  "$method $path answers no 5xx, whatever is asked of it, and refuses in sentences",
  async ({ method, path, query, input, example, nth }) => {
    const { pathOf } = await target;
    const asked: Asked[] = [];
    for (const [field, name] of namesIn(path).entries())
      for (const text of someOf(OTHERS, MANY, nth + field))
        if (text !== "" && text !== "\u0000") asked.push([pathOf(path, { [name]: text }), example]);
    for (const [field, name] of fieldsOf(query).entries())
      for (const text of someOf(TEXTS, MANY, nth + field))
        asked.push([`${pathOf(path)}?${new URLSearchParams({ [name]: text }).toString()}`]);
    const usual = typeof example === "object" ? example : {};
    for (const [field, name] of fieldsOf(input).entries())
      for (const value of someOf(VALUES, MANY, nth + field))
        asked.push([pathOf(path), { ...usual, [name]: value }]);
    expect(await wrongOf(method, asked)).toEqual([]);
  },
);

/** Of the list of naughty strings a field gets so many, another field others. */
const STRINGS = effort(1, Infinity);

test.each(takes.map((route, nth) => ({ ...route, nth })))(
  "$method $path takes naughty strings or refuses them in sentences",
  async ({ method, path, query, input, example, nth }) => {
    const { pathOf } = await target;
    const some = (field: number) => someOf(NAUGHTY, STRINGS, nth * 7 + field);
    const asked: Asked[] = [];
    for (const [field, name] of namesIn(path).entries())
      for (const text of some(field)) if (text !== "") asked.push([pathOf(path, { [name]: text }), example]);
    for (const [field, name] of fieldsOf(query).entries())
      for (const text of some(field))
        asked.push([`${pathOf(path)}?${new URLSearchParams({ [name]: text }).toString()}`]);
    const usual = typeof example === "object" ? example : {};
    const leaves = [...fieldsOf(input).map((name) => [name]), ...leavesOf(example)];
    for (const [field, leaf] of leaves.entries())
      for (const text of some(field)) asked.push([pathOf(path), withLeaf(usual, leaf, text)]);
    expect(await wrongOf(method, asked)).toEqual([]);
  },
);

/** Where the texts of an example lie below its own fields. */
function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value === "string") return path.length > 1 ? [path] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below, [...path, key]));
}

function withLeaf(value: unknown, [key = "", ...rest]: string[], text: string): unknown {
  const put = (below: unknown) => (rest.length === 0 ? text : withLeaf(below, rest, text));
  if (Array.isArray(value)) return value.map((one: unknown, nth) => (String(nth) === key ? put(one) : one));
  const whole = Object.fromEntries(Object.entries(value ?? {}));
  return { ...whole, [key]: put(whole[key]) };
}

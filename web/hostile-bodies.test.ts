import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { effort } from "@/test/effort";
import {
  fieldsOf,
  inParallel,
  NAUGHTY,
  noSentences,
  ROUTES,
  sentenceOnPage,
  someOf,
  theTarget,
} from "@/test/hostile";
import { pairOf, serve, type Asker } from "@/test/serve";
import { sessionCookie } from "./sessions/session-cookie";
import { withSettings } from "@/test/with-settings";

/** Bodies, encodings, queries and headers as no client of ours sends them, and plain forms with whatever there is in their fields. */

withSettings({ limits: false });

const { url, close } = await serve();
afterAll(close);
const target = theTarget();

type Headers = Record<string, string>;
type Sent = [headers: Headers, body: string | Buffer];

const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
const OURS = { origin: new URL(url).origin };

const DEEP = 40_000;
const BODIES: Sent[] = [
  ...[
    ...[
      "",
      "{",
      "[]",
      "null",
      '"x"',
      "1",
      "true",
      "NaN",
      "{}{}",
      '{"a":}',
      "{'a':1}",
      '{"a":1,"a":2}',
      "undefined",
    ],
    ...[
      '{"__proto__":{}}',
      '{"constructor":{"prototype":1}}',
      '{"":1}',
      '{"a\\u0000":1}',
      '{"body":"\\ud800"}',
    ],
    ...[
      "[".repeat(DEEP) + "]".repeat(DEEP),
      '{"a":'.repeat(DEEP / 2) + "1" + "}".repeat(DEEP / 2),
      "\uFEFF{}",
    ],
    `{"${"k".repeat(100_000)}":1}`,
    `{"n":${"9".repeat(400)}}`,
  ].map((body): Sent => [JSON_TYPE, body]),
  [JSON_TYPE, Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])],
  [JSON_TYPE, Buffer.from('{"body":"\xe9"}', "latin1")],
  [{ ...JSON_TYPE, "content-encoding": "gzip" }, gzipSync("{}")],
  [{ ...JSON_TYPE, "content-encoding": "gzip" }, "{}"],
  ...[
    "application/json; charset=utf-16",
    "application/xml",
    "text/plain",
    "multipart/form-data",
    ";;;",
    "a/b/c",
    "APPLICATION/JSON",
  ].map((type): Sent => [{ "content-type": type }, "{}"]),
  [
    { "content-type": "multipart/form-data; boundary=x" },
    '--x\r\ncontent-disposition: form-data; name="body"\r\n\r\nx\r\n--x--',
  ],
  ...[
    ...["a", "=", "&&&", "%", "body=%FF%FE", "body=%u0041", "body=a&body=b", "__proto__=1", "body=\0", "+"],
    ...[
      "_method=get",
      "_method=trace",
      "_method=__proto__",
      "_method=",
      "_return=//evil.example",
      "_return=%00",
    ],
    ...[
      "_back=javascript:alert(1)",
      `_key=${"x".repeat(500)}`,
      "_look=",
      "_look=1",
      "_nothing=1",
      "options[0]=x",
    ],
    Array.from({ length: 5_000 }, (_, nth) => `f${nth}=1`).join("&"),
  ].map((body): Sent => [FORM_TYPE, body]),
];

const QUERIES = [
  ...[
    "?",
    "?&&",
    "?a",
    "?=",
    "?limit=1&limit=2",
    "?%",
    "?%FF",
    "?%00",
    "?__proto__=1",
    "?constructor=1",
    "?a[]=1",
  ],
  `?${"x".repeat(4_000)}`,
  `?${Array.from({ length: 500 }, (_, nth) => `a${nth}=`).join("&")}`,
];

const HEADERS: Headers[] = [
  ...["*", '"', "W/", '"a", W/"b", *', ",,,", "x".repeat(4_000)].map((tag) => ({ "if-none-match": tag })),
  ...["yesterday", "Fri, 31 Feb 2100 00:00:00 GMT"].map((date) => ({ "if-modified-since": date })),
  ...["bytes=0-", "bytes=-1", "bytes=9-1", "lines=1", "bytes=0-1,2-3"].map((range) => ({ range })),
  ...["", ";", "text/html;q=x", "*/*;q=-1", "q=1", "application/json;q=0, */*"].map((accept) => ({ accept })),
  ...["br;q=9, gzip;q=", "identity;q=0, *;q=0", "zstd", ""].map((encoding) => ({
    "accept-encoding": encoding,
  })),
  ...["=", ";;", "next-auth.session-token=", "next-auth.session-token=%ZZ", "__proto__=1"].map((cookie) => ({
    cookie,
  })),
  ...["x", "-1", "99999999999999999999", "1:2:3"].map((id) => ({ "last-event-id": id })),
  ...["", "x".repeat(300), "\u00e9"].map((key) => ({ "idempotency-key": key })),
  ...["x", "::", "203.0.113.7, ,,", "[", '"', "x".repeat(4_000)].map((hop) => ({
    "x-forwarded-for": hop,
    forwarded: `for=${hop}`,
  })),
  ...["not a language", "*", "x".repeat(1_000)].map((language) => ({ "accept-language": language })),
];

async function cookieOf(as: Asker): Promise<Headers> {
  if (as === null || typeof as === "string") return {};
  return { cookie: pairOf(await sessionCookie(as.sessionToken)) };
}

/** @returns what is wrong with the answer, or null */
async function wrongWith(
  method: string,
  path: string,
  headers: Headers,
  body?: string | Buffer,
): Promise<string | null> {
  const answer = await fetch(url + path, {
    method: method.toUpperCase(),
    redirect: "manual",
    headers,
    ...(body !== undefined && { body: typeof body === "string" ? body : new Uint8Array(body) }),
  });
  const { status } = answer;
  const type = answer.headers.get("content-type") ?? "";
  const isStream = type.startsWith("text/event-stream");
  const text = isStream ? (await answer.body?.cancel(), "") : await answer.text();
  const what = `${status} ${method} ${path.slice(0, 100)} ${JSON.stringify(headers).slice(0, 200)} ${String(body).slice(0, 100)}`;
  if (status >= 500 && status !== 503) return what;
  if (status < 400) return null;
  if (type.startsWith("text/html"))
    return sentenceOnPage(text) === null ? `${what}: a page without a sentence` : null;
  const wrong = type.includes("json") ? noSentences(JSON.parse(text)) : ["no problem"];
  return wrong.length === 0 ? null : `${what}: ${wrong.join(" ")}`;
}

const OF_A_KIND = effort(2, Infinity);

test.each(ROUTES.filter(({ method }) => method !== "get").map((route, nth) => ({ ...route, nth })))(
  "$method $path takes whatever body is sent, or refuses it in a sentence",
  async ({ method, path, nth }) => {
    const { pathOf, askers } = await target;
    const people = await Promise.all((await askers()).map(cookieOf));
    const wrong: (string | null)[] = [];
    await inParallel(someOf(BODIES, OF_A_KIND, nth), async ([headers, body], at) => {
      const isForm = headers["content-type"] === FORM_TYPE["content-type"];
      const all = { ...OURS, ...people[(at + nth) % people.length], ...headers };
      wrong.push(await wrongWith(isForm ? "post" : method, pathOf(path), all, body));
    });
    expect(wrong.filter((one) => one !== null)).toEqual([]);
  },
);

test.each(ROUTES.filter(({ input }) => input).map((route, nth) => ({ ...route, nth })))(
  "a plain form to $method $path comes back with its words, whatever is typed into it",
  async ({ method, path, input, example, nth }) => {
    const { pathOf, askers } = await target;
    const people = await Promise.all((await askers()).map(cookieOf));
    const usual = Object.entries(example ?? {}).filter(([, value]) => typeof value === "string");
    const forms = fieldsOf(input).flatMap((name, field) =>
      someOf(NAUGHTY, OF_A_KIND, nth * 5 + field).map((text) => ({
        ...Object.fromEntries(usual.map(([key, value]) => [key, String(value)])),
        [name]: text,
        ...(method !== "post" && { _method: method }),
      })),
    );
    const wrong: (string | null)[] = [];
    await inParallel(forms, async (form, at) => {
      const all = { ...OURS, ...people[(at + nth) % people.length], ...FORM_TYPE };
      wrong.push(await wrongWith("post", pathOf(path), all, new URLSearchParams(form).toString()));
    });
    expect(wrong.filter((one) => one !== null)).toEqual([]);
  },
);

test.each(ROUTES.filter(({ method }) => method === "get").map((route, nth) => ({ ...route, nth })))(
  "$method $path understands odd queries and headers, or refuses them in a sentence",
  async ({ method, path, nth }) => {
    const { pathOf, askers } = await target;
    const people = await Promise.all((await askers()).map(cookieOf));
    const asked: [string, Headers][] = [
      ...someOf(QUERIES, OF_A_KIND, nth).map((query): [string, Headers] => [pathOf(path) + query, {}]),
      ...someOf(HEADERS, OF_A_KIND, nth).map((headers): [string, Headers] => [pathOf(path), headers]),
    ];
    const wrong: (string | null)[] = [];
    await inParallel(asked, async ([there, headers], at) => {
      wrong.push(await wrongWith(method, there, { ...people[(at + nth) % people.length], ...headers }));
    });
    expect(wrong.filter((one) => one !== null)).toEqual([]);
  },
);

// mhzawadi/invoiceplane#50, pagekit/pagekit#339: the address of a refused form, opened anew.
test("whoever opens the address of a form reads a page, and a program its problem", async () => {
  for (const [path, status] of [
    ["/session", 405],
    ["/articles/nope", 404],
    ["/nothing", 404],
  ] as const) {
    const page = await fetch(url + path, { headers: { accept: "text/html,*/*;q=0.8" } });
    expect([page.status, page.headers.get("content-type")]).toEqual([status, "text/html; charset=utf-8"]);
    expect(await page.text()).toMatch(/<p role="alert">[A-Z"].+\.<\/p>/);
    const problem = await fetch(url + path);
    expect(problem.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  }
});

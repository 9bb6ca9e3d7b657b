import { connect } from "node:net";
import { effort } from "@/test/effort";
import { expect, test } from "./story";

/** The promise under the four: whatever is thrown at the door, it answers properly or hangs up, and goes on serving. */

const DOOR = "/api/v1";

/** Speaks HTTP by hand, for what no client would send. @returns everything the server said until it hung up */
async function speak(baseURL: string | undefined, words: string, within: number): Promise<string> {
  const { hostname, port } = new URL(baseURL ?? "");
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname === "localhost" ? "127.0.0.1" : hostname, () =>
      socket.write(words),
    );
    let said = "";
    socket.on("data", (chunk) => (said += chunk.toString()));
    socket.on("close", () => resolve(said));
    socket.on("error", () => resolve(said));
    setTimeout(() => {
      socket.destroy();
      reject(new Error(`The server was still listening after ${within} ms.`));
    }, within).unref();
  });
}

test("headers that protect are on every answer, errors included", async ({ request }) => {
  for (const path of [
    "/",
    "/nowhere",
    `${DOOR}/nothing`,
    "/healthz",
    "/readyz",
    "/_next/static/nothing.js",
    "/api/auth/csrf",
    "/%E0%A4%A",
  ]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toContain("default-src 'none'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["referrer-policy"], path).toBeTruthy();
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("a picture that everybody may see is shown on other sites' pages, too; a page and an answer are not", async ({
  request,
}) => {
  for (const [path, policy] of [
    ["/share.png", "cross-origin"],
    ["/figures/two-readings.svg", "cross-origin"],
    ["/", "same-origin"],
    [`${DOOR}/articles`, "same-origin"],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.ok(), path).toBe(true);
    expect(answer.headers()["cross-origin-resource-policy"], path).toBe(policy);
  }
});

test("each page's scripts carry a nonce, and another page has another", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/about", "/sign-in", "/sign-up"]) {
    const answer = await request.get(path);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    nonces.add(nonce);
    const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map((match) => match[0]);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(4);
});

test("odd methods and unreadable paths get a plain no", async ({ baseURL }) => {
  const cases: [string, number][] = [
    ["TRACE / HTTP/1.1", 405],
    ["PROPFIND / HTTP/1.1", 405],
    ["GET /%E0%A4%A HTTP/1.1", 400],
    ["GET /a%00b HTTP/1.1", 400],
    ["GET /\\evil.example HTTP/1.1", 400],
    ["GARBAGE", 400],
    [`GET /${"a".repeat(5_000)} HTTP/1.1`, 414],
  ];
  for (const [line, status] of cases) {
    const said = await speak(baseURL, `${line}\r\nHost: moot\r\nConnection: close\r\n\r\n`, 10_000);
    expect(said.split("\r\n")[0], line.slice(0, 40)).toContain(String(status));
  }
  // Two slashes are one too many, and lead to nobody else's site.
  const doubled = await speak(
    baseURL,
    "GET //evil.example HTTP/1.1\r\nHost: moot\r\nConnection: close\r\n\r\n",
    10_000,
  );
  expect(doubled).toMatch(/^HTTP\/1\.1 301 [^]*\r\nlocation: \/evil\.example\r\n/i);
});

test("what a proxy or a client adds is ignored, and what it leaves out is said in words", async ({
  baseURL,
}) => {
  const cases: [what: string, words: string, status: number, said: RegExp][] = [
    // A client that would rather speak HTTP/2: jetty/jetty.project#9998, helidon-io/helidon#9354.
    [
      "an offer of HTTP/2",
      "GET /about HTTP/1.1\r\nHost: moot\r\nConnection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n",
      200,
      /<\/html>/,
    ],
    [
      "an expectation nobody knows",
      "GET /about HTTP/1.1\r\nHost: moot\r\nConnection: close\r\nExpect: 200-maybe\r\n\r\n",
      200,
      /<\/html>/,
    ],
    [
      "no host",
      "GET /about HTTP/1.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
      400,
      /<p role="alert">[A-Z].+\.<\/p>/,
    ],
    ["HTTP/1.0 without a host", "GET /about HTTP/1.0\r\n\r\n", 200, /<\/html>/],
    // What reads the host to the API once answered both with an empty 400: honojs/node-server, "Invalid host header".
    [
      "a host that is none",
      "GET /api/v1/me HTTP/1.1\r\nHost: %zz\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
      400,
      /<p role="alert">[A-Z].+\.<\/p>/,
    ],
    ["an empty host", "GET /api/v1/me HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", 200, /"member"/],
    // RFC 9112, sections 3.2.2 and 3.2.4.
    [
      "the address as a whole",
      "GET http://moot/about HTTP/1.1\r\nHost: moot\r\nConnection: close\r\n\r\n",
      200,
      /<\/html>/,
    ],
    [
      "the server as a whole",
      "OPTIONS * HTTP/1.1\r\nHost: moot\r\nConnection: close\r\n\r\n",
      204,
      /\r\nallow: GET/i,
    ],
    // A proxy that sends every body in pieces: villadora/express-http-proxy#554.
    [
      "a form in pieces",
      "POST /api/auth/signout HTTP/1.1\r\nHost: moot\r\nAccept: text/html\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n",
      411,
      /<p role="alert">Please send a Content-Length/,
    ],
    // RFC 9112, section 3.2: whoever stands between may have read the other one.
    [
      "two hosts",
      "GET /about HTTP/1.1\r\nHost: moot\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
      400,
      /Bad Request/,
    ],
    [
      "a page asked for in no pieces",
      "GET /about HTTP/1.1\r\nHost: moot\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      200,
      /<\/html>/,
    ],
  ];
  for (const [what, words, status, pattern] of cases) {
    const said = await speak(baseURL, words, 10_000);
    expect([what, said.split("\r\n")[0]?.split(" ")[1]]).toEqual([what, String(status)]);
    expect(said, what).toMatch(pattern);
  }
});

test("a body over 192 KiB is refused, announced or not", async ({ request, baseURL }) => {
  const announced = await request.post(`${DOOR}/session`, { data: { email: "x".repeat(200_000) } });
  expect(announced.status()).toBe(413);
  const chunk = `${(100_000).toString(16)}\r\n${"x".repeat(100_000)}\r\n`;
  const said = await speak(
    baseURL,
    `POST ${DOOR}/session HTTP/1.1\r\nHost: moot\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`,
    10_000,
  );
  expect(said.split("\r\n")[0]).toContain("413");
});

test("headers larger than 16 KiB are refused", async ({ baseURL }) => {
  const said = await speak(
    baseURL,
    `GET / HTTP/1.1\r\nHost: moot\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`,
    10_000,
  );
  expect(said.split("\r\n")[0]).toMatch(/4\d\d/);
});

test("another site's page cannot make a browser write here", async ({ request }) => {
  const answer = await request.post(`${DOOR}/session`, {
    data: { email: "bo@example.org", password: "whatever it is" },
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  expect(answer.status()).toBe(403);
});

test("headers that steer from inside are ignored when they come from outside", async ({ request }) => {
  const plain = await request.get("/about");
  for (const headers of [
    { "x-middleware-subrequest": "middleware:middleware:middleware" },
    { "x-nonce": "known" },
    { "content-security-policy": "script-src 'nonce-known'" },
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { rsc: "1", "next-router-prefetch": "1" },
  ] as Record<string, string>[]) {
    const answer = await request.get(`/about?x=${Object.keys(headers)[0] ?? ""}`, { headers });
    expect(answer.status()).toBe(plain.status());
    expect(answer.headers()["content-type"]).toContain("text/html");
    expect(await answer.text()).not.toContain("evil.example");
    expect(answer.headers()["content-security-policy"]).not.toContain("known");
  }
});

test("who asks first does not decide what the next reader of a public page gets", async ({ request }) => {
  const asked: { method?: string; headers?: Record<string, string> }[] = [
    { method: "HEAD" },
    { headers: { "if-none-match": "*", "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" } },
    { headers: { range: "bytes=0-9" } },
    { headers: { cookie: "moot-wrote=9999999999999-0badcafe; next-auth.session-token=x" } },
    { headers: { accept: "text/x-component", "user-agent": "Googlebot" } },
  ];
  for (const [nth, ask] of asked.entries()) {
    const path = `/about?asked=${nth}`;
    await request.fetch(path, ask);
    const page = await request.get(path);
    expect(page.status(), path).toBe(200);
    expect(await page.text(), path).toContain("</html>");
  }
});

test("HEAD is what GET is, without the body", async ({ request }) => {
  const head = await request.head("/about?heads");
  const got = await request.get("/about?heads");
  expect(head.headers().etag).toBe(got.headers().etag);
  expect((await head.body()).length).toBe(0);
});

test("a page can only be read, and dots lead nowhere else", async ({ request, baseURL }) => {
  expect((await request.post("/about", { data: "x" })).status()).toBe(405);
  expect((await request.post("/api/auth/callback/password", { data: "x".repeat(200_000) })).status()).toBe(
    413,
  );
  expect(
    (await request.post("/api/auth/signout", { headers: { origin: "https://evil.example" } })).status(),
  ).toBe(403);
  for (const path of ["/_next/../account", "/_next/%2e%2e/account", "/articles/..", "/./about"]) {
    const said = await speak(
      baseURL,
      `GET ${path} HTTP/1.1\r\nHost: moot\r\nConnection: close\r\n\r\n`,
      10_000,
    );
    expect(said.split("\r\n")[0], path).toContain("400");
  }
  const headers = (await request.get("/_next/nothing")).headers();
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
});

test("requests that are only half sent hold up no page, and are dropped", async ({ request, baseURL }) => {
  const head =
    "POST /api/auth/callback/password HTTP/1.1\r\nHost: moot\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
  let dropped = 0;
  const slow = ["GET / HTTP/1.1\r\nHost: moot\r\nX-Slow: ", ...Array<string>(20).fill(head)].map((words) =>
    speak(baseURL, words, 25_000).then(() => dropped++),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await request.get("/sign-in")).status()).toBe(200);
  expect(dropped).toBe(0);
  // They are dropped after ten and more seconds; in the short run client-error.test.ts waits for less.
  if (effort(0, 1) === 1) await Promise.all(slow);
});

test("a hundred made-up addresses at once are put off, and the site goes on serving", async ({
  request,
  baseURL,
}) => {
  // On one connection, without waiting for an answer: so they come at once, however busy whoever sends them is.
  const askAtOnce = async (path: (nth: number) => string) => {
    const asks = Array.from({ length: 120 }, (_, nth) => {
      const ending = nth === 119 ? "Connection: close\r\n" : "";
      return `GET ${path(nth)} HTTP/1.1\r\nHost: moot\r\n${ending}\r\n`;
    });
    const said = await speak(baseURL, asks.join(""), 30_000);
    const statuses = Array.from(said.matchAll(/HTTP\/1\.1 (\d{3}) /g), ([, status]) => status);
    expect(statuses).toHaveLength(asks.length);
    return [...new Set(statuses)].sort();
  };
  expect(await askAtOnce((nth) => `/members/made-up-${nth}`)).toEqual(["404", "503"]);
  expect((await request.get("/about/methods")).status()).toBe(200);
  // A parameter that a page does not know makes no other page of it, so there is nothing to put off.
  expect(await askAtOnce((nth) => `/about/methods?made-up=${nth}`)).toEqual(["200"]);
});

test("the API describes itself, and every route of it is refused politely when misused", async ({
  request,
}) => {
  const document = (await (await request.get(`${DOOR}/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  const paths = Object.keys(document.paths);
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const there = path
      .replace("{slug}", "no-such-article")
      .replace("{handle}", "nobody")
      .replace(/\{\w*[iI]d\}/g, "01890000-0000-7000-8000-000000000000");
    for (const method of ["get", "post", "put", "patch", "delete"] as const) {
      const answer = await request[method](there, {
        ...(method !== "get" && { data: { __nothing: [{}] } }),
        headers: { accept: "application/json" },
      });
      expect(answer.status(), `${method} ${there}`).toBeLessThan(500);
    }
  }
});

test("health: alive, and ready with every migration", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
  for (const path of ["/healthz", "/readyz"]) expect((await request.post(path)).status(), path).toBe(405);
});

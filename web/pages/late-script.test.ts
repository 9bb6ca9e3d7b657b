import { expect, test } from "vitest";
import { afterFirstPaint } from "./late-script";

const NONCE = "c29tZSBub25jZQ==";
/** As Next writes a page: scripts in its head, and in its body the one that the others wait for. */
const page = (body: string) =>
  `<html><head><link rel="preload" as="script" fetchPriority="low" nonce="${NONCE}" href="/_next/static/chunks/main.js"/>` +
  `<script src="/_next/static/chunks/one.js" async="" nonce="${NONCE}"></script><title>é</title>` +
  `<script src="/_next/static/chunks/old.js" noModule="" nonce="${NONCE}"></script></head>` +
  `<body>${body}<script src="/_next/static/chunks/main.js" nonce="${NONCE}" async=""></script><script nonce="${NONCE}">data</script></body></html>`;
const late = (html: string) => afterFirstPaint(Buffer.from(html), NONCE).toString();

test("scripts are asked for by one that waits, each once, and everything else is as it was", () => {
  const html = late(page("<p>Ünd &lt;script src=&quot;/_next/static/x.js&quot;></p>"));
  expect(html.match(/<script[^>]* src="[^>]*>/g)).toEqual([
    `<script src="/_next/static/chunks/old.js" noModule="" nonce="${NONCE}">`,
  ]);
  expect(html).not.toContain('rel="preload"');
  expect(html).toContain('["/_next/static/chunks/one.js","/_next/static/chunks/main.js"]');
  expect(html).toContain(`<script nonce="${NONCE}">addEventListener("DOMContentLoaded"`);
  expect(html).toContain("<title>é</title>");
  expect(html).toContain("<p>Ünd &lt;script src=&quot;/_next/static/x.js&quot;></p>");
  expect(html.endsWith(`<script nonce="${NONCE}">data</script></body></html>`)).toBe(true);
});

test("a page without scripts is left as it is", () => {
  for (const html of ["", "<h1>Back in a moment</h1>", "<html><head></head><body></body></html>"])
    expect(late(html)).toBe(html);
});

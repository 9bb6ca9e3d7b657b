import { expect, test } from "vitest";
import { renderArticle } from "@/domain/prose/article";
import { atom } from "./atom";

const entry = {
  id: "0192f3a0-0000-7000-8000-000000000001",
  slug: "on-tea",
  title: "Tea & <coffee>",
  standfirst: "A short one.",
  author: "Bo and Eve",
  authors: [
    { name: "Bo", handle: null },
    { name: "Eve", handle: "eve" },
  ],
  picture: null,
  tags: ["tea"],
  words: 1,
  revision: 2,
  publishedAt: new Date("2026-11-23T00:00:00Z"),
  revisedAt: new Date("2026-11-24T00:00:00Z"),
  comments: 0,
  html: renderArticle("Tea[^a].\n\n[^a]: Green.").html,
};

const HEAD = { title: "Moot", subtitle: "Questions.", self: "/feed.xml", page: "/", language: "en" };

test("the feed names each article, escaped, with its notes at the end and nowhere else", () => {
  const xml = atom([entry], "https://moot.example", HEAD);
  expect(xml).toContain("<title>Tea &amp; &lt;coffee&gt;</title>");
  expect(xml).toContain(
    '<link rel="alternate" type="text/html" href="https://moot.example/articles/on-tea"/>',
  );
  expect(xml).toContain("<updated>2026-11-24T00:00:00.000Z</updated>\n  <entry>");
  expect(xml).toContain("&lt;p&gt;Tea&lt;sup class=&quot;note-ref&quot;&gt;");
  expect(xml.match(/Green\./g)).toHaveLength(1);
});

test("every address in an entry is whole, notes included, whoever reads it", () => {
  const { html } = renderArticle(
    "Tea[^a], [about](/about), [more](#notes).\n\n![A cup](/figures/cup.svg#1x1)\n\n[^a]: Green.",
  );
  const xml = atom([{ ...entry, html }], "https://moot.example", HEAD);
  const addresses = [...xml.matchAll(/(?:href|src)=&quot;(.*?)&quot;/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(4);
  for (const address of addresses) expect(address).toMatch(/^https:\/\/moot\.example\//);
  expect(addresses).toContain("https://moot.example/articles/on-tea#note-1");
  expect(addresses).toContain("https://moot.example/figures/cup.svg");
});

test("nothing was changed before it was put out", () => {
  const xml = atom(
    [{ ...entry, publishedAt: new Date("2026-11-25T00:00:00Z") }],
    "https://moot.example",
    HEAD,
  );
  expect(xml).not.toContain("<updated>2026-11-24");
});

test("an empty feed is one too", () => {
  expect(atom([], "https://moot.example", HEAD)).toMatch(
    /<updated>1970-01-01T00:00:00.000Z<\/updated>\n\n<\/feed>/,
  );
});

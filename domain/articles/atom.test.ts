import { expect, test } from "vitest";
import { renderArticle } from "@/domain/prose/article";
import { atom } from "./atom";

const entry = {
  id: "0192f3a0-0000-7000-8000-000000000001",
  slug: "on-tea",
  title: "Tea & <coffee>",
  standfirst: "A short one.",
  author: "Bo",
  tags: ["tea"],
  words: 1,
  revision: 2,
  publishedAt: new Date("2026-11-23T00:00:00Z"),
  revisedAt: new Date("2026-11-24T00:00:00Z"),
  comments: 0,
  html: renderArticle("Tea[^a].\n\n[^a]: Green.").html,
};

test("the feed names each article, escaped, with its notes at the end and nowhere else", () => {
  const xml = atom([entry], "https://moot.example");
  expect(xml).toContain("<title>Tea &amp; &lt;coffee&gt;</title>");
  expect(xml).toContain(
    '<link rel="alternate" type="text/html" href="https://moot.example/articles/on-tea"/>',
  );
  expect(xml).toContain("<updated>2026-11-24T00:00:00.000Z</updated>\n  <entry>");
  expect(xml).toContain("&lt;p&gt;Tea&lt;sup class=&quot;note-ref&quot;&gt;");
  expect(xml.match(/Green\./g)).toHaveLength(1);
});

test("an empty feed is one too", () => {
  expect(atom([], "https://moot.example")).toMatch(
    /<updated>1970-01-01T00:00:00.000Z<\/updated>\n\n<\/feed>/,
  );
});

import "server-only";

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderArticle } from "@/domain/prose/article";
import type { SafeHtml } from "@/domain/prose/safe-html";
import type { SitePageName } from "./site";

type Beginning = Readonly<{ source: string; html: SafeHtml }>;

/** `content/about.md` is of Moot; what the site is for only its people know. */
const FILES: Partial<Record<SitePageName, string>> = { about: "about-this-site" };

const read = new Map<SitePageName, Beginning>();

/** What a page says before an admin has written it: true of the program, and plain about what nobody has said yet. */
export function beginningOf(page: SitePageName): Beginning {
  const there = read.get(page);
  if (there) return there;
  const source = readFileSync(join(process.cwd(), "content", `${FILES[page] ?? page}.md`), "utf8").trim();
  const beginning = { source, html: renderArticle(source).html };
  read.set(page, beginning);
  return beginning;
}

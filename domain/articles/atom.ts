import { withoutSidenotes } from "@/domain/prose/plain";
import { escapeHtml, type SafeHtml } from "@/domain/prose/safe-html";
import { articlePath, lastChange, type ArticleCard } from "./article";

export type FeedEntry = ArticleCard & { html: SafeHtml };

/** What a feed says of itself: its title, what it is, its own address and that of the page it follows, both as paths. */
export type FeedHead = { title: string; subtitle: string; self: string; page: string };

/** The articles as an Atom feed (RFC 4287); `site` is the site's address without a slash at its end. */
export function atom(entries: FeedEntry[], site: string, { title, subtitle, self, page }: FeedHead): string {
  const updated = new Date(Math.max(0, ...entries.map((entry) => lastChange(entry).getTime())));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="${text(site)}/">
  <id>${text(site + page)}</id>
  <title>${text(title)}</title>
  <subtitle>${text(subtitle)}</subtitle>
  <link rel="self" type="application/atom+xml" href="${text(site + self)}"/>
  <link rel="alternate" type="text/html" href="${text(site + page)}"/>
  <updated>${updated.toISOString()}</updated>
${entries.map((entry) => entryOf(entry, site)).join("\n")}
</feed>
`;
}

function entryOf(article: FeedEntry, site: string): string {
  const url = text(site + articlePath(article.slug));
  return `  <entry>
    <id>urn:uuid:${article.id}</id>
    <title>${text(article.title)}</title>
    <link rel="alternate" type="text/html" href="${url}"/>
    <author><name>${text(article.author)}</name></author>
    <published>${article.publishedAt.toISOString()}</published>
    <updated>${lastChange(article).toISOString()}</updated>
${article.tags.map((tag) => `    <category term="${text(tag)}"/>\n`).join("")}    <summary>${text(article.standfirst)}</summary>
    <content type="html" xml:base="${url}">${text(wholeAddresses(withoutSidenotes(article.html), site, article.slug))}</content>
  </entry>`;
}

/** Many readers pass over `xml:base` inside escaped HTML, and all entries of an aggregator have a note 1. */
const wholeAddresses = (html: string, site: string, slug: string): string =>
  html
    .replace(/(<[^>]* (?:href|src)=")\/(?!\/)/g, (_tag, before: string) => `${before}${escapeHtml(site)}/`)
    .replace(
      /(<[^>]* href=")#/g,
      (_tag, before: string) => `${before}${escapeHtml(site + articlePath(slug))}#`,
    );

/** What HTML would show and XML does not allow at all. */
const text = (value: string): string => escapeHtml(value.replace(/[\uFFFE\uFFFF]/g, ""));

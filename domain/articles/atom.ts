import { figureHtml } from "@/domain/prose/figures";
import { withoutSidenotes } from "@/domain/prose/plain";
import { ANNOTATIONS } from "@/domain/passages/annotation";
import { escapeHtml, type SafeHtml } from "@/domain/prose/safe-html";
import type { ArticleAuthor } from "./author";
import { articlePath, lastChange, type ArticleCard } from "./article";

export type FeedEntry = ArticleCard & { html: SafeHtml };

/** The head of an Atom feed (RFC 4287). `language` is what its entries are written in; `self`, `page` and `annotations` (the same as W3C Web Annotations) are paths of the site; the feed is known by that of its page. */
export type FeedHead = {
  title: string;
  subtitle: string;
  self: string;
  page: string;
  annotations?: string;
  updated: Date;
  language: string;
};

/** The articles as an Atom feed; `site` is the site's address without a slash at its end. */
export const atom = (entries: FeedEntry[], site: string, head: Omit<FeedHead, "updated">): string =>
  atomFeed(
    { ...head, updated: new Date(Math.max(0, ...entries.map((entry) => lastChange(entry).getTime()))) },
    entries.map((entry) => entryOf(entry, site)),
    site,
  );

/** A feed of entries that are XML already. */
export const atomFeed = (head: FeedHead, entries: string[], site: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(head.language)}" xml:base="${xmlText(site)}/">
  <id>${xmlText(site + head.page)}</id>
  <title>${xmlText(head.title)}</title>
  <subtitle>${xmlText(head.subtitle)}</subtitle>
  <link rel="self" type="application/atom+xml" href="${xmlText(site + head.self)}"/>
  <link rel="alternate" type="text/html" href="${xmlText(site + head.page)}"/>
${annotationsIn(head, site)}  <updated>${head.updated.toISOString()}</updated>
${entries.join("\n")}
</feed>
`;

const annotationsIn = ({ annotations }: FeedHead, site: string): string =>
  annotations === undefined
    ? ""
    : `  <link rel="alternate" type="${xmlText(ANNOTATIONS)}" href="${xmlText(site + annotations)}"/>\n`;

function entryOf(article: FeedEntry, site: string): string {
  const url = xmlText(site + articlePath(article.slug));
  return `  <entry>
    <id>urn:uuid:${article.id}</id>
    <title>${xmlText(article.title)}</title>
    <link rel="alternate" type="text/html" href="${url}"/>
${article.authors.map((author) => authorOf(author, site)).join("")}    <published>${article.publishedAt.toISOString()}</published>
    <updated>${lastChange(article).toISOString()}</updated>
${article.tags.map((tag) => `    <category term="${xmlText(tag)}"/>\n`).join("")}    <summary>${xmlText(article.standfirst)}</summary>
    <content type="html" xml:base="${url}">${xmlText(wholeAddresses(contentOf(article), site, articlePath(article.slug)))}</content>
  </entry>`;
}

/** A member's page is where they can be found. */
const authorOf = ({ name, handle }: ArticleAuthor, site: string): string =>
  `    <author><name>${xmlText(name)}</name>${handle === null ? "" : `<uri>${xmlText(`${site}/members/${handle}`)}</uri>`}</author>\n`;

/** With the picture on top before it. Of each picture the one file that every reader of feeds can show. */
function contentOf({ picture, html }: FeedEntry): string {
  const text = withoutSidenotes(html).replace(/ srcset="[^"]*" sizes="[^"]*"/g, "");
  return picture ? figureHtml(picture) + text : text;
}

/** Many readers pass over `xml:base` inside escaped HTML, and all entries of an aggregator have a note 1. `path` is the page the HTML is from. */
export const wholeAddresses = (html: string, site: string, path: string): string =>
  html
    .replace(/(<[^>]* (?:href|src)=")\/(?!\/)/g, (_tag, before: string) => `${before}${escapeHtml(site)}/`)
    .replace(/(<[^>]* href=")#/g, (_tag, before: string) => `${before}${escapeHtml(site + path)}#`);

/** What HTML would show and XML does not allow at all. */
export const xmlText = (value: string): string => escapeHtml(value.replace(/[\uFFFE\uFFFF]/g, ""));

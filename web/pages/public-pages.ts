import "server-only";

import { z } from "zod";
import { DEFAULT_SORT, SORTS } from "@/domain/comments/comment";
import { PAGE_MOST, PAGE_USUAL } from "@/domain/comments/schema";

/** The one spelling of a parameter's value, or null where it changes nothing about the page. */
type Spelling = (value: string) => string | null;

type PublicPage = Readonly<{
  path: RegExp;
  /** What the page depends on besides its path. Everything else in a query (`utm_source`, `fbclid`) is taken out. */
  parameters?: Readonly<Record<string, Spelling>>;
  /** The path ends in an id, which may be written in capitals. */
  byId?: true;
  /** Drawn for its reader all the same: who may see it depends on them. */
  personal?: true;
}>;

const asGiven: Spelling = (value) => (value === "" ? null : value);

const order: Spelling = (value) => SORTS.find((sort) => sort === value && sort !== DEFAULT_SORT) ?? null;

/** What is no id is passed on: the page answers 404. */
const id: Spelling = (value) => asGiven(value.toLowerCase());

/** The comment to show on top; without a valid one the discussion is shown as usual. */
const anyId: Spelling = (value) => (z.uuid().safeParse(value).success ? value.toLowerCase() : null);

/** What a moderator has just done, so that the comment's page says it. */
const deed: Spelling = (value) => (value === "decided" || value === "pinned" ? value : null);

const length: Spelling = (value) => {
  const number = /^\d{1,3}$/.test(value) ? Number(value) : PAGE_USUAL;
  return number < 1 || number > PAGE_MOST || number === PAGE_USUAL ? null : String(number);
};

const version: Spelling = (value) => (/^\d+$/.test(value) ? value.replace(/^0+(?=\d)/, "") : asGiven(value));

/** A block of an article, or the wordings that it has no more. */
const block: Spelling = (value) => (value === "earlier" || /^[1-9]\d{0,5}$/.test(value) ? value : null);

const LEVEL = { parent: id, sort: order, after: asGiven, limit: length };

/**
 * Pages that are the same bytes for everyone. They are rendered without the reader's cookies, so nothing personal can
 * be in them, and kept. Every other page is personal: rendered for its reader, kept by nobody.
 */
const PAGES: readonly PublicPage[] = [
  { path: /^\/$/, parameters: { after: asGiven } },
  { path: /^\/articles$/ },
  { path: /^\/articles\/[^/]+$/, parameters: { sort: order, comment: anyId } },
  { path: /^\/articles\/[^/]+\/comments$/, parameters: LEVEL },
  { path: /^\/articles\/[^/]+\/passages$/, parameters: { block, after: asGiven } },
  { path: /^\/articles\/[^/]+\/sides$/, parameters: { side: asGiven, ...LEVEL }, personal: true },
  { path: /^\/articles\/[^/]+\/record(\.json|\.csv)?$/ },
  { path: /^\/articles\/[^/]+\/feed\.xml$/ },
  { path: /^\/comments\/[^/]+$/, parameters: { kept: asGiven, done: deed }, byId: true },
  { path: /^\/members\/[^/]+$/, parameters: { after: asGiven } },
  { path: /^\/about(\/[^/]+)?$/ },
  { path: /^\/(tags|authors)\/[^/]+$/, parameters: { after: asGiven } },
  { path: /^\/(tags|authors)\/[^/]+\/feed\.xml$/ },
  { path: /^\/(privacy|terms|imprint|accessibility|authorities)$/ },
  { path: /^\/archive(\/[^/]+)?$/, parameters: { after: asGiven } },
  { path: /^\/rules$/, parameters: { version } },
  { path: /^\/sitemaps\/[^/]+$/ },
  { path: /^\/(feed\.xml|sitemap\.xml|robots\.txt|manifest\.webmanifest)$/ },
];

/**
 * The address of what is asked for: what the page is drawn from and what it is kept under. Two requests for the same thing have
 * the same address, however they were written. A parameter given twice counts as not given.
 */
export function pageAddress(url: string): { address: string; isPublic: boolean } {
  const [asked = "/", query = ""] = url.split("#", 1)[0]?.split(/\?(.*)/s, 2) ?? [];
  const path = inOneSpelling(asked);
  const page = PAGES.find((one) => one.path.test(path));
  if (!page) return { address: url, isPublic: false };
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const [name, spell] of Object.entries(page.parameters ?? {})) {
    const [value, second] = given.getAll(name);
    const spelt = value === undefined || second !== undefined ? null : spell(value);
    if (spelt !== null) kept.set(name, spelt);
  }
  const rest = kept.size === 0 ? "" : `?${kept.toString()}`;
  // What a form held is shown to the browser that sent it, and what was done to whoever did it; to nobody else.
  const isPublic = !page.personal && !kept.has("kept") && !kept.has("done");
  return { address: (page.byId ? path.toLowerCase() : path) + rest, isPublic };
}

/** The article whose page this is; null for pages that are of no single one. @param address as `pageAddress` spells it */
export const articleOf = (address: string): string | null =>
  /^\/articles\/([^/?]+)/.exec(address)?.[1] ?? null;

/** `/%61bout` is `/about`. What cannot be decoded has been refused before. */
const inOneSpelling = (path: string): string =>
  path
    .split("/")
    .map((segment) => encodeURIComponent(decodeURIComponent(segment)))
    .join("/");

/**
 * Drawn for a voter, with their own vote in it, and of one length whatever it is. A compression would tell it apart by what else of the
 * page is like it (Kelsey, "Compression and Information Leakage of Plaintext", 2002), so these go out as they are.
 */
const WITH_A_VOTE = /^\/articles\/[^/?]+\/(vote|reply)(\?|$)/;
export const holdsAVote = (address: string): boolean => WITH_A_VOTE.test(address);

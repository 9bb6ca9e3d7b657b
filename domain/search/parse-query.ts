import type { CommentState } from "@/domain/comments/comment";
import { dayOf } from "@/domain/moment";
import { Malformed } from "@/platform/refusal";
import { TERMS } from "./search";
import * as t from "#messages/search";
import { say } from "@/messages/say";

/** What somebody typed, taken apart. */
export type ParsedQuery = {
  /** Words and phrases as PostgreSQL's websearch_to_tsquery reads them, each in quotes. */
  words: string;
  /** What is looked for, without what is left out. */
  terms: string[];
  /** A username. */
  author: string | null;
  /** The slug of an article. */
  article: string | null;
  /** A day, UTC: what was written before it began. */
  before: string | null;
  /** An option of the article's poll, by its key or as it is called: comments that show it. */
  side: string | null;
  /** How a comment stands, at the desk. */
  state: CommentState | null;
  /** The key of a house rule that a comment was reported or decided by, at the desk. */
  rule: string | null;
};

/** What readers can narrow a search by, and what moderators can. */
const READERS = ["author", "in", "before", "side"] as const;
const MODERATORS = ["author", "in", "before", "state", "rule"] as const;
type Operator = (typeof READERS | typeof MODERATORS)[number];

/** `-`, an operator, and a phrase (which may lack its end) or a word. */
const partOf = (operators: readonly Operator[]): RegExp =>
  new RegExp(`(-?)(?:(${operators.join("|")}):)?(?:"([^"]*)"?|([^\\s"]+))`, "giu");
const PART = partOf(READERS);
const PART_AT_THE_DESK = partOf(MODERATORS);
const QUOTES = /[“”„«»＂]/gu;
/** What Chinese and Japanese keyboards type for the colon behind an operator, and for the hyphen before a word. */
const WIDE_COLON = new RegExp(
  `(?<=(?:^|\\s)[-－]?(?:${[...new Set([...READERS, ...MODERATORS])].join("|")}))：`,
  "giu",
);
const WIDE_MINUS = /(?<=^|\s)－(?=\S)/gu;

/**
 * Takes a search apart: `"exact"`, `-not`, `or`, `author:name`, `in:article`, `before:2026-11-28`, `side:answer`. Whatever is no operator
 * is a word.
 * @throws Malformed for a day that is none, and for more words than are searched at once
 */
export const parseQuery = (query: string): ParsedQuery => parse(query, PART);

/** The same for moderators, who narrow by `state:` and `rule:`, too, and not by sides. */
export const parseDeskQuery = (query: string): ParsedQuery => parse(query, PART_AT_THE_DESK);

function parse(query: string, part: RegExp): ParsedQuery {
  const asked: ParsedQuery = { words: "", terms: [], ...UNFILTERED };
  const words: string[] = [];
  for (const [, minus, operator, phrase, word] of asTyped(query).matchAll(part)) {
    const value = (phrase ?? word ?? "").trim();
    if (value === "") continue;
    const filter = OPERATORS.find((one) => one === operator?.toLowerCase());
    if (filter !== undefined && minus === "") setFilter(asked, filter, value);
    else if (phrase === undefined && /^or$/i.test(value) && minus === "") words.push("or");
    else {
      const term = operator === undefined ? value : `${operator} ${value}`;
      words.push(`${minus ?? ""}"${plainly(term)}"`);
      if (minus === "") asked.terms.push(term);
    }
  }
  if (words.length > TERMS) throw new Malformed(say(t.tooManyWords, { terms: TERMS }));
  return { ...asked, words: words.join(" ") };
}

/** Between two letters a quotation mark of Hebrew marks an abbreviation, and anywhere else it is one. */
const GERSHAYIM = /(?<=\p{sc=Hebrew})"(?=\p{sc=Hebrew}(?!\p{L})|\p{sc=Hebrew}{2,4}(?![\p{L}"]))/gu;
const QUOTES_IN_HEBREW = /(?<!\p{L})״|״(?!\p{L})/gu;

const asTyped = (query: string): string =>
  query
    .replace(GERSHAYIM, "״")
    .replace(QUOTES_IN_HEBREW, '"')
    .replace(QUOTES, '"')
    .replace(WIDE_COLON, ":")
    .replace(WIDE_MINUS, "-");

const UNFILTERED = { author: null, article: null, before: null, side: null, state: null, rule: null };
const OPERATORS: readonly Operator[] = [...READERS, ...MODERATORS];

function setFilter(asked: ParsedQuery, operator: Operator, value: string): void {
  switch (operator) {
    case "author":
      asked.author = value.replace(/^[@＠]/, "").toLowerCase();
      return;
    case "in":
      asked.article = value.replace(/^\/?articles\//, "").toLowerCase();
      return;
    case "before":
      asked.before = dayIn(value);
      return;
    case "state":
      asked.state = stateIn(value);
      return;
    default:
      asked[operator] = value;
  }
}

function dayIn(value: string): string {
  if (dayOf().safeParse(value).success) return value;
  throw new Malformed(t.writeTheDayAs);
}

/** As moderators and readers call them, too. */
const STATES: Readonly<Record<string, CommentState>> = {
  approved: "visible",
  visible: "visible",
  pending: "held",
  held: "held",
  rejected: "rejected",
  removed: "rejected",
  withdrawn: "withdrawn",
};

function stateIn(value: string): CommentState {
  const state = STATES[value.toLowerCase()];
  if (state === undefined) throw new Malformed(t.statesAre);
  return state;
}

/** Nothing inside a phrase means anything. */
const plainly = (term: string): string => term.replace(/["-]/g, " ");

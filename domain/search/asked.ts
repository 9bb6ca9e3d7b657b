import { dayOf } from "@/domain/moment";
import { Malformed } from "@/platform/refusal";
import { TERMS } from "./search";
import * as t from "#messages/search";
import { say } from "@/messages/say";

/** What somebody typed, taken apart. */
export type Asked = {
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
};

/** `-`, an operator, and a phrase (which may lack its end) or a word. */
const PART = /(-?)(?:(author|in|before):)?(?:"([^"]*)"?|([^\s"]+))/giu;
const QUOTES = /[“”„«»]/gu;

/**
 * Takes a search apart: `"exact"`, `-not`, `or`, `author:name`, `in:article`, `before:2026-11-28`. Whatever is no operator is a word.
 * @throws Malformed for a day that is none, and for more words than are searched at once
 */
export function takeApart(query: string): Asked {
  const asked: Asked = { words: "", terms: [], author: null, article: null, before: null };
  const words: string[] = [];
  for (const [, minus, operator, phrase, word] of query.replace(QUOTES, '"').matchAll(PART)) {
    const value = (phrase ?? word ?? "").trim();
    if (value === "") continue;
    if (operator !== undefined && minus === "") setFilter(asked, operator.toLowerCase(), value);
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

function setFilter(asked: Asked, operator: string, value: string): void {
  if (operator === "author") asked.author = value.replace(/^@/, "").toLowerCase();
  else if (operator === "in") asked.article = value.replace(/^\/?articles\//, "").toLowerCase();
  else if (dayOf().safeParse(value).success) asked.before = value;
  else throw new Malformed(t.writeTheDayAs);
}

/** Nothing inside a phrase means anything. */
const plainly = (term: string): string => term.replace(/["-]/g, " ");

import "server-only";

import { escapeHtml } from "@/domain/prose/safe-html";
import { knownName } from "./site";
import * as t from "#messages/api";
import { LANGUAGE } from "#messages/locale";

/** Nothing runs; only our own style is loaded, and a form on it may be sent to us. */
const ONLY_ITS_FORM =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** What is sent instead of a page: whole in its HTML, so that neither script nor Next nor the database is needed to read it. */
export type BarePage = { status: number; headers: Record<string, string>; html: string };

type What = Readonly<{
  status: number;
  sentence: string;
  title?: string;
  /** Markup of our own below the sentence. */
  below?: string;
  /** Seconds. */
  retryAfter?: number;
}>;

/** `title` and `sentence` are text and may quote what was asked for. */
export function barePage({
  status,
  sentence,
  title = titleOf(status),
  below = "",
  retryAfter,
}: What): BarePage {
  const html = `<!doctype html>
<html lang="${LANGUAGE}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${escapeHtml(title)} · ${escapeHtml(knownName())}</title><link rel="stylesheet" href="/plain.css"></head>
<body><header><a href="/">${escapeHtml(knownName())}</a></header>
<main><h1>${escapeHtml(title)}</h1>
<p role="alert">${escapeHtml(sentence)}</p>
${below}
<p><a href="/">${escapeHtml(t.toAllArticles)}</a></p></main></body></html>
`;
  return {
    status,
    html,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": ONLY_ITS_FORM,
      "cache-control": "private, no-store",
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
    },
  };
}

function titleOf(status: number): string {
  if (status === 404) return t.notFoundTitle;
  if (status === 503) return t.backInAMoment;
  return status >= 500 ? t.somethingBroke : t.thatCannotBeShown;
}

/**
 * Whether whoever asks reads HTML rather than JSON (RFC 9110, section 12.5.1): a browser that goes to a page, with or without script.
 * Who takes anything is a program.
 */
export function readsHtml(accept: string | string[] | undefined): boolean {
  const wishes = String(accept ?? "")
    .toLowerCase()
    .split(",")
    .map((one) => {
      const [type = "", ...parameters] = one.split(";").map((part) => part.trim());
      const weight = parameters.find((part) => part.startsWith("q="));
      return { type, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    });
  const weightOf = (types: RegExp) =>
    Math.max(0, ...wishes.filter(({ type }) => types.test(type)).map(({ weight }) => weight));
  const html = weightOf(/^(text\/html|application\/xhtml\+xml|text\/\*)$/);
  return html > 0 && html >= weightOf(/^application\/([\w.-]+\+)?json$/);
}

import "server-only";

import { escapeHtml } from "@/domain/prose/safe-html";
import { LANGUAGE } from "#messages/locale";
import * as t from "#messages/api";
import { keepable } from "./form-flash";
import { asProblem, type Problem } from "./problem";

/** Nothing runs and nothing is loaded; the form may be sent again to us. */
const ONLY_ITS_FORM = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Longer than this, or with a line's end in it, it is something that was written rather than chosen. */
const WRITTEN = 40;

/**
 * A refused plain form where there is nothing to keep it in: the refusal is itself a page, with everything that was typed in it and a
 * button that sends it again. It needs no database and no style.
 * @param action the address the form was sent to
 */
export function refusalPage(problem: Problem, fields: Record<string, string>, action: string): Response {
  const plain = asProblem(problem);
  plain.headers.set("content-type", "text/html; charset=utf-8");
  plain.headers.set("content-security-policy", ONLY_ITS_FORM);
  const steering = Object.entries(fields).filter(([name]) => name.startsWith("_"));
  const inputs = [...steering, ...Object.entries(keepable(fields))].map(([name, value]) =>
    value.length > WRITTEN || value.includes("\n") ? written(name, value) : chosen(name, value),
  );
  const html = `<!doctype html>
<html lang="${LANGUAGE}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(t.notSentYet)}</title></head>
<body><main><h1>${escapeHtml(t.notSentYet)}</h1>
<p role="alert">${escapeHtml(problem.detail)}</p>
<form method="post" action="${escapeHtml(action)}">
${inputs.join("\n")}
<p><button>${escapeHtml(t.sendItAgain)}</button></p>
</form></main></body></html>
`;
  return new Response(html, { status: plain.status, headers: plain.headers });
}

const chosen = (name: string, value: string): string =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

/** The line's end after the tag is HTML's own: without it a text would lose its first one. */
const written = (name: string, value: string): string =>
  `<p><label>${escapeHtml(t.whatYouWrote)}<br><textarea name="${escapeHtml(name)}" rows="12" cols="60">\n${escapeHtml(value)}</textarea></label></p>`;

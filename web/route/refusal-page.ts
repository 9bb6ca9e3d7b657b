import "server-only";

import { escapeHtml } from "@/domain/prose/safe-html";
import { barePage, type BarePage } from "@/web/pages/bare-page";
import * as t from "#messages/api";
import { keepable } from "./form-flash";
import type { Problem } from "./problem";

/** A field longer than this, or with a line break, was written rather than chosen, and is shown as text. Characters. */
const WRITTEN = 40;

type Form = Readonly<{
  fields: Record<string, string>;
  /** The address the form was sent to; null when it must not be sent from here: another site's page may have filled it in. */
  action: string | null;
}>;

/**
 * A refused plain form where there is nothing to keep it in: the refusal is itself a page, with everything that was typed in it and a
 * button that sends it again. It needs no database and no script.
 */
export function refusalPage(problem: Problem, form?: Form): Response {
  const { html, headers, status } = refusalAsPage(problem, form);
  return new Response(html, { status, headers });
}

export const refusalAsPage = ({ status, detail, retryAfter }: Problem, form?: Form): BarePage =>
  barePage({
    status,
    sentence: detail,
    retryAfter,
    ...(form && { title: t.notSentYet, below: below(form) }),
  });

function below({ fields, action }: Form): string {
  const own = Object.entries(keepable(fields));
  if (action === null)
    return own
      .filter(([, value]) => isWritten(value) || WORDS.test(value))
      .map(([, value]) => words(value, "readonly"))
      .join("\n");
  const steering = Object.entries(fields).filter(([name]) => name.startsWith("_"));
  const inputs = [...steering, ...own].map(([name, value]) =>
    isWritten(value) ? words(value, `name="${escapeHtml(name)}"`) : chosen(name, value),
  );
  return `<form method="post" action="${escapeHtml(action)}">
${inputs.join("\n")}
<p><button type="submit">${escapeHtml(t.sendItAgain)}</button></p>
</form>`;
}

const isWritten = (value: string): boolean => value.length > WRITTEN || value.includes("\n");

/** However short, what has a blank or a sign that no id or choice has was written. */
const WORDS = /[^\w.:@/+-]/u;

const chosen = (name: string, value: string): string =>
  `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;

/** The line's end after the tag is HTML's own: without it a text would lose its first one. */
const words = (value: string, attributes: string): string =>
  `<p><label>${escapeHtml(t.yourText)}<br><textarea ${attributes} rows="12" cols="60">\n${escapeHtml(value)}</textarea></label></p>`;

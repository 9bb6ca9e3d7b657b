import "server-only";

import type { Refusal } from "@/platform/refusal";
import type { Captured } from "./captured-response";
import { NOTHING_RUNS } from "@/web/protection/security-headers";
import * as t from "#messages/api";
import { LANGUAGE } from "#messages/locale";

export const awayPage = (): Captured => laterPage(t.pageCannotReachDatabase);

/** What is sent (503) instead of a page that cannot be drawn now. */
export const laterPage = (sentence: string): Captured =>
  barePage(503, t.backInAMoment, sentence, { "retry-after": "2" });

/** What is sent instead of a page that was refused while it was drawn, with the refusal's own status. */
export const refusedPage = ({ message, status, extra }: Refusal): Captured =>
  barePage(
    status,
    t.thatCannotBeShown,
    message,
    extra.retryAfter === undefined ? {} : { "retry-after": String(extra.retryAfter) },
  );

/** A page without anything that could fail in its turn. `title` and `sentence` are our own. */
function barePage(
  status: number,
  title: string,
  sentence: string,
  headers: Record<string, string>,
): Captured {
  const html = `<!doctype html><html lang="${LANGUAGE}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><h1>${title}</h1>
<p>${asHtml(sentence)}</p></html>`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": NOTHING_RUNS,
      "cache-control": "no-store",
      ...headers,
    },
    body: Buffer.from(html),
  };
}

/** A refusal may quote what was asked for. */
const asHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

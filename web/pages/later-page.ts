import "server-only";

import type { Captured } from "./captured-response";
import { NOTHING_RUNS } from "@/web/protection/security-headers";
import * as t from "#messages/api";
import { LANGUAGE } from "#messages/locale";

export const awayPage = (): Captured => laterPage(t.pageCannotReachDatabase);

/** What is sent (503) instead of a page that cannot be drawn now. `sentence` is one of our own. */
export function laterPage(sentence: string): Captured {
  const html = `<!doctype html><html lang="${LANGUAGE}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${t.backInAMoment}</title><h1>${t.backInAMoment}</h1>
<p>${sentence}</p></html>`;
  return {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": NOTHING_RUNS,
      "retry-after": "2",
      "cache-control": "no-store",
    },
    body: Buffer.from(html),
  };
}

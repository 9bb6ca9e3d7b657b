import "server-only";

import type { Refusal } from "@/platform/refusal";
import { barePage, type BarePage } from "./bare-page";
import type { Captured } from "./captured-response";
import * as t from "#messages/api";
import * as articles from "#messages/articles";
import { say } from "@/messages/say";

export const awayPage = (): Captured => laterPage(t.pageCannotReachDatabase);

/** What is sent instead of an article that was deleted. */
export const gonePage = (): Captured =>
  captured(barePage({ status: 410, title: articles.gone, sentence: articles.thisArticleWasDeleted }));

/** What is sent (503) instead of a page that cannot be drawn now. */
export const laterPage = (sentence: string): Captured =>
  captured(barePage({ status: 503, sentence, retryAfter: 2 }));

/** What is sent instead of a page that was refused while it was drawn, with the refusal's own status. */
export const refusedPage = ({ message, status, extra }: Refusal): Captured =>
  captured(barePage({ status, sentence: message, retryAfter: extra.retryAfter }));

/** What is sent instead of a page that failed on a bug. Next's own is empty until its script has run. @param request as the log names it */
export const brokenPage = (request: string | undefined): Captured =>
  captured(
    barePage({
      status: 500,
      sentence: request === undefined ? t.theErrorIsLogged : say(t.theErrorIsLoggedUnder, { request }),
    }),
  );

const captured = ({ status, headers, html }: BarePage): Captured => ({
  status,
  headers,
  body: Buffer.from(html),
});

import "server-only";

import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { currentRequest } from "@/platform/current-request";
import { isRefusal, Refusal } from "@/platform/refusal";
import { CapturedResponse, type Captured } from "./captured-response";
import { fillPlaceholders } from "./html-placeholders";
import { afterFirstPaint } from "./late-script";
import { awayPage, brokenPage, refusedPage } from "./later-page";
import { withFailure } from "./page-failure";
import { namingReader } from "./whose-page";
import { pagePolicy } from "@/web/protection/security-headers";
import { isDatabaseAway } from "@/web/route/problem";
import { databaseAnswers } from "@/web/server/health";
import * as t from "#messages/api";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Milliseconds: longer than every wait a page has (the database's is 5 s), so what takes longer will never end. */
const DRAWN_WITHIN = 20_000;

/** No page depends on whose browser it is for. */
const DRAWN_FOR = "Moot";

/** Lets Next draw one page, whole, into memory. `patched`: something could not be asked for, and it says what was known of that before. */
export async function drawPage(
  next: Handler,
  request: IncomingMessage,
  dev: boolean,
): Promise<Captured & { patched?: boolean }> {
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, dev);
  // Next reads the nonce for its own scripts from this header; our pages read x-nonce.
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
  // Where none is named, Next would take its time with the head of the page (next.config.js).
  request.headers["user-agent"] = DRAWN_FOR;
  const capture = new CapturedResponse(request);
  capture.setHeader("content-security-policy", policy);
  const { drawn, failure } = await withFailure(() =>
    namingReader(() =>
      fillPlaceholders(async () => {
        await next(request, capture);
        return within(DRAWN_WITHIN, capture.captured);
      }),
    ),
  );
  if (drawn.status >= 500) return pageInstead(failure);
  if (drawn.status === 404 && drawn.body.includes(EMPTY)) return notFoundPage(next, request, dev);
  return {
    ...drawn,
    body: dev ? drawn.body : afterFirstPaint(drawn.body, nonce),
    patched: failure !== undefined,
  };
}

/** How a page begins whose `notFound()` came late: Next sends it empty, for its script to fill. */
const EMPTY = 'id="__next_error__"';
/** No route matches it, so Next draws its not-found page, whole. */
const NOWHERE = "/nowhere";

async function notFoundPage(next: Handler, request: IncomingMessage, dev: boolean): Promise<Captured> {
  if (request.url === NOWHERE) throw new Error("The page that says there is nothing is empty.");
  request.url = NOWHERE;
  return drawPage(next, request, dev);
}

/** Of a page that failed: what the reader can be told. When the database was away it may be back by now, so the error is asked first. */
async function pageInstead(failure: unknown): Promise<Captured> {
  if (isRefusal(failure)) return refusedPage(failure);
  return isDatabaseAway(failure) || !(await databaseAnswers())
    ? awayPage()
    : brokenPage(currentRequest()?.id);
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Refusal(t.thisPageTookTooLong, 503)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

import "server-only";

import type { IncomingMessage, ServerResponse } from "node:http";
import { pageChanges, unchangedFor } from "@/domain/events/page-changes";
import { isUnchangedSince } from "@/domain/events/staleness";
import { currentClient } from "@/platform/client";
import { gauge, metrics } from "@/platform/metrics";
import { processSingleton } from "@/platform/process-singleton";
import { concurrencyLimit, type Load } from "@/platform/concurrency-limit";
import { env } from "@/platform/env";
import { holds } from "@/platform/held";
import { isRefusal } from "@/platform/refusal";
import { wroteAt } from "@/web/route/wrote-cookie";
import { drawPage, type Handler } from "./draw-page";
import type { Captured } from "./captured-response";
import { gonePage, laterPage } from "./later-page";
import { meantAddress } from "./meant-address";
import { movedArticle } from "./moved-article";
import { movedListing } from "./moved-listing";
import type { Drawn, Page, Validity } from "./page";
import { pageCache, type Served } from "./page-cache";
import { articleOf, pageAddress } from "./public-pages";
import { pageRequestOf, sendPage, type PageRequest } from "./send-page";
import { refuseWhenFull } from "@/web/server/load-shedding";

/**
 * Drawing is work for one thread, and a new connection is accepted only between two steps of it: two keep the processor busy
 * while one of them waits for the database (docs/decisions/0030-concurrency-limit-fair-queue-stale-pages.md).
 */
const DRAWN = { maxConcurrent: 2, maxQueued: 200, maxPerClient: 40 };
/** What is posted (next-auth's forms) has a line of its own, joined once its body is there: nobody who signs in waits for pages. */
const POSTED = { maxConcurrent: 16, maxQueued: 200, maxPerClient: 16 };

/** A page that nothing seems to change is drawn again after so long all the same: the front page chooses by days. Milliseconds. */
const KEPT_FOR = 10 * 60_000;

/** Answers every page: public ones kept until they change and shared, personal ones drawn for their reader. */
export function makePages(next: Handler, { dev }: { dev: boolean }): Handler & { load: () => Load } {
  const changes = pageChanges();
  const serve = pageCache({ changes, isUnchangedSince });
  // By name, so that the control of the long tests can draw as many at once as are asked for.
  const toRead = processSingleton("pages", () => concurrencyLimit(DRAWN));
  const toPost = concurrencyLimit(POSTED);
  holds("pages to be drawn", DRAWN.maxQueued, () => toRead.load().queued);
  holds("forms to be answered", POSTED.maxQueued, () => toPost.load().queued);
  gauge("moot_pages_kept", "Public pages that are kept", () => serve.kept().pages);
  gauge("moot_pages_kept_bytes", "What the kept pages weigh, encodings included", () => serve.kept().bytes);
  gauge("moot_pages_drawing", "Pages that are drawn now", () => toRead.load().running);
  gauge("moot_pages_waiting", "Pages that wait to be drawn", () => toRead.load().queued);

  const answer: Handler = async (request, response) => {
    const asked = pageRequestOf(request);
    const url = request.url ?? "/";
    const { address, isPublic } = pageAddress(url);
    request.url = address;
    const shared = isPublic && (request.method === "GET" || request.method === "HEAD");
    if (dev || !shared) {
      const { page } = await drawn(request, () => undefined, false);
      return send(url, response, asked, { page, stale: false }, shared);
    }
    const wrote = wroteAt(request.headers.cookie, Date.now());
    forgetTheReader(request);
    const drawing = { begun: false };
    const served = await serve(address, wrote, (begins) => {
      drawing.begun = true;
      return drawn(request, begins, true);
    });
    metrics.pages.inc({ served: served.stale ? "stale" : drawing.begun ? "drawn" : "kept" });
    return send(url, response, asked, served, true);
  };
  return Object.assign(answer, { load: toRead.load });

  /** Draws it through the concurrency limit; where there is no place, the sentence of the 503. */
  async function drawn(
    request: IncomingMessage,
    begins: (from: number) => void,
    isKept: boolean,
  ): Promise<Drawn> {
    const limit = request.method === "POST" ? toPost : toRead;
    try {
      refuseWhenFull();
      return await limit(currentClient(), async () => {
        const from = Date.now();
        begins(from);
        const address = request.url ?? "/";
        const validity = isKept ? await validityOf(address, from).catch(() => null) : null;
        const state = validity?.look.state ?? null;
        const { patched, ...page } = await drawPage(next, request, dev);
        const drawn = { ...page, from, asOf: from, state, validity: patched ? null : validity, encoded: {} };
        return { page: drawn, refused: false };
      });
    } catch (problem) {
      if (!isRefusal(problem)) throw problem;
      const page = laterPage(problem.message);
      return { page: asDrawn(page), refused: true };
    }
  }

  /** Asked before the page reads anything, so that it has whatever these do not tell of. */
  async function validityOf(address: string, from: number): Promise<Validity> {
    const [look, left] = await Promise.all([changes.look(from), unchangedFor(articleOf(address))]);
    return { look, until: from + Math.min(left ?? KEPT_FOR, KEPT_FOR) };
  }
}

/** Whoever asks for what is not there, and whose address means another, is led there. */
async function send(
  url: string,
  response: ServerResponse,
  asked: PageRequest,
  served: Served,
  isPublic: boolean,
): Promise<void> {
  const isNotThere = served.page.status === 404 && !asked.written;
  const moved = isNotThere ? ((await movedArticle(url)) ?? (await movedListing(url))) : null;
  if (moved === "gone") return sendPage(response, asked, { page: asDrawn(gonePage()), stale: false }, false);
  const meant = moved?.to ?? (isNotThere ? meantAddress(url) : null);
  if (meant === null) return sendPage(response, asked, served, isPublic);
  response.writeHead(301, { location: meant, "cache-control": "no-store", "content-length": 0 }).end();
}

function asDrawn(page: Captured): Page {
  const from = Date.now();
  return { ...page, from, asOf: from, state: null, validity: null, encoded: {} };
}

/**
 * A public page is drawn for nobody: without cookies, and without any other header that could make it another page
 * (a condition, a range, a language, a host, a crawler's name), for whoever asks first would decide what all others get.
 * HEAD is answered from the whole page.
 */
function forgetTheReader(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) Reflect.deleteProperty(request.headers, name);
  request.headers.host = new URL(env.siteUrl).host;
  request.headers.accept = "*/*";
  request.method = "GET";
}

import "server-only";

import { LRUCache } from "lru-cache";
import type { pageChanges } from "@/domain/events/page-changes";
import type { SiteState } from "@/domain/events/staleness";
import { holds } from "@/platform/held";
import { singleFlight } from "@/web/protection/single-flight";
import type { Drawn, Page } from "./page";
import { articleOf } from "./public-pages";

/** A public page is not drawn again sooner, however often it changes. Milliseconds. */
export const FRESH_FOR = 2_000;
/** Whether it has changed is looked up so often at most, for all pages together. Milliseconds. */
const LOOKED_EVERY = 100;
/** When its next drawing finds no place it is served on for so long, counted from when it was last right. Milliseconds. */
export const STALE_FOR = 60_000;
/** A reader waits so long for the next drawing where there is a page to be served instead. Milliseconds. */
const PATIENCE = 1_000;
/** Pages kept at once: the front page, busy articles in every sort, and what crawlers ask for. */
const KEPT_AT_MOST = 300;
/** What they may weigh together: a long thread's page has about 160 KB, and anyone may ask for many. */
const KEPT_BYTES = 48 * 1024 * 1024;
/** A page is held once as it is, and once in each encoding that was asked for. */
const WITH_ENCODINGS = 1.5;

type Drawing = {
  /** When drawing began; Infinity while it is queued. */
  from: number;
  outcome: Promise<Drawn>;
};

/** Draws a page, and says when that begins. */
export type Draw = (begins: (from: number) => void) => Promise<Drawn>;

export type Served = Readonly<{ page: Page; stale: boolean }>;

type Means = Readonly<{
  changes: ReturnType<typeof pageChanges>;
  isUnchangedSince: (state: SiteState) => Promise<boolean>;
  now?: () => number;
}>;

/**
 * Keeps public pages, so that one drawing serves everyone who asks until something in the page changes. A page that is due to be drawn
 * again stays until its successor is there: when that finds no place it is better than none, unless something was taken away since.
 */
export function pageCache({ changes, isUnchangedSince, now = Date.now }: Means) {
  const pages = new LRUCache<string, Page>({
    max: KEPT_AT_MOST,
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ body }) => Math.ceil(body.length * WITH_ENCODINGS) + 1,
  });
  const drawings = new Map<string, Drawing>();
  const unchanged = singleFlight<boolean>();

  /** One drawing at a time an address; whoever asks meanwhile waits for it, unless they wrote after it began. */
  function drawingOf(address: string, wrote: number, draw: Draw): Drawing {
    const there = drawings.get(address);
    if (there && there.from > wrote) return there;
    const begun = { from: Infinity };
    const outcome = draw((from) => (begun.from = from));
    const drawing: Drawing = Object.assign(begun, { outcome });
    drawings.set(address, drawing);
    const end = () => {
      if (drawings.get(address) === drawing) drawings.delete(address);
    };
    drawing.outcome.then((drawn) => {
      keep(address, drawn);
      end();
    }, end);
    return drawing;
  }

  /** Only a whole page is worth keeping. An error, unlike a refusal, says that the page before it is no longer right. */
  function keep(address: string, { page, refused }: Drawn): void {
    const before = pages.peek(address);
    if (before && before.from > page.from && before.from <= now()) return;
    if (page.status === 200) pages.set(address, page);
    else if (!refused) pages.delete(address);
  }

  /** Drawn a moment ago, or unchanged since, and in either case as this reader's last write left it. */
  async function isRight(address: string, page: Page, wrote: number): Promise<boolean> {
    const at = now();
    // The clock was set back: what is known by its time says nothing of now.
    if (page.from > at) return false;
    if (at - page.from < FRESH_FOR && page.from > wrote) return true;
    if (page.validity === null || at >= page.validity.until) return false;
    const look = await changes.look(Math.max(wrote, at - LOOKED_EVERY)).catch(() => null);
    if (look === null || changes.hasMoved(articleOf(address), page.validity.look)) return false;
    page.asOf = look.began;
    return true;
  }

  /** Kept, right when this reader last wrote and a moment ago, and nothing was taken away since its drawing. */
  async function stillGood(address: string, wrote: number): Promise<Page | null> {
    const page = pages.get(address);
    if (!page?.state || now() - page.asOf > STALE_FOR || page.asOf <= wrote) return null;
    const { state } = page;
    const good = await unchanged(`${address} ${page.from}`, () => isUnchangedSince(state)).catch(() => false);
    return good ? page : null;
  }

  /** `wrote`: when this reader last wrote, in milliseconds since 1970; 0 for never. */
  async function serve(address: string, wrote: number, draw: Draw): Promise<Served> {
    const kept = pages.get(address);
    if (kept && (await isRight(address, kept, wrote))) return { page: kept, stale: false };
    const { outcome } = drawingOf(address, wrote, draw);
    const drawn = kept ? await within(PATIENCE, outcome) : await outcome;
    if (drawn && !drawn.refused) return { page: drawn.page, stale: false };
    const good = await stillGood(address, wrote);
    if (good) return { page: good, stale: true };
    return { page: (drawn ?? (await outcome)).page, stale: false };
  }

  /** `bytes` with the encodings that may have been asked for. */
  const kept = () => ({ pages: pages.size, bytes: pages.calculatedSize });
  holds("pages", KEPT_AT_MOST, () => pages.size);
  holds("bytes of pages", KEPT_BYTES, () => pages.calculatedSize);
  return Object.assign(serve, { kept });
}

/** What comes of it, or null when that takes longer. */
function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

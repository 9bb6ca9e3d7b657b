import "server-only";

import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { holds } from "@/platform/held";
import { processSingleton } from "@/platform/process-singleton";

/**
 * Long texts of a page which no script of it needs. Next sends whatever a component draws twice, as HTML and as data for React
 * in the browser, and carries both through half a dozen streams. A text with a placeholder is sent once: the component draws
 * the mark, and the finished page gets the text in its place. Nobody who writes a text can know a mark.
 */
const drawn = processSingleton("html-placeholders", () => new AsyncLocalStorage<Map<string, string>>());

/** What a markup is drawn from, and the markup: a page that is drawn again has most of its comments as they were. In characters. */
const MARKUP_KEPT = 8_000_000;
const markup = processSingleton("kept-markup", () => {
  const kept = new LRUCache<string, string>({
    maxSize: MARKUP_KEPT,
    sizeCalculation: (html, key) => html.length + key.length,
  });
  holds("characters of drawn comments", MARKUP_KEPT, () => kept.calculatedSize);
  return kept;
});

/** Keeps a text out of the page that is being drawn. @returns the mark that stands for it, as `<!--mark-->` */
export const placeholderFor = Object.assign(
  (text: string): string => {
    const texts = drawn.getStore();
    if (!texts) throw new Error("No page is being drawn.");
    const mark = randomUUID();
    texts.set(mark, text);
    return mark;
  },
  {
    /** The markup that was drawn under this key, or what is drawn now. The key says all that the markup depends on. */
    kept(key: string, draw: () => string): string {
      const known = markup.get(key);
      if (known !== undefined) return known;
      const html = draw();
      markup.set(key, html);
      return html;
    },
  },
);

/** Draws a page and puts into it the texts that were kept out of it meanwhile. */
export async function fillPlaceholders<Page extends { body: Buffer }>(
  draw: () => Promise<Page>,
): Promise<Page> {
  const texts = new Map<string, string>();
  const page = await drawn.run(texts, draw);
  return texts.size === 0 ? page : { ...page, body: putBack(page.body, texts) };
}

function putBack(body: Buffer, texts: ReadonlyMap<string, string>): Buffer {
  const pieces: Buffer[] = [];
  let done = 0;
  for (const { at, mark, text } of placesOf(body, texts)) {
    pieces.push(body.subarray(done, at), Buffer.from(text));
    done = at + mark.length;
  }
  return Buffer.concat([...pieces, body.subarray(done)]);
}

/** In the order of the page. A text whose mark is not there was drawn for nothing (a page that ended in an error). */
function placesOf(body: Buffer, texts: ReadonlyMap<string, string>) {
  const places = [...texts].map(([id, text]) => {
    const mark = `<!--${id}-->`;
    return { at: body.indexOf(mark), mark, text };
  });
  return places.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
}

import type { APIRequestContext } from "@playwright/test";
import { effort } from "@/test/effort";

/** A page as one got to it: from where, in how many clicks, and what the server said. */
export type Visit = {
  address: string;
  from: string;
  clicks: number;
  status: number;
  landed: string;
  html: string;
  /** The same for everybody, by the server's own word. */
  shared: boolean;
};

/** Of pages of one kind so many are looked at; of a kind that leads on to others, all that a screen shows. */
const OF_A_KIND = effort(1, 6);
const OF_THE_COMMENTS = effort(6, 40);

type Answer = Pick<Visit, "status" | "html" | "shared"> & Readonly<{ url: string }>;

/**
 * What a shared cache would have kept: the same for everybody, by the server's own word, so that the next of several
 * people need not be answered it again.
 */
export class SharedAnswers {
  private readonly kept = new Map<string, Answer>();

  async get(request: APIRequestContext, address: string): Promise<Answer> {
    const kept = this.kept.get(address);
    if (kept) return kept;
    const answer = await request.get(address);
    const headers = answer.headers();
    const isPage = headers["content-type"]?.startsWith("text/html") ?? false;
    const shared = /^public\b/.test(headers["cache-control"] ?? "");
    const html = isPage ? await answer.text() : "";
    const found = { status: answer.status(), url: answer.url(), html, shared };
    const isWhereItWasAsked = new URL(found.url).pathname === address.split("?")[0];
    if (isWhereItWasAsked && shared) this.kept.set(address, found);
    return found;
  }
}

/** From the front page by the links and the GET forms on screen, without script, breadth first. */
export async function crawl(
  request: APIRequestContext,
  most: number,
  answers = new SharedAnswers(),
): Promise<Visit[]> {
  const visits: Visit[] = [];
  const known = new Set<string>();
  const ofAKind = new Map<string, number>();
  let next = [{ address: "/", from: "" }];
  for (let clicks = 0; clicks <= most && next.length > 0; clicks += 1) {
    const now = next;
    next = [];
    for (const { address, from } of now) {
      const { status, url, html, shared } = await answers.get(request, address);
      visits.push({ address, from, clicks, status, landed: new URL(url).pathname, html, shared });
      for (const link of waysOn(html, url)) {
        const kind = kindOf(link);
        const seen = ofAKind.get(kind) ?? 0;
        if (known.has(link) || seen >= (/^\/comments\/:id$/.test(kind) ? OF_THE_COMMENTS : OF_A_KIND))
          continue;
        known.add(link);
        ofAKind.set(kind, seen + 1);
        next.push({ address: link, from: address });
      }
    }
  }
  return visits;
}

/** Where the links and the GET forms of a page lead on this site, without fragments. */
function waysOn(html: string, url: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = ""]) => unescaped(href));
  const there = [...links, ...getForms(html)].map((href) => new URL(href, url));
  const here = there.filter(({ origin }) => origin === new URL(url).origin);
  return [...new Set(here.map(({ pathname, search }) => pathname + search))];
}

/** Links of these pages to a place of a page among them that is not there. */
export function deadFragments(visits: readonly Visit[]): string[] {
  const pages = new Map(visits.map(({ address, html }) => [address, html]));
  return visits.flatMap(({ address, html }) =>
    [...html.matchAll(/<a\b[^>]*?\shref="([^"]*#[^"]+)"/g)].flatMap(([, href = ""]) => {
      const { origin, pathname, search, hash } = new URL(unescaped(href), new URL(address, SOMEWHERE));
      const there = origin === SOMEWHERE ? pages.get(pathname + search) : undefined;
      // What follows `:~:` says to a browser which words there are meant.
      const id = decodeURIComponent(hash.slice(1).split(":~:", 1)[0] ?? "");
      return there && !there.includes(`id="${id}"`) ? [`${address} links to ${unescaped(href)}`] : [];
    }),
  );
}

/** What a GET form asks for when it is sent as it stands. */
function* getForms(html: string): Iterable<string> {
  for (const [, head = "", body = ""] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
    const action = /\saction="([^"]*)"/.exec(head)?.[1];
    if (/\smethod="post"/i.test(head) || action === undefined) continue;
    const query = new URLSearchParams();
    for (const [field] of body.matchAll(/<input\b[^>]*>/g)) {
      const name = /\sname="([^"]*)"/.exec(field)?.[1];
      if (name !== undefined && !/\stype="(checkbox|radio)"/.test(field))
        query.append(name, unescaped(/\svalue="([^"]*)"/.exec(field)?.[1] ?? ""));
    }
    yield `${unescaped(action)}?${query.toString()}`;
  }
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Addresses of this site are read as if it were there. */
const SOMEWHERE = "http://moot.invalid";

/** The same for all pages that differ by an id, a name or the values of their query. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, SOMEWHERE);
  const path = pathname
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, ":id")
    .replace(/(?<=^\/members\/|\/moderation\/members\/)[^/]+/, ":handle");
  const names = [...searchParams.keys()].sort().join("&");
  return names === "" ? path : `${path}?${names}`;
}

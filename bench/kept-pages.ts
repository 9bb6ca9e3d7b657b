import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { press } from "./rounds";
import { child, type Site } from "./site";

/** What is drawn while a hundred articles are read all the time, and somebody writes under one of them each second. */
export type KeptPages = Readonly<{
  seconds: number;
  read: number;
  comments: number;
  drawn: number;
  p50: number;
  p99: number;
  sentence: string;
}>;

const ARTICLES = 100;
/** Comments under each, as in a discussion that fits on its page. */
const COMMENTS = 20;
/** Readers a second: every article is asked for more often than pages used to be drawn. */
const READS = 200;
/** As many drawings for a comment as are called one: its page, and now and then one that a clock ends. */
const DRAWN_FOR_ONE = 1.5;

const slugOf = (nth: number): string => `read-${nth}`;
const PATHS = Array.from({ length: ARTICLES }, (_, nth) => `/articles/${slugOf(nth)}`);

export async function measureKeptPages(site: Site, quick: boolean): Promise<KeptPages> {
  const seconds = quick ? 15 : 30;
  await fill(site.url);
  for (const path of PATHS) await (await fetch(`http://127.0.0.1:${site.port}${path}`)).arrayBuffer();
  const loader = child("bench/load.ts");
  // What all pages were told by their being written is over.
  await pause(3_000);
  const before = await drawings(site);
  const reading = press(loader, {
    port: site.port,
    connections: 8,
    seconds,
    pace: READS,
    ask: { method: "GET", paths: PATHS },
  });
  const comments = await write(site, seconds);
  const { rate, p50, p99 } = await reading;
  const drawn = (await drawings(site)) - before;
  loader.disconnect();
  const read = Math.round(rate * seconds);
  const sentence =
    `${ARTICLES} articles, read ${read} times in ${seconds} s (median ${p50.toFixed(1)} ms, 99 %: ${p99.toFixed(0)} ms), with ${comments} comments meanwhile: ` +
    `${drawn} pages drawn, ${(drawn / comments).toFixed(2)} for a comment (${DRAWN_FOR_ONE} ${drawn <= DRAWN_FOR_ONE * comments ? "reached" : "missed"}).`;
  return { seconds, read, comments, drawn, p50, p99, sentence };
}

/** One comment a second, each under another article. @returns how many */
async function write({ port, props }: Site, seconds: number): Promise<number> {
  const comments = seconds - 1;
  for (let nth = 0; nth < comments; nth++) {
    await pause(1_000);
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${PATHS[nth % ARTICLES]}/comments`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        cookie: props.cookies[nth % props.cookies.length] ?? "",
      },
      body: JSON.stringify({ body: `A word at ${Date.now()}.` }),
    });
    if (!answer.ok) throw new Error(`A comment was answered with ${answer.status}.`);
  }
  return comments;
}

/** Public pages that the site has drawn since it began. */
async function drawings({ port }: Site): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^moot_pages_total\{served="drawn"\} (\d+)/m.exec(text)?.[1] ?? 0);
}

async function fill(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `WITH a AS (INSERT INTO article (slug, published_at) SELECT 'read-' || n, now() FROM generate_series(0, $1::int - 1) n RETURNING id)
       INSERT INTO article_revision (article_id, number, title, standfirst, author, source, html, words)
       SELECT id, 1, 'An article', '', 'The bench', text, '<p>' || text || '</p>', 400
       FROM a, (SELECT repeat('A sentence of ordinary length. ', 80) AS text) t`,
      [ARTICLES],
    );
    await client.query(
      `INSERT INTO comment (article_id, article_revision, author_id, source, html)
       SELECT a.id, 1, m.id, text, '<p>' || text || '</p>'
       FROM article a, generate_series(1, $1::int) n JOIN member m ON m.handle = 'writer-' || n,
         (SELECT repeat('The two roads meet where somebody has to decide. ', 4) AS text) t
       WHERE a.slug LIKE 'read-%'`,
      [COMMENTS],
    );
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

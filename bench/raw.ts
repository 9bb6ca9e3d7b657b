import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";
import { z } from "zod";

/**
 * The least a server can do for the same questions: `node:http` and `pg`, one prepared statement each, no sessions, no
 * rules, no rendering. What it reaches on a machine is what that machine has to give.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

/** The first twenty comments of an article, with who wrote them: a flat list. */
const FLAT = `
  SELECT c.id, c.html, c.posted_at, c.reply_count, c.respect, c.unconvinced, m.handle, m.name
  FROM comment c LEFT JOIN member m ON m.id = c.author_id
  WHERE c.article_id = (SELECT id FROM article WHERE slug = $1) AND c.parent_id IS NULL AND c.listed
  ORDER BY c.best DESC, c.id DESC LIMIT 20`;
/** The page that Moot answers with: those twenty, the best three replies of each, and of those again, forty in all. */
const FIRST_PAGE = `
  WITH roots AS (
    SELECT c.id, row_number() OVER (ORDER BY c.best DESC, c.id DESC) AS nth FROM comment c
    WHERE c.article_id = (SELECT id FROM article WHERE slug = $1) AND c.parent_id IS NULL AND c.listed
    ORDER BY c.best DESC, c.id DESC LIMIT 20
  ), replies AS (
    SELECT r.id, roots.nth FROM roots, LATERAL (
      SELECT c.id FROM comment c WHERE c.parent_id = roots.id AND c.listed ORDER BY c.best DESC, c.id DESC LIMIT 3) r
  ), further AS (
    SELECT r.id, replies.nth FROM replies, LATERAL (
      SELECT c.id FROM comment c WHERE c.parent_id = replies.id AND c.listed ORDER BY c.best DESC, c.id DESC LIMIT 3) r
  ), page AS (
    SELECT id, nth, 0 AS below FROM roots UNION ALL SELECT id, nth, 1 FROM replies UNION ALL SELECT id, nth, 2 FROM further
    ORDER BY below, nth LIMIT 40
  )
  SELECT c.id, c.parent_id, c.html, c.posted_at, c.reply_count, c.respect, c.unconvinced, m.handle, m.name
  FROM page JOIN comment c ON c.id = page.id LEFT JOIN member m ON m.id = c.author_id`;
const INSERT = "INSERT INTO bench_comment (body) VALUES ($1) RETURNING id";
const UPSERT = `
  INSERT INTO bench_reaction AS r (a, b, kind) VALUES ($1, $2, $3)
  ON CONFLICT (a, b) DO UPDATE SET kind = excluded.kind WHERE r.kind <> excluded.kind`;

const Posted = z.object({ body: z.string() });
const Reacted = z.object({ a: z.int(), b: z.int(), kind: z.string() });

async function answer(request: IncomingMessage): Promise<unknown> {
  if (request.method === "GET") {
    const [, what, slug = ""] = (request.url ?? "").split("/");
    const statement = what === "flat" ? { name: "flat", text: FLAT } : { name: "page", text: FIRST_PAGE };
    return (await pool.query({ ...statement, values: [decodeURIComponent(slug)] })).rows;
  }
  const body: unknown = JSON.parse(await bodyOf(request));
  if (request.method === "POST") {
    const { body: text } = Posted.parse(body);
    return (await pool.query({ name: "insert", text: INSERT, values: [text] })).rows[0];
  }
  const { a, b, kind } = Reacted.parse(body);
  await pool.query({ name: "upsert", text: UPSERT, values: [a, b, kind] });
  return {};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

await pool.query(`
  DROP TABLE IF EXISTS bench_comment, bench_reaction;
  CREATE TABLE bench_comment (id bigserial PRIMARY KEY, body text NOT NULL, at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE bench_reaction (a int, b int, kind text NOT NULL, PRIMARY KEY (a, b))`);

createServer((request, response) => {
  answer(request).then(
    (found) => {
      const body = JSON.stringify(found);
      response.writeHead(200, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      });
      response.end(body);
    },
    (error: unknown) => {
      response.writeHead(500).end(String(error));
    },
  );
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("listening"));
process.on("disconnect", () => process.exit(0));

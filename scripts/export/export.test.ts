import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { afterAll, expect, inject, test } from "vitest";
import { anEmptyDatabase } from "@/test/server";
import { effort } from "@/test/effort";
import { runNode } from "@/scripts/child-process";
import { asOwner, migrate } from "@/scripts/schema";
import { importSite } from "./import";
import { columnOf, KINDS, LEFT_OUT, lineSchema } from "./kinds";
import { writeExport } from "./write";
import { program } from "@/scripts/programs";

const server = inject("testServer");
const folder = mkdtempSync(join(tmpdir(), "moot export "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const quietly = () => undefined;
const VERSION = "0.2.0";

/** A site with its sample: people, an open and a closed poll, comments, votes, decisions. */
const site = await anEmptyDatabase(server, "exported");
await migrate(site);
await runNode([...program("moot"), "set-up"], {
  environment: {
    DATABASE_URL: site,
    MOOT_EMBEDDED: "1",
    MOOT_SECRET: "only the tests are signed with this secret",
  },
});
// What the sample has none of, so that each kind has a line.
const [one, another, articleId, decisionId, ended] = [
  "(SELECT id FROM member ORDER BY id LIMIT 1)",
  "(SELECT id FROM member ORDER BY id DESC LIMIT 1)",
  "(SELECT id FROM article ORDER BY id LIMIT 1)",
  "(SELECT id FROM decision ORDER BY seq LIMIT 1)",
  "(SELECT id FROM poll WHERE closes_at < now() LIMIT 1)",
];
await asOwner(site, (client) =>
  client.query(`
    INSERT INTO site_setting VALUES ('moderation', '{"publicLog": true}');
    INSERT INTO site_version (part, version, value) VALUES ('settings', 1, jsonb_build_object('logo', '/pictures/' || repeat('0', 32)));
    INSERT INTO word_list (block, hold, mark) VALUES ('a', 'b', 'c');
    INSERT INTO picture (hash, width, height) VALUES (repeat('0', 32), 1, 1);
    INSERT INTO picture_file (hash, width, format, bytes)
      SELECT repeat('0', 32), 1, format::picture_format, (SELECT string_agg(set_byte('\\x00', 0, n), '') FROM generate_series(0, 255) n)
      FROM unnest(ARRAY['webp', 'jpg']) AS format;
    INSERT INTO picture_use (hash, part, version) VALUES (repeat('0', 32), 'settings', 1);
    INSERT INTO earlier_handle (handle, member_id) VALUES ('once-called', ${one});
    INSERT INTO reserved_handle VALUES ('a mark');
    INSERT INTO erasure (member_id, texts_go) VALUES (${another}, true);
    INSERT INTO mail_choice (member_id, unwanted) VALUES (${one}, '{reply}');
    INSERT INTO member_mute (member_id, muted_id) VALUES (${one}, ${another});
    INSERT INTO article_address (slug, article_id) VALUES ('an-earlier-address', ${articleId});
    INSERT INTO article_author (article_id, revision, position, name, member_id) SELECT article_id, number, 1, author, ${one} FROM article_revision WHERE article_id = ${articleId} AND number = 1;
    INSERT INTO article_writer (member_id, article_id, published_at) SELECT ${one}, id, published_at FROM article WHERE id = ${articleId};
    INSERT INTO article_draft (owner_id, saved_by_id, fields) VALUES (${one}, ${one}, '{"title": "Soon"}');
    INSERT INTO listing_following (member_id, kind, name) VALUES (${one}, 'tag', 'learning');
    INSERT INTO poll_version (poll_id, version, question, options) VALUES (${ended}, 1, 'What?', '[]');
    INSERT INTO poll_record (poll_id, version, digest) VALUES (${ended}, 1, 'a digest');
    INSERT INTO profile_removal (decision_id, member_id, name) VALUES (${decisionId}, ${one}, 'A name');
    INSERT INTO second_opinion_comment (article_id, place, comment_id) SELECT article_id, 1, id FROM comment ORDER BY id LIMIT 1;
    INSERT INTO side_reply (poll_id, side, member_id, source, html) VALUES (${ended}, 'approach', ${one}, 'So be it.', '<p>So be it.</p>');`),
);

let files = 0;
async function exported(url: string, addresses = false): Promise<string> {
  const file = join(folder, `${files++}.jsonl`);
  await writeExport(url, file, { version: VERSION, addresses });
  return file;
}
const text = (file: string) => readFileSync(file, "utf8");
const rowsOf = async <Row extends object>(url: string, sql: string): Promise<Row[]> =>
  asOwner(url, async (client) => (await client.query<Row>(sql)).rows);

test("every table is exported or left out for a reason, and every column of those that are exported", async () => {
  const columns = await rowsOf<{ table: string; column: string; nullable: boolean }>(
    site,
    `SELECT relname AS table, attname AS column, NOT attnotnull AS nullable FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE attnum > 0 AND NOT attisdropped AND relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  const kinds = Object.values(KINDS);
  expect([...kinds.map(({ table }) => table), ...Object.keys(LEFT_OUT)].sort()).toEqual(
    [...new Set(columns.map(({ table }) => table))].sort(),
  );
  for (const { table, fields, without = [] } of kinds) {
    const here = columns.filter((one) => one.table === table);
    const said = Object.keys(fields).map(columnOf);
    expect([...said, ...without].sort()).toEqual(here.map(({ column }) => column).sort());
    for (const [name, field] of Object.entries(fields))
      expect([table, name, field.endsWith("?")]).toEqual([
        table,
        name,
        here.find(({ column }) => column === columnOf(name))?.nullable,
      ]);
  }
});

test("the schema that is published is the one that lines are held to, and the guide names every type and every table left out", () => {
  expect(JSON.parse(text("docs/export.schema.json"))).toEqual(JSON.parse(JSON.stringify(lineSchema())));
  const guide = text("docs/EXPORT.md");
  for (const name of [...Object.keys(KINDS), ...Object.keys(LEFT_OUT)])
    expect(guide).toContain(`\`${name}\``);
});

test("there is a line of every type, each as the published schema says, in a file that nobody else can read", async () => {
  const file = await exported(site);
  expect(statSync(file).mode & 0o077).toBe(0);
  const ajv = new Ajv2020({ strict: false, discriminator: false });
  addFormats(ajv);
  ajv.addFormat("base64", true);
  const holds = ajv.compile(JSON.parse(text("docs/export.schema.json")) as object);
  const types = new Set<string>();
  for (const line of text(file).trimEnd().split("\n")) {
    const value = JSON.parse(line) as { type: string };
    types.add(value.type);
    expect(holds(value) || [line, ajv.errorsText(holds.errors)]).toBe(true);
  }
  expect([...types].sort()).toEqual(["site", "end", ...Object.keys(KINDS)].sort());
});

/** Where what is refused leaves nothing, and then a whole file is imported. */
const empty = await anEmptyDatabase(server, "imported");
await migrate(empty);

const spoilt: Record<string, [(text: string) => string, RegExp]> = {
  "was cut short": [(all) => all.slice(0, all.lastIndexOf("\n", all.length - 2) + 1), /cut short/],
  "lost a line": [
    (all) => all.replace(/\n\{"type":"reaction"[^\n]*/, ""),
    /Line \d+: there are \d+ lines before it/,
  ],
  "has a field that is none": [
    (all) => all.replace('"type":"comment",', '"type":"comment","votes":3,'),
    /Line \d+ \(comment\): .*votes/,
  ],
  "has a type that is none": [
    (all) => all.replace('"type":"comment"', '"type":"vote"'),
    /Line \d+: there is no type “vote”/,
  ],
  "names whom it has not": [
    (all) =>
      all
        .replace(/\n\{"type":"member"[^\n]*/, "")
        .replace(/"lines":(\d+)/, (_, n) => `"lines":${Number(n) - 1}`),
    /names what is not there/,
  ],
  "is another file": [() => "# Moot\n", /first line is not of type site/],
};

test.each(Object.entries(spoilt))(
  "an export that %s is refused by line, and nothing of it stays",
  async (_, [spoil, sentence]) => {
    const bad = join(folder, "bad.jsonl");
    writeFileSync(bad, spoil(text(await exported(site))));
    await expect(importSite(empty, bad, VERSION, quietly)).rejects.toThrow(sentence);
    expect(await rowsOf(empty, "SELECT id FROM member UNION ALL SELECT id FROM article")).toEqual([]);
  },
);

test("export, import, export: the same bytes, sound by every invariant, and the site goes on from there", async () => {
  const file = await exported(site, true);
  expect(await importSite(empty, file, VERSION, quietly)).toBe("imported");
  expect(text(await exported(empty, true))).toBe(text(file));
  const derived = `SELECT c.id, reply_count, thread_count, respect, unconvinced, best, changed_minds FROM comment c
    WHERE EXISTS (SELECT FROM poll p WHERE p.article_id = c.article_id AND p.closes_at < now()) ORDER BY 1`;
  expect(await rowsOf(empty, derived)).toEqual(await rowsOf(site, derived));
  const counts =
    "SELECT t.* FROM published_tally t JOIN poll p ON p.id = poll_id AND p.closes_at < now() ORDER BY 1, 2";
  const ours = await rowsOf(site, counts);
  expect(ours.length).toBeGreaterThan(0);
  expect(await rowsOf(empty, counts)).toEqual(ours);
  // Once more changes nothing, and says so; after somebody came, it is refused.
  expect(await importSite(empty, file, VERSION, quietly)).toBe("there");
  await asOwner(empty, (client) =>
    client.query("INSERT INTO member (handle, name) VALUES ('late-comer', 'Late')"),
  );
  await expect(importSite(empty, file, VERSION, quietly)).rejects.toThrow(
    /people or articles already.*line \d+/,
  );
});

/** What texts people write may hold, and what looks like the end of a line to somebody. */
const words = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    "\\",
    '"',
    "\\n",
    "a\nb",
    "\r\n",
    "\u2028\u2029",
    "\\u0041",
    "\u{1F469}\u200D\u{1F52C}",
    "\t",
    "\\.",
    "'",
    "$1",
  ),
);

test("whatever is written in it, comes back to the letter", { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(words, { minLength: 6, maxLength: 6 }),
      fc.double({ noNaN: true, min: -1, max: 1 }),
      async (said, number) => {
        const storable = said.map((one) => one.replaceAll("\0", "") || "x");
        const json = JSON.stringify({
          [storable[0] ?? "x"]: [storable[1], number, null, { a: storable[2] }],
        });
        await asOwner(site, async (client) => {
          await client.query(
            "UPDATE member SET bio = $1, name = $2 WHERE id = (SELECT min(id::text)::uuid FROM member)",
            storable.slice(0, 2),
          );
          await client.query(
            "UPDATE article_revision SET source = $1, tags = $2, asked = $3::jsonb WHERE number = 1",
            [storable[3], storable.slice(4), json],
          );
          await client.query(
            "UPDATE comment SET bridging = $1 WHERE id = (SELECT min(id::text)::uuid FROM comment)",
            [number],
          );
        });
        const file = await exported(site);
        const other = await anEmptyDatabase(server, "imported_words");
        await importSite(other, file, VERSION, quietly);
        expect(text(await exported(other))).toBe(text(file));
      },
    ),
    { numRuns: effort(1, 8) },
  );
});

test("who voted, guessed or told what makes no difference to it, and no secret is in it", async () => {
  const before = text(await exported(site));
  const secrets = await rowsOf<{ secret: string }>(
    site,
    `SELECT email AS secret FROM member WHERE email IS NOT NULL UNION SELECT password_hash FROM member WHERE password_hash IS NOT NULL
     UNION SELECT encode(token_hash, 'hex') FROM session`,
  );
  expect(secrets.length).toBeGreaterThan(3);
  for (const { secret } of secrets) expect(before).not.toContain(secret);
  await asOwner(site, async (client) => {
    await client.query("BEGIN");
    // The ballot box turned over: everybody's choice is another's.
    await client.query("ALTER TABLE vote DISABLE TRIGGER USER");
    await client.query(`UPDATE vote v SET option_key = o.other FROM (
      SELECT poll_id, key, coalesce(lead(key) OVER w, first_value(key) OVER w) AS other FROM poll_option WINDOW w AS (PARTITION BY poll_id ORDER BY key)) o
      WHERE o.poll_id = v.poll_id AND o.key = v.option_key`);
    await client.query("UPDATE reaction_side SET option_key = NULL");
    await client.query("UPDATE poll_guess SET share = 1 - share");
    for (const table of ["vote_change", "mind_change", "tally_move", "poll_pass"])
      await client.query(`DELETE FROM ${table}`);
    await client.query(
      "UPDATE published_tally t SET votes = votes + 7 FROM poll p WHERE p.id = t.poll_id AND (p.closes_at IS NULL OR p.closes_at > now())",
    );
    await client.query("ALTER TABLE vote ENABLE TRIGGER USER");
    await client.query("COMMIT");
  });
  expect(text(await exported(site))).toBe(before);
});

import "server-only";

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { beginArticles } from "./articles";
import { layOut, type LaidOut, type Pooled, type Quota } from "./comment-layout";
import { planOf, type PlannedArticle, type SiteSize } from "./plan";
import { refuseProduction } from "./production-guard";
import { KNOW_WORDS, STAGING, STEPS, triggers } from "./statements";
import { poolOf } from "./texts";
import { theCast } from "@/domain/comments/seed/commands";
import { currentRules } from "@/domain/moderation/rules/queries";
import { publishAtOnce } from "@/domain/polls/seed/publish-at-once";
import { fillSome } from "@/domain/search/fill";
import { seededRandom, type Random } from "@/domain/polls/statistics/random";
import * as t from "#messages/cli";
import * as checks from "#messages/house-rules";
import { say } from "@/messages/say";

type Tell = (line: string) => void;

/** A row that another holds is free again within this. Milliseconds. */
const NEXT_TRY = 50;

/** Votes are given so many at once, by the triggers that keep the tally, which touch one row again and again. */
const VOTES_AT_ONCE = 50;
/** Members of the cast who moderate. */
const STAFF = 5;

/**
 * Fills a site with a year of articles, comments and decisions by an invented cast. Rows go in with their counts already right, as they would
 * be had each been posted and decided about by itself; all comments in one transaction, during which nobody else can write any.
 * @param named the database that the operator says it may be done to
 * @throws NotAllowed, Conflict with a sentence, and nothing is done
 */
export async function seedSite(
  size: SiteSize,
  named: string | undefined,
  ownerUrl: string,
  tell: Tell,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await refuseProduction(client, named);
    // A statement about a million rows takes minutes.
    await client.query("SET statement_timeout = 0; SET synchronous_commit = off");
    await indexWhatIsThere();
    const plan = planOf(size);
    const members = await theCast(client, size.members);
    await client.query("UPDATE member SET role = 'moderator' WHERE id = ANY($1)", [members.slice(0, STAFF)]);
    tell(say(t.membersJoined, { members: members.length }));
    const articles = await beginArticles(plan, tell);
    await vote(client, plan, articles, members);
    tell(t.votesCast);
    await currentRules();
    await client.query("BEGIN");
    await client.query(`${triggers("DISABLE")};${STAGING}`);
    await writeComments(client, size, { plan, articles, members }, tell);
    await client.query(triggers("ENABLE"));
    await client.query("COMMIT");
    await client.query("ANALYZE");
    await client.query(
      "SELECT gin_clean_pending_list('search_entry_words'), gin_clean_pending_list('search_hidden_words')",
    );
  } finally {
    await client.end();
  }
}

/** From then on whatever is written is found at once, and nobody has to go through a million comments for it again. */
async function indexWhatIsThere(): Promise<void> {
  for (;;) {
    const came = await fillSome();
    if (came === "done") return;
    if (came === "held") await pause(NEXT_TRY);
  }
}

type People = { plan: readonly PlannedArticle[]; articles: readonly string[]; members: readonly string[] };

/** Some polls have ended an hour ago. */
async function vote(
  client: pg.Client,
  plan: People["plan"],
  articles: People["articles"],
  members: string[],
): Promise<void> {
  for (const { nth, votes, poll } of plan) {
    if (poll === "none") continue;
    const { rows } = await client.query<{ id: string }>(
      "UPDATE poll SET opens_at = a.published_at FROM article a WHERE a.id = article_id AND a.id = $1 RETURNING poll.id",
      [articles[nth]],
    );
    const id = rows[0]?.id ?? "";
    for (let from = 0; from < votes; from += VOTES_AT_ONCE)
      await client.query(
        `INSERT INTO vote (poll_id, member_id, option_key, consent)
         SELECT $1, who, CASE WHEN nth % 9 = 0 THEN 'unsure' WHEN nth % 3 = 0 THEN 'complementary' ELSE 'approach' END, 1
         FROM unnest($2::uuid[]) WITH ORDINALITY v (who, nth) ON CONFLICT DO NOTHING`,
        [id, members.slice(from, Math.min(from + VOTES_AT_ONCE, votes))],
      );
    await publishAtOnce(client, id);
    if (poll === "closed")
      await client.query("UPDATE poll SET closes_at = now() - interval '1 hour' WHERE id = $1", [id]);
  }
}

async function writeComments(client: pg.Client, size: SiteSize, people: People, tell: Tell): Promise<void> {
  const random = seededRandom(size.seed);
  await copy(client, "seeded_member (nth, id)", lines(people.members.map((id, nth) => [nth, id])));
  const pooled = await fillPool(client, size.comments, random, people.members.length);
  const { rows } = await client.query<{ now: number }>(
    "SELECT floor(extract(epoch FROM now()) * 1000)::float8 AS now",
  );
  await copy(client, "seeded", lines(all(people, size, pooled, rows[0]?.now ?? 0, random)));
  await client.query("CREATE INDEX ON seeded (id); ANALYZE seeded, seeded_text, seeded_member");
  tell(t.commentsLaidOut);
  const why = say(checks.fewerThanOfThisMembersComments, { holdNewcomersUntil: 1 });
  for (const [done, statement] of STEPS) {
    await client.query(statement, statement.includes("$1") ? [why] : []);
    tell(done);
  }
}

/** @returns the texts that are left, by their place in the list */
async function fillPool(
  client: pg.Client,
  comments: number,
  random: Random,
  members: number,
): Promise<Pooled> {
  const { bodies, places } = poolOf(comments, random);
  const texts = [...bodies, ...places].map(({ source, html }, nth) => [nth, source, html]);
  await copy(client, "seeded_text (nth, source, html)", lines(texts));
  for (const statement of KNOW_WORDS) await client.query(statement);
  const { rows } = await client.query<{ nth: number }>("SELECT nth FROM seeded_text ORDER BY nth");
  const left = rows.map(({ nth }) => nth);
  return {
    bodies: left.filter((nth) => nth < bodies.length),
    places: left.filter((nth) => nth >= bodies.length),
    members,
  };
}

type Value = string | number | null;

function* all(
  { plan, articles }: People,
  size: SiteSize,
  pooled: Pooled,
  now: number,
  random: Random,
): Generator<Value[]> {
  const quota: Quota = { comments: size.comments, held: size.held, decided: size.decisions };
  for (const one of plan)
    for (const row of layOut(one, articles[one.nth] ?? "", quota, pooled, now, random)) yield columnsOf(row);
}

const columnsOf = (row: LaidOut): Value[] => [
  row.id,
  row.article,
  row.parent,
  row.root,
  row.depth,
  row.author,
  row.body,
  row.place,
  row.state,
  row.decided,
  row.posted,
  row.replies,
  row.thread,
  `{${row.respect.join(",")}}`,
  `{${row.unconvinced.join(",")}}`,
];

/** Lines that are given to PostgreSQL at once. */
const LINES_AT_ONCE = 1_000;

/** As COPY reads them. */
function* lines(rows: Iterable<readonly Value[]>): Generator<string> {
  let some: string[] = [];
  for (const row of rows) {
    some.push(`${row.map(written).join("\t")}\n`);
    if (some.length < LINES_AT_ONCE) continue;
    yield some.join("");
    some = [];
  }
  yield some.join("");
}

const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const written = (value: Value): string =>
  value === null ? "\\N" : String(value).replace(/[\\\n\r\t]/g, (sign) => ESCAPED[sign] ?? sign);

async function copy(client: pg.Client, into: string, rows: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(rows), client.query(copyFrom(`COPY ${into} FROM STDIN`)));
}

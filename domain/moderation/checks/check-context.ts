import "server-only";

import {
  hoursAgo,
  HOT_COUNTED,
  LATEST_SEEN,
  NEW_HOURS,
  NEWCOMERS_SEEN,
  OWN_SEEN,
  SEEN_CHARACTERS,
  type Earlier,
  type Submission,
  type CheckContext,
} from "./check";
import { watchedWordFinder } from "./words/queries";
import { readSettings, type Settings } from "@/domain/moderation/settings/settings";
import { readRaid } from "@/domain/moderation/raid/raid";
import { columnArrays, rowsFromColumns, type Columns } from "@/platform/columns";
import { type Database, literalNumber, Prisma, query } from "@/platform/database";
import { env } from "@/platform/env";

/** What the database knows around a text, as it comes. Times are milliseconds since 1970. */
export type ContextRow = {
  now: number;
  settings: unknown;
  raid: unknown;
  words: number | null;
  watched: boolean;
  own: Columns<EarlierRow>;
  /** Null, as the next, for whoever has been here for longer than a day. */
  newcomers: Columns<EarlierRow> | null;
  hour: number | null;
  staff: string[] | null;
};

type EarlierRow = Pick<Earlier, "id" | "text" | "end" | "length" | "state"> & {
  article: string;
  author: string | null;
  at: number;
};

/** Everything the checks may know, in one round trip; every part of it is bounded. */
export async function gatherContext(
  tx: Database,
  submission: Submission,
  known?: ContextRow,
): Promise<CheckContext> {
  const { article, author, text, editing, paced = true } = submission;
  const around = known ?? (await readContext(submission));
  return {
    text,
    article: { id: article.id, premoderated: article.moderation === "pre", slowSeconds: article.slowSeconds },
    author,
    editing: editing ?? null,
    paced,
    authorIsWatched: around.watched,
    own: earlier(around.own),
    newcomers: around.newcomers ? earlier(around.newcomers) : [],
    articleLastHour: around.hour ?? 0,
    staff: around.staff ?? [],
    words: await watchedWordFinder(tx, around.words),
    settings: withLimits(readSettings(around.settings)),
    raid: readRaid(around.raid, new Date(around.now)),
    now: new Date(around.now),
  };
}

async function readContext({ article, author }: Submission): Promise<ContextRow> {
  const [row] = await query<{ around: ContextRow }>(
    Prisma.sql`SELECT ${contextColumn(Prisma.sql`${article.id}::uuid`, author)} AS around`,
  );
  if (!row) throw new Error("A query without a table has one row.");
  return row.around;
}

/** A `ContextRow` as SQL, for a query that asks for more than this. `article` is its id. */
export const contextColumn = (article: Prisma.Sql, author: Submission["author"]): Prisma.Sql => Prisma.sql`
  json_build_object('now', (date_part('epoch', now()) * 1000)::bigint,
    'settings', (SELECT value FROM site_setting WHERE key = 'moderation'),
    'raid', (SELECT value FROM site_setting WHERE key = 'raid'),
    'words', (SELECT max(version) FROM word_list),
    'watched', EXISTS (SELECT FROM sanction WHERE member_id = ${author.id}::uuid AND kind = 'watch' AND lifted_at IS NULL
      AND (until IS NULL OR until > now())),
    'own', (SELECT ${earlierColumns} FROM (
      SELECT * FROM comment WHERE author_id = ${author.id}::uuid ORDER BY id DESC LIMIT ${literalNumber(OWN_SEEN)}) c),
    'staff', (SELECT jsonb_agg(m.name) || jsonb_agg(m.handle) FROM member m WHERE m.role <> 'reader' AND ${author.role} = 'reader'),
    ${isNew(author.joinedAt) ? aroundNewcomers(article) : Prisma.sql`'newcomers', NULL, 'hour', NULL`})`;

const aroundNewcomers = (article: Prisma.Sql): Prisma.Sql => Prisma.sql`
    'newcomers', (SELECT ${earlierColumns} FROM (
      SELECT c.* FROM (SELECT * FROM comment WHERE id > (SELECT uuid_v7(now() - interval '1 hour')) ORDER BY id DESC LIMIT ${literalNumber(LATEST_SEEN)}) c
      JOIN member m ON m.id = c.author_id AND m.joined_at > now() - make_interval(hours => ${literalNumber(NEW_HOURS)})
      ORDER BY c.id DESC LIMIT ${literalNumber(NEWCOMERS_SEEN)}) c),
    'hour', (SELECT count(*)::int FROM (SELECT FROM comment h WHERE h.article_id = ${article} AND h.listed
      AND h.id > (SELECT uuid_v7(now() - interval '1 hour')) LIMIT ${literalNumber(HOT_COUNTED)}) c)`;

const earlierColumns = columnArrays({
  id: "c.id",
  article: "c.article_id",
  author: "c.author_id",
  text: `left(c.source, ${SEEN_CHARACTERS})`,
  end: `right(c.source, ${SEEN_CHARACTERS})`,
  length: "char_length(c.source)",
  state: "c.state",
  at: "(date_part('epoch', c.posted_at) * 1000)::bigint",
});

const earlier = (columns: Columns<EarlierRow>): Earlier[] =>
  rowsFromColumns(columns).map(({ article, author, at, ...row }) => ({
    ...row,
    articleId: article,
    authorId: author,
    at: new Date(at),
  }));

/** Old hands are never looked up by what newcomers do; a statement that could is slower to begin, asked or not. */
const isNew = (joinedAt: Date): boolean => joinedAt.getTime() > hoursAgo(new Date(), NEW_HOURS);

/** A benchmark measures how fast a site can be, not how patient it is with one account. */
const withLimits = (settings: Settings): Settings =>
  env.limits ? settings : { ...settings, off: [...settings.off, "flood", "slow", "repeated"] };

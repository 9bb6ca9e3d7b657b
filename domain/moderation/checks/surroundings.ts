import "server-only";

import { z } from "zod";
import {
  HOT_COUNTED,
  NEWCOMERS_SEEN,
  OWN_SEEN,
  SEEN_CHARACTERS,
  type Earlier,
  type Submission,
  type Writing,
} from "@/domain/moderation/checks/check";
import { watchedWordFinder } from "@/domain/moderation/checks/words/queries";
import { readSettings, type Settings } from "@/domain/moderation/settings/settings";
import { Prisma, rowsOf, type Database } from "@/platform/database";
import { env } from "@/platform/env";

const EarlierRow = z
  .object({
    id: z.string(),
    article_id: z.string(),
    author_id: z.string().nullable(),
    text: z.string(),
    length: z.number(),
    state: z.enum(["visible", "held", "rejected", "withdrawn"]),
    posted_at: z.coerce.date(),
  })
  .transform((row): Earlier => ({
    ...row,
    articleId: row.article_id,
    authorId: row.author_id,
    at: row.posted_at,
  }));

const Row = z.object({
  now: z.date(),
  settings: z.unknown(),
  words: z.number().nullable(),
  watched: z.boolean(),
  own: z.array(EarlierRow).nullable(),
  newcomers: z.array(EarlierRow).nullable(),
  hour: z.number(),
  staff: z.array(z.string()).nullable(),
});

/** Everything the checks may know, in one round trip; every part of it is bounded. */
export async function surroundings(
  tx: Database,
  { article, author, text, editing }: Submission,
): Promise<Writing> {
  const [row] = await rowsOf<object>(Prisma.sql`
    SELECT now() AS now,
      (SELECT value FROM site_setting WHERE key = 'moderation') AS settings,
      (SELECT max(version) FROM word_list) AS words,
      EXISTS (SELECT FROM sanction WHERE member_id = ${author.id}::uuid AND kind = 'watch' AND lifted_at IS NULL
        AND (until IS NULL OR until > now())) AS watched,
      (SELECT json_agg(c) FROM (
        SELECT id, article_id, author_id, left(source, ${SEEN_CHARACTERS}) AS text, char_length(source) AS length, state, posted_at
        FROM comment WHERE author_id = ${author.id}::uuid ORDER BY id DESC LIMIT ${OWN_SEEN}) c) AS own,
      (SELECT json_agg(c) FROM (
        SELECT c.id, c.article_id, c.author_id, left(c.source, ${SEEN_CHARACTERS}) AS text, char_length(c.source) AS length, c.state, c.posted_at
        FROM (SELECT * FROM comment WHERE id > (SELECT uuid_v7(now() - interval '1 hour')) ORDER BY id DESC LIMIT 200) c
        JOIN member m ON m.id = c.author_id AND m.joined_at > now() - interval '1 day'
        ORDER BY c.id DESC LIMIT ${NEWCOMERS_SEEN}) c
        WHERE ${isNew(author.joinedAt)}) AS newcomers,
      (SELECT count(*)::int FROM (SELECT FROM comment WHERE article_id = ${article.id}::uuid AND listed
        AND id > (SELECT uuid_v7(now() - interval '1 hour')) LIMIT ${HOT_COUNTED}) c WHERE ${isNew(author.joinedAt)}) AS hour,
      (SELECT jsonb_agg(m.name) || jsonb_agg(m.handle) FROM member m WHERE m.role <> 'reader' AND ${author.role} = 'reader') AS staff`);
  const { own, newcomers, staff, ...known } = Row.parse(row);
  return {
    text,
    article: { id: article.id, premoderated: article.moderation === "pre", slowSeconds: article.slowSeconds },
    author,
    editing: editing ?? null,
    authorIsWatched: known.watched,
    own: own ?? [],
    newcomers: newcomers ?? [],
    articleLastHour: known.hour,
    staff: staff ?? [],
    words: await watchedWordFinder(tx, known.words),
    settings: withLimits(readSettings(known.settings)),
    now: known.now,
  };
}

const DAY = 86_400_000;
/** Old hands are never looked up by what newcomers do. */
const isNew = (joinedAt: Date): boolean => Date.now() - joinedAt.getTime() < DAY;

/** A benchmark measures how fast a site can be, not how patient it is with one account. */
const withLimits = (settings: Settings): Settings =>
  env.limits ? settings : { ...settings, off: [...settings.off, "flood", "slow", "repeated"] };

import "server-only";

import { createHash } from "node:crypto";
import { articleBySlug } from "@/domain/articles/queries";
import { debateOf } from "@/domain/polls/debate/queries";
import type { Debate } from "@/domain/polls/debate/debate";
import { pollAt } from "@/domain/polls/queries";
import {
  caveatsOf,
  type ArguedPassage,
  type DebateRecord,
  type Moderation,
  type Reply,
  type Version,
} from "./record";
import type { Article } from "@/domain/articles/article";
import { articleText, headOfBlock } from "@/domain/passages/article-text";
import { EARLIER } from "@/domain/passages/passage";
import { fromStore } from "@/domain/prose/safe-html";
import { database } from "@/platform/database";

/** The record of the article's debate as anybody may read it, and its version; null without an article or a poll. */
export async function recordOf(slug: string): Promise<{ record: DebateRecord; version: Version } | null> {
  const article = await articleBySlug(slug);
  const view = article && (await debateOf(article, null));
  if (!article || !view) return null;
  const { id, now } = await pollAt(slug, null);
  const [replies, moderation, newest] = await Promise.all([
    repliesIn(id),
    moderationOf(article.id),
    database().pollRecord.findFirst({ where: { pollId: id }, orderBy: { version: "desc" } }),
  ]);
  const record: DebateRecord = {
    article: {
      slug: article.slug,
      title: article.title,
      author: article.author,
      revision: article.revision,
      publishedAt: article.publishedAt.toISOString(),
    },
    ...view,
    minority: view.debate && minorityOf(view.debate),
    replies,
    passages: passagesOf(article),
    moderation,
    caveats: caveatsOf(view.poll),
  };
  return { record, version: versionOf(view.poll.state === "closed" ? newest : null, now) };
}

/** Of what the record says, in an order that does not change by the hour. */
export function digestOf(record: DebateRecord): string {
  const debate = record.debate && {
    ...record.debate,
    cases: [...record.debate.cases].sort((one, other) => (one.side < other.side ? -1 : 1)),
  };
  return createHash("sha256")
    .update(JSON.stringify({ ...record, debate }))
    .digest("hex");
}

const versionOf = (newest: { version: number; at: Date; digest: string } | null, now: Date): Version =>
  newest
    ? { number: newest.version, draft: false, at: newest.at.toISOString(), digest: newest.digest }
    : { number: 0, draft: true, at: now.toISOString(), digest: null };

function minorityOf({ cases, results }: Debate): DebateRecord["minority"] {
  const votes = new Map(results.options.map((option) => [option.key, option.votes]));
  const [least] = [...cases].sort((one, other) => (votes.get(one.side) ?? 0) - (votes.get(other.side) ?? 0));
  return least?.comment ? { side: least.side, commentId: least.comment.id } : null;
}

/** Paragraphs in the record at most: what is argued about most. */
const PASSAGES_MOST = 100;
/** Enough of a paragraph to know it by. Code points. */
const HEAD = 120;

function passagesOf({ html, passages }: Article): ArguedPassage[] {
  const most = passages
    .filter(({ block }) => block !== EARLIER)
    .sort((one, other) => other.comments - one.comments || one.block - other.block)
    .slice(0, PASSAGES_MOST);
  const text = articleText(html);
  return most
    .sort((one, other) => one.block - other.block)
    .map(({ block, ...counted }) => ({ block, words: headOfBlock(text, block, HEAD), ...counted }));
}

async function repliesIn(pollId: string): Promise<Reply[]> {
  const rows = await database().$queryRaw<{ side: string; html: string; handle: string; name: string }[]>`
    SELECT r.side, r.html, m.handle, m.name FROM side_reply r JOIN member m ON m.id = r.member_id AND m.hidden_at IS NULL
    WHERE r.poll_id = ${pollId}::uuid AND r.state = 'visible' ORDER BY r.side`;
  return rows.map(({ side, html, handle, name }) => ({
    side,
    html: fromStore(html),
    author: { handle, name },
  }));
}

async function moderationOf(articleId: string): Promise<Moderation> {
  const [counted] = await database().$queryRaw<Moderation[]>`
    SELECT
      (SELECT sum(visible)::int FROM article_count WHERE article_id = ${articleId}::uuid) AS readable,
      (SELECT count(*)::int FROM comment WHERE article_id = ${articleId}::uuid AND state = 'rejected') AS "removedByModerators",
      (SELECT count(*)::int FROM comment WHERE article_id = ${articleId}::uuid AND state = 'withdrawn') AS "withdrawnByAuthors",
      (SELECT count(*)::int FROM decision d WHERE d.article_id = ${articleId}::uuid) AS decisions`;
  return counted ?? { readable: 0, removedByModerators: 0, withdrawnByAuthors: 0, decisions: 0 };
}

import "server-only";

import { record } from "@/domain/events/record";
import type { TextProblem } from "@/domain/prose/problems";
import { Prisma, transaction, type Database } from "@/platform/database";
import { authorize, Unacceptable } from "@/platform/refusal";
import { syncPoll } from "./sync-poll";
import { readArticleFile, type ArticleFile } from "./file";
import { mayPublish, operator, type Publisher } from "./policy";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

export type Published = { slug: string; title: string; revision: number; words: number };

/**
 * Publishes an article's file: a new slug becomes an article with its first revision and its poll, a known one gets
 * another revision. All of it in one transaction, so a file that is refused has changed nothing.
 * @throws Unacceptable naming the first line that is wrong (all of them in its fields), or a poll that must stay
 * @throws NotAllowed unless `by` is an editor, or the operator
 */
export async function publish(text: string, by: Publisher): Promise<Published> {
  authorize(mayPublish(by), by === operator ? null : by, t.onlyEditorsPublishArticles);
  const { file, problems } = readArticleFile(text);
  if (!file) throw new Unacceptable(problems.map(inWords).join("\n"), byLine(problems));
  return transaction(async (tx) => {
    const article = await findOrBegin(tx, file);
    await addRevision(tx, article, file);
    await syncPoll(tx, article.id, file.front.poll);
    await record(tx, "article.published", { articleId: article.id, subjectId: article.id });
    const { slug, title } = file.front;
    return { slug, title, revision: article.revision, words: file.body.words };
  });
}

const inWords = ({ line, reason }: TextProblem) => say(t.lineReason, { line, reason });

const byLine = (problems: TextProblem[]) =>
  Object.fromEntries(problems.map(({ line, reason }) => [say(t.inLine, { line }), reason]));

type Numbered = { id: string; revision: number };

/** The article of that slug with its next revision's number; two who publish it at once take turns. */
async function findOrBegin(tx: Database, { front }: ArticleFile): Promise<Numbered> {
  const [article] = await tx.$queryRaw<Numbered[]>`
    INSERT INTO article AS a (slug, published_at, revision) VALUES (${front.slug}, ${front.date}, 1)
    ON CONFLICT (slug) DO UPDATE SET revision = a.revision + 1, published_at = excluded.published_at
    RETURNING id, revision`;
  if (!article) throw new Error("An upsert gave no row back.");
  return article;
}

async function addRevision(tx: Database, { id, revision }: Numbered, { front, source, body }: ArticleFile) {
  await tx.articleRevision.create({
    data: {
      articleId: id,
      number: revision,
      title: front.title,
      standfirst: front.standfirst,
      author: front.author,
      tags: front.tags,
      callToAction: front.callToAction ?? Prisma.DbNull,
      source,
      html: body.html,
      words: body.words,
    },
  });
}

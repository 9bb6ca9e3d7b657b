import { randomBytes } from "node:crypto";
import { listArticle } from "@/domain/articles/listings";
import type { CommentState } from "@/domain/comments/comment";
import type { SeenComment } from "@/domain/moderation/decisions/schema";
import { lastDecisions } from "@/domain/moderation/decisions/queries";
import { OUTCOME_TOLD_AFTER } from "@/domain/inbox/notice";
import { database } from "@/platform/database";
import { asOwner } from "./voters";

/** Rows for tests of the moderation desk, written directly: there it is the desk that is tested, not the way in. */
export async function aPlainArticle(different: { moderation?: "post" | "pre"; slowSeconds?: number } = {}) {
  const slug = `article-${randomBytes(6).toString("hex")}`;
  const revision = {
    number: 1,
    title: "A question",
    standfirst: "",
    author: "Eve",
    source: "",
    html: "",
    words: 0,
  };
  const article = await database().article.create({
    data: { slug, publishedAt: new Date(), revisions: { create: revision }, ...different },
  });
  await listArticle(database(), article.id);
  return article;
}

type PlainComment = {
  text?: string;
  state?: CommentState;
  parent?: { id: string; rootId: string | null; depth: number };
};

export async function aPlainComment(
  article: { id: string },
  author: { id: string },
  { text = "A thought.", state = "visible", parent }: PlainComment = {},
) {
  const words = { source: text, html: `<p>${text}</p>` };
  return database().comment.create({
    data: {
      articleId: article.id,
      articleRevision: 1,
      authorId: author.id,
      ...words,
      state,
      listed: state === "visible",
      parentId: parent?.id,
      rootId: parent ? (parent.rootId ?? parent.id) : null,
      depth: parent ? parent.depth + 1 : 0,
      revisions: { create: { number: 1, ...words } },
    },
  });
}

/** Comments as a moderator who looks at them now would see them. */
export async function seenNow(...comments: { id: string }[]): Promise<SeenComment[]> {
  const ids = comments.map(({ id }) => id);
  const rows = await database().comment.findMany({ where: { id: { in: ids } } });
  const last = await lastDecisions(database(), ids);
  return rows.map(({ id, revision }) => ({ comment: id, revision, seen: last.get(id)?.id }));
}

/** Outcomes of reports are told after a while: this is after it. */
export const onceOutcomesAreTold = () =>
  asOwner("UPDATE notice SET at = at - make_interval(mins => $1) WHERE kind = 'report-outcome'", [
    OUTCOME_TOLD_AFTER,
  ]);

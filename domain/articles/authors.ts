import "server-only";

import type { Database } from "@/platform/database";
import { Prisma } from "@/platform/database";
import { handleAsked, type ArticleAuthor } from "./author";

/** As a revision keeps it. */
export type NamedAuthor = ArticleAuthor & { memberId: string | null };

/** Finds whom an editor asked for: members by their usernames, with the names they have now. @returns everyone, and which of them are no member that is here */
export async function findAuthors(
  tx: Database,
  asked: readonly string[],
): Promise<{ authors: NamedAuthor[]; unknown: string[] }> {
  const handles = asked.flatMap((words) => handleAsked(words) ?? []);
  const members =
    handles.length === 0
      ? []
      : await tx.member.findMany({
          where: { handle: { in: handles }, hiddenAt: null },
          select: { id: true, handle: true, name: true },
        });
  const memberNamed = (words: string) => members.find(({ handle }) => handle === handleAsked(words));
  return {
    authors: asked.map((words) => {
      const member = memberNamed(words);
      return member
        ? { name: member.name, handle: member.handle, memberId: member.id }
        : { name: words, handle: null, memberId: null };
    }),
    unknown: asked.filter((words) => handleAsked(words) !== null && !memberNamed(words)),
  };
}

/** What a revision says of its authors, when it is read by Prisma. */
export const WITH_AUTHORS = {
  authors: {
    orderBy: { position: "asc" },
    select: {
      name: true,
      memberId: true,
      member: { select: { handle: true, hiddenAt: true } },
    },
  },
} as const;

type Row = {
  author: string;
  authors: {
    name: string;
    memberId: string | null;
    member: { handle: string; hiddenAt: Date | null } | null;
  }[];
};

/** Whom a revision names. Without rows its byline is the name of its one author. */
export const authorsOf = ({ author, authors }: Row): NamedAuthor[] =>
  authors.length === 0
    ? [{ name: author, handle: null, memberId: null }]
    : authors.map(({ name, memberId, member }) => ({
        name,
        memberId,
        handle: member && member.hiddenAt === null ? member.handle : null,
      }));

/** The same in a query of `article a` with its `article_revision r`, as JSON. Of who is hidden the name is left, which leads nowhere. */
export const AUTHORS = Prisma.sql`
  coalesce((SELECT json_agg(json_build_object('name', n.name, 'handle', m.handle) ORDER BY n.position)
    FROM article_author n LEFT JOIN member m ON m.id = n.member_id AND m.hidden_at IS NULL
    WHERE n.article_id = a.id AND n.revision = r.number),
    json_build_array(json_build_object('name', r.author, 'handle', NULL)))`;

/** Keeps whom a revision names. One name alone is its byline, and needs no row. */
export async function nameAuthors(
  tx: Database,
  { id: articleId, revision }: { id: string; revision: number },
  authors: readonly NamedAuthor[],
): Promise<void> {
  if (authors.length === 1 && authors[0]?.memberId === null) return;
  await tx.articleAuthor.createMany({
    data: authors.map(({ name, memberId }, place) => ({
      ...{ articleId, revision, position: place + 1, name, memberId },
    })),
  });
}

/** Adds to those who wrote an article, and keeps the day by which their lists are ordered. */
export async function addWriters(
  tx: Database,
  article: { id: string; publishedAt: Date },
  members: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO article_writer (member_id, article_id, published_at)
    SELECT DISTINCT who, ${article.id}::uuid, ${article.publishedAt}::timestamptz FROM unnest(${[...members]}::uuid[]) who
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    UPDATE article_writer SET published_at = ${article.publishedAt}::timestamptz
    WHERE article_id = ${article.id}::uuid AND published_at <> ${article.publishedAt}::timestamptz`;
}

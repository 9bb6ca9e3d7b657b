import { randomBytes } from "node:crypto";
import { listArticle } from "@/domain/articles/listings";
import type { CommentView } from "@/domain/comments/comment";
import { post } from "@/domain/comments/post";
import type { Member } from "@/domain/members/member";
import type { ResultsShown } from "@/domain/polls/poll";
import { database } from "@/platform/database";
import { asTheOwner } from "./owner";

export type AnArticle = { id: string; slug: string };

/** An article with an address of its own, and nothing in it yet. */
export async function anEmptyArticle({ poll }: { poll?: ResultsShown } = {}): Promise<
  AnArticle & { pollId: string | null }
> {
  const slug = `a-question-${randomBytes(6).toString("hex")}`;
  const article = await database().article.create({
    data: {
      slug,
      publishedAt: new Date(),
      revisions: {
        create: {
          number: 1,
          title: "A question",
          standfirst: "",
          author: "Ada",
          source: "Why?",
          html: "<p>Why?</p>",
          words: 1,
        },
      },
      ...(poll && {
        poll: {
          create: {
            question: "Which?",
            resultsShown: poll,
            options: {
              create: [
                { key: "approach", position: 1, label: "One of approach" },
                { key: "complementary", position: 2, label: "They complement each other" },
              ],
            },
          },
        },
      }),
    },
    include: { poll: true },
  });
  await listArticle(database(), article.id);
  return { id: article.id, slug, pollId: article.poll?.id ?? null };
}

/** Members with a session each, many at once, known here for long: for tests in which one person would write too fast. */
export async function aCrowd(size: number): Promise<Member[]> {
  const name = randomBytes(5).toString("hex");
  const rows = await database().$queryRaw<{ id: string; handle: string; joinedAt: Date }[]>`
    WITH made AS (
      INSERT INTO member (handle, name, approved_count, joined_at)
      SELECT 'crowd-' || ${name} || '-' || n, 'One of many ' || n, 50, now() - interval '1 year' FROM generate_series(1, ${size}::int) n
      RETURNING id, handle, joined_at AS "joinedAt"
    ), session AS (
      INSERT INTO session (token_hash, member_id, expires_at)
      SELECT sha256(convert_to(handle, 'UTF8')), id, now() + interval '1 day' FROM made
    ) SELECT * FROM made`;
  return rows.map((row) => ({
    ...row,
    name: row.handle,
    role: "reader",
    sample: false,
    approvedCount: 50,
    suspension: null,
    sessionToken: row.handle,
  }));
}

let nth = 0;
/** A comment as people post them; its text is unlike any other, so that nobody repeats themselves. */
export const aComment = (
  article: AnArticle,
  author: Member,
  { parent, text }: { parent?: string; text?: string } = {},
): Promise<CommentView> => post(article.slug, { body: text ?? words(), parentId: parent }, author);

const words = () =>
  `Thought ${++nth}: ${randomBytes(24)
    .toString("hex")
    .replace(/[0-9]+/g, " ")}`;

/** A tree of any shape, fast: rows as the triggers count them, with one reaction for every second comment. The same for the same seed. */
export async function aTree(
  article: AnArticle,
  people: Member[],
  { comments, seed }: { comments: number; seed: number },
): Promise<void> {
  const authors = people.map(({ id }) => id);
  const ids: string[] = [];
  for (let nth = 0; nth < comments; nth++) {
    // A simple generator will do: Lehmer's, as in "minimal standard" (Park and Miller 1988).
    const dice = lehmer(seed * 1000 + nth + 1);
    const parent = dice % 4 === 0 || ids.length === 0 ? null : ids[dice % ids.length];
    const [row] = await database().$queryRaw<{ id: string }[]>`
      WITH c AS (
        INSERT INTO comment (article_id, article_revision, parent_id, root_id, depth, author_id, source, html)
        SELECT ${article.id}::uuid, 1, ${parent}::uuid, (SELECT coalesce(root_id, id) FROM comment WHERE id = ${parent}::uuid),
          coalesce((SELECT depth + 1 FROM comment WHERE id = ${parent}::uuid), 0), ${authors[dice % authors.length]}::uuid,
          ${`Words ${nth}`}, ${`<p>Words ${nth}</p>`} RETURNING *
      ), r AS (INSERT INTO comment_revision (comment_id, number, source, html, shown) SELECT id, 1, source, html, true FROM c)
      SELECT id FROM c`;
    if (!row) throw new Error("A tree did not grow.");
    ids.push(row.id);
    if (dice % 2 === 0)
      await asTheOwner().$executeRaw`
        INSERT INTO reaction (comment_id, member_id, kind)
        VALUES (${row.id}::uuid, ${authors[(dice + 1) % authors.length]}::uuid, ${dice % 3 === 0 ? "unconvinced" : "respect"}::reaction_kind)`;
  }
}

const lehmer = (state: number): number => Number((BigInt(state) * 48_271n * 48_271n) % 2_147_483_647n);

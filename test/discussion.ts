import { randomBytes } from "node:crypto";
import type { CommentView } from "@/domain/comments/comment";
import { post } from "@/domain/comments/commands";
import type { Member } from "@/domain/members/member";
import type { ResultsShown } from "@/domain/polls/poll";
import { database } from "@/platform/database";

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
  return { id: article.id, slug, pollId: article.poll?.id ?? null };
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

import type { CommentContext, CommentView } from "@/domain/comments/comment";
import { plainText } from "@/domain/prose/plain";
import { FORMER_MEMBER } from "./labels";
import { commentPath } from "./paths";

type About = Readonly<{
  /** The site's address without a slash at its end, and the article's whole one. */
  site: string;
  article: { title: string; url: string };
}>;

/**
 * A comment as schema.org has it, for search engines: one that begins a thread is a DiscussionForumPosting with its first replies, any
 * other a Comment on what it answers. Who says what in the poll is no part of it, nor is how often somebody reacted.
 * @returns null for a comment that is not there any more
 */
export function commentFacts({ comment, ancestors }: CommentContext, about: About) {
  if (comment.absence !== null || comment.html === "") return null;
  const parent = ancestors.at(-1);
  const replies = comment.replies.items.filter(({ absence, html }) => absence === null && html !== "");
  return {
    ...factsOf(comment, about),
    "@type": parent ? "Comment" : "DiscussionForumPosting",
    ...(parent
      ? { parentItem: { "@type": typeOf(parent), "@id": urlOf(parent, about), url: urlOf(parent, about) } }
      : { headline: about.article.title }),
    isPartOf: { "@type": "Article", "@id": `${about.article.url}#article`, url: about.article.url },
    commentCount: comment.replyCount,
    comment: replies.map((reply) => ({ ...factsOf(reply, about), "@type": "Comment" })),
  };
}

/** So many of an article's comments, and so much of each, stand in the article's own facts. */
const ON_AN_ARTICLE = 5;
const OF_EACH = 300;

/** The first comments of a discussion as schema.org has them. */
export const firstCommentsFacts = (comments: readonly CommentView[], about: About) =>
  comments
    .filter(({ absence, html }) => absence === null && html !== "")
    .slice(0, ON_AN_ARTICLE)
    .map((comment) => ({ ...factsOf(comment, about, OF_EACH), "@type": "Comment" }));

/** @param most code points of its text */
function factsOf(comment: CommentView, about: About, most?: number) {
  const url = urlOf(comment, about);
  const { author } = comment;
  return {
    "@id": url,
    url,
    text: plainText(comment.html, most),
    datePublished: comment.postedAt,
    dateModified: comment.editedAt ?? comment.postedAt,
    // A comment without an author is no comment to search engines.
    author: author
      ? { "@type": "Person", name: author.name, url: `${about.site}/members/${author.handle}` }
      : { "@type": "Person", name: FORMER_MEMBER },
  };
}

const typeOf = ({ parentId }: CommentView): string =>
  parentId === null ? "DiscussionForumPosting" : "Comment";

const urlOf = ({ id }: CommentView, { site }: About): string => site + commentPath(id);

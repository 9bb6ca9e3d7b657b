import { inDiscussion } from "@/components/comments/paths";
import type { DiscussionNews } from "@/domain/following/following";

/** The discussion at the first of what is new. */
export const newsPath = ({ article, first }: DiscussionNews): string =>
  first[0] ? inDiscussion(article.slug, first[0].id) : `/articles/${article.slug}#discussion`;

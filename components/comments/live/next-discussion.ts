import { noteVisit } from "@/client/comments";
import { fetchNews } from "@/client/following";
import { newsPath } from "@/components/following/news-path";
import type { DiscussionContext } from "./discussion-context";
import * as t from "#messages/comments";

/** All that is new here has been gone through: it has been visited, and what is new elsewhere in what one follows comes next. */
export async function nextDiscussion({ reader, thread, toast }: DiscussionContext): Promise<void> {
  const upToDate = () => toast({ text: t.youAreUpToDate });
  const { viewer } = reader;
  if (!viewer?.member) {
    upToDate();
    return;
  }
  await noteVisit(thread.slug, viewer.discussion.now);
  const told = await fetchNews();
  const next = told.ok ? told.body.items.find(({ article }) => article.slug !== thread.slug) : undefined;
  if (next) location.assign(newsPath(next));
  else upToDate();
}

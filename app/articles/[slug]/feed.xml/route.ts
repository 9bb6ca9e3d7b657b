import { articlePath } from "@/domain/articles/article";
import { commentFeed } from "@/domain/following/comment-feed";
import { discussionFeed } from "@/domain/following/feeds";
import { annotationsPath } from "@/domain/passages/annotation";
import { currentSite } from "@/domain/site/queries";
import { absoluteUrl } from "@/web/absolute-url";
import { FEED_HEADERS } from "@/app/feed-headers";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

type Context = { params: Promise<{ slug: string }> };

/** The newest comments of a discussion, the same for everybody. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const found = await discussionFeed(slug);
  if (!found) return new Response(`${t.articleNotFound}\n`, { status: 404 });
  const { title, comments } = found;
  const head = {
    title: say(t.theDiscussionOf, { title }),
    subtitle: t.theNewestComments,
    self: `${articlePath(slug)}/feed.xml`,
    page: articlePath(slug),
    annotations: annotationsPath(slug),
    language: (await currentSite()).language,
  };
  return new Response(commentFeed(head, comments, absoluteUrl("")), { headers: FEED_HEADERS });
}

import { commentFeed } from "@/domain/following/comment-feed";
import { replyFeed } from "@/domain/following/feeds";
import { currentSite } from "@/domain/site/queries";
import { absoluteUrl } from "@/web/absolute-url";
import * as t from "#messages/pages";

type Context = { params: Promise<{ key: string }> };

/** The replies to whom this address belongs: whoever has it reads them, until it is ended. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { key } = await params;
  const comments = await replyFeed(key);
  if (!comments) return new Response(`${t.thisFeedHasEnded}\n`, { status: 404 });
  const head = {
    title: t.repliesToYou,
    subtitle: t.whatOthersAnswered,
    self: `/feeds/replies/${key}`,
    page: "/inbox",
    language: (await currentSite()).language,
  };
  return new Response(commentFeed(head, comments, absoluteUrl("")), {
    headers: {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": "private, max-age=300",
    },
  });
}

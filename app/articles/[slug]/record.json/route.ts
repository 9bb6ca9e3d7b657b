import { digestOf, recordOf } from "@/domain/polls/record/queries";
import { annotationsPath } from "@/domain/passages/annotation";
import { whoCouldVote } from "@/domain/polls/record/record";
import { absoluteUrl } from "@/web/absolute-url";
import * as t from "#messages/pages";

type Context = { params: Promise<{ slug: string }> };

/** The record of a debate for programs: the same words and figures as the page. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const found = await recordOf(slug);
  if (!found) return new Response(`${t.thereIsNoDebateHere}\n`, { status: 404 });
  const { record, version } = found;
  const address = absoluteUrl(`/articles/${slug}/record`);
  return Response.json({
    address,
    version: { ...version, digest: digestOf(record) },
    whoCouldVote: whoCouldVote(record.poll),
    ...record,
    annotations: absoluteUrl(annotationsPath(slug)),
  });
}

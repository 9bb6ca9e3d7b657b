import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DebateRecordView } from "@/components/polls/debate-record";
import { recordOf } from "@/domain/polls/record/queries";
import { absoluteUrl } from "@/web/absolute-url";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { record, version } = (await recordOf(slug)) ?? notFound();
  const metadata = await pageMetadata({
    title: say(t.theRecordOfTheDebateOn, { title: record.article.title }),
    description: record.poll.question,
    path: `/articles/${slug}/record`,
    drawn: { slug, version: `result-${version.number}` },
  });
  // A draft changes with every vote: it is found once the poll is closed.
  return version.draft ? { ...metadata, robots: { index: false } } : metadata;
}

/** One page to print and to cite; public, and so without any figure that is hidden from readers at large. */
export default async function RecordPage({ params }: Props) {
  const { slug } = await params;
  const { record, version } = (await recordOf(slug)) ?? notFound();
  return (
    <DebateRecordView record={record} version={version} address={absoluteUrl(`/articles/${slug}/record`)} />
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Crumb } from "@/components/comments/crumb";
import { ReasonReview } from "@/components/polls/reason-review";
import { ReplyReview } from "@/components/polls/reply-review";
import { currentRules } from "@/domain/moderation/rules/queries";
import { quotedReasons } from "@/domain/polls/reasons/queries";
import { repliesToJudge } from "@/domain/polls/replies/queries";
import { signInPath, single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.eachSidesReply, robots: { index: false } };

/** Where editors and moderators look at what sides want to say in the record, and at what is quoted there. To everyone else it is not there. */
export default async function RepliesPage({ params, searchParams }: PageProps<"/articles/[slug]/replies">) {
  const [{ slug }, asked, viewer] = await Promise.all([params, searchParams, currentViewer()]);
  if (!viewer) redirect(signInPath(`/articles/${slug}/replies`));
  const [replies, reasons] = await orNotFound(
    Promise.all([repliesToJudge(slug, viewer), quotedReasons(slug, viewer)]),
  );
  const [{ rules }, kept] = await Promise.all([currentRules(), readFormFlash(asked.kept)]);
  const sent = single(asked.form) ?? null;
  return (
    <>
      <Crumb href={`/articles/${slug}/record`} label={t.theRecordOfTheDebate} />
      <h1>{t.eachSidesReply}</h1>
      <ReplyReview slug={slug} replies={replies} rules={rules} sent={sent} kept={kept} />
      <ReasonReview slug={slug} reasons={reasons} rules={rules} sent={sent} kept={kept} />
    </>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Crumb } from "@/components/comments/crumb";
import { PollAdministration } from "@/components/polls/poll-administration";
import { runningPoll } from "@/domain/polls/administration/queries";
import { signInPath, single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.runThePoll, robots: { index: false } };

/** Where an editor closes, concludes and rewords a poll. To everyone else it is not there. */
export default async function RunPollPage({ params, searchParams }: PageProps<"/articles/[slug]/poll">) {
  const [{ slug }, asked, viewer] = await Promise.all([params, searchParams, currentViewer()]);
  if (!viewer) redirect(signInPath(`/articles/${slug}/poll`));
  const [poll, kept] = await Promise.all([orNotFound(runningPoll(slug, viewer)), readFormFlash(asked.kept)]);
  return (
    <>
      <Crumb href={`/articles/${slug}/vote`} label={t.thePoll} />
      <h1>{t.runThePoll}</h1>
      <PollAdministration slug={slug} poll={poll} sent={single(asked.form) ?? null} kept={kept} />
    </>
  );
}
